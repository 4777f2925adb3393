import { useEffect, useRef } from 'react'
import { type FieldErrors, listErrors } from './field-errors.ts'

type ErrorSummaryProps = {
  errors: FieldErrors
  idPrefix?: string | undefined
  title?: string | undefined
}

/** Stands at the top of a form, takes focus each time new errors arrive, and links to the fields. */
export function ErrorSummary({
  errors,
  idPrefix,
  title = 'Some things need another look',
}: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const items = listErrors(errors, idPrefix)
  useEffect(() => {
    box.current?.focus()
  }, [errors])
  if (items.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded-md border-2 border-red bg-surface px-4 py-3 text-dense"
    >
      <p className="text-body font-semibold">{title}</p>
      <ul className="mt-1 grid gap-1">
        {items.map(({ id, message }) => (
          <li key={`${id}${message}`} className="text-red">
            {id === null ? (
              message
            ) : (
              <a
                href={`#${id}`}
                className="inline-block min-h-6 underline underline-offset-3"
                onClick={focusField}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusField(event: React.MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  if (!target) return
  event.preventDefault()
  target.focus()
}
