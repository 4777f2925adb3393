import { useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useToasts } from './toast.tsx'

/**
 * Says what a form did after its redirect to `?done=published`: `words` maps the values to sentences. A value
 * without a sentence says nothing. The parameter leaves the address once it is told.
 */
export function DoneToast({
  words,
  undo = {},
}: {
  words: Readonly<Record<string, string>>
  /** By the same values: takes the change back, offered for as long as the toast stands. */
  undo?: Readonly<Record<string, () => void>> | undefined
}) {
  const [params, setParams] = useSearchParams()
  const toasts = useToasts()
  const done = params.get('done')
  const text = done !== null && Object.hasOwn(words, done) ? words[done] : undefined
  const told = useRef<string | null>(null)
  useEffect(() => {
    // The parameter stays until the navigation below has ended: one toast is enough.
    if (done === told.current) return
    told.current = done
    if (done === null) return
    if (text) toasts.show({ text, onUndo: Object.hasOwn(undo, done) ? undo[done] : undefined })
    setParams(
      (now) => {
        now.delete('done')
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  }, [done, text, undo, toasts, setParams])
  return text ? (
    <noscript>
      <p role="status">{text}</p>
    </noscript>
  ) : null
}
