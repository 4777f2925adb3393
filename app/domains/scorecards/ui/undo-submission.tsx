import { type ReactNode, useEffect, useState } from 'react'
import { Note } from '#app/ui/note.tsx'

type UndoSubmissionProps = {
  /** How long the submission can still be undone, in milliseconds, when the page was made. */
  leftMs: number
  /** The form that undoes it. */
  children: ReactNode
}

/** Offers to undo for as long as the server allows it; counts down in whole seconds. */
export function UndoSubmission({ leftMs, children }: UndoSubmissionProps) {
  const [seconds, setSeconds] = useState(Math.ceil(leftMs / 1000))
  useEffect(() => {
    const endsAt = performance.now() + leftMs
    const timer = setInterval(() => setSeconds(Math.ceil((endsAt - performance.now()) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [leftMs])
  if (seconds <= 0) return null
  return (
    <Note tone="calm" title="Submitted" action={children}>
      <span>
        Nobody sees it yet. You can undo this for <span className="tabular-nums">{seconds}</span>{' '}
        {seconds === 1 ? 'second' : 'seconds'}.
      </span>
    </Note>
  )
}
