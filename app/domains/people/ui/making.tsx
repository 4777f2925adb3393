import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Progress } from '#app/ui/progress.tsx'

const lateMs = 1_000

/** How far a document is, once it takes longer than a second. */
export function Making({ percent, onStop }: { percent: number; onStop: () => void }) {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), lateMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <>
      <p role="status" className="sr-only">
        The document is being made.
      </p>
      <Progress
        label="Making the document"
        value={percent > 0 ? percent : undefined}
        words={percent > 0 ? `${percent} of 100` : 'just begun, or waiting for its turn'}
        action={
          <Button type="button" onClick={onStop}>
            Cancel
          </Button>
        }
      />
    </>
  )
}
