import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MeetingAnswer, MeetingRefusal } from '#app/domains/debrief/meeting/meeting-answer.ts'
import { askRevision } from './ask-revision.ts'

export type Post = {
  send: (form: FormData) => void
  isBusy: boolean
  /** The refusal of the last form sent; null when it was taken. */
  refusal: MeetingRefusal | null
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
  const isBusy = isReaching || state !== 'idle'
  if (trouble !== null) {
    return {
      send,
      isBusy,
      refusal: { ok: false, form: '', errors: { '': [trouble] }, values: {}, isConflict: false },
    }
  }
  return { send, isBusy, refusal: data && !data.ok ? data : null }
}
