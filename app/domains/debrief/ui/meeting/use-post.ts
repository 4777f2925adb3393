import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askRevision } from './ask-revision.ts'

/** What the debrief's action answers to a form: `form` tells which one it was. */
export type MeetingAnswer =
  | { ok: true }
  | {
      ok: false
      form: string
      errors: Record<string, string[]>
      values: Record<string, string>
      isConflict: boolean
    }

export type Post = {
  send: (form: FormData) => void
  isBusy: boolean
  /** The refusal of the last form sent; null when it was taken. */
  refusal: Extract<MeetingAnswer, { ok: false }> | null
}

const unreached = {
  offline: 'No connection. What you typed stays here; try again in a moment.',
  'signed-out': 'You are signed out. Sign in in another tab, then try again: what you typed stays here.',
  closed: 'This debrief is not open to you any more.',
} as const

/**
 * Sends forms of the debrief without leaving the page. Asks first whether the server is there: a request that fails
 * would replace the page, and what was typed with it.
 * @param onDone called once the server has taken it
 */
export function usePost(applicationId: string, onDone?: () => void): Post {
  const { submit, state, data } = useFetcher<MeetingAnswer>()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isReaching, setReaching] = useState(false)
  const told = useRef(data)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    if (state !== 'idle' || told.current === data) return
    told.current = data
    if (data?.ok) done.current?.()
  }, [state, data])
  const send = useCallback(
    (form: FormData) => {
      setReaching(true)
      setTrouble(null)
      void askRevision(applicationId).then((reach) => {
        setReaching(false)
        if (reach.kind !== 'there') {
          setTrouble(unreached[reach.kind])
          return
        }
        form.set('answer', 'data')
        void submit(form, { method: 'post' })
      })
    },
    [applicationId, submit],
  )
  const refusal = trouble
    ? { ok: false as const, form: '', errors: { '': [trouble] }, values: {}, isConflict: false }
    : data && !data.ok
      ? data
      : null
  return { send, isBusy: isReaching || state !== 'idle', refusal }
}
