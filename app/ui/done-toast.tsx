import { useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useToasts } from './toast.tsx'

/**
 * Says what a form did after its redirect to `?done=published`: `words` maps the values to sentences. A value
 * without a sentence says nothing. The parameter leaves the address once it is told.
 */
export function DoneToast({ words }: { words: Readonly<Record<string, string>> }) {
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
    if (text) toasts.show({ text })
    setParams(
      (now) => {
        now.delete('done')
        return now
      },
      { replace: true, preventScrollReset: true },
    )
  }, [done, text, toasts, setParams])
  return text ? (
    <noscript>
      <p role="status">{text}</p>
    </noscript>
  ) : null
}
