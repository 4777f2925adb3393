import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { MadeFile } from './shown-file.tsx'

/** A file that the audit log keeps as made: nothing is made before somebody asks for it. Without scripts the browser opens it. */
export function AuditedFile({ path, title }: { path: string; title: string }) {
  const [isAsked, setIsAsked] = useState(false)
  if (isAsked) return <MadeFile path={path} title={title} />
  return (
    <form
      method="post"
      action={path}
      className="mt-5 print:hidden"
      onSubmit={(event) => {
        event.preventDefault()
        setIsAsked(true)
      }}
    >
      <p className="mb-3 max-w-measure text-ink-2">
        Nothing is made yet. The audit log keeps that this copy was made, by whom and when, each time it is.
      </p>
      <Button type="submit" variant="primary">
        Make the copy
      </Button>
    </form>
  )
}
