import { useSearchParams } from '@remix-run/react'
import { findNeighbour } from '#app/domains/debrief/meeting/agenda-walk.ts'
import type { Shortcut } from '#app/ui/shortcut.ts'
import { useShortcuts } from '#app/ui/use-shortcuts.ts'
import { useMeeting } from './meeting-form.tsx'
import { usePost } from './use-post.ts'

type Keys = {
  keys: readonly string[]
  shown: string
  mayLead: boolean
  meeting: { turn: number; timerEndsAtMs: number | null }
  speakerCount: number
}

/** The keys of a debrief: whoever leads takes everybody along, the others look for themselves. */
export function useMeetingKeys({ keys, shown, mayLead, meeting, speakerCount }: Keys): void {
  const { applicationId } = useMeeting()
  const [, setParams] = useSearchParams()
  const show = (topic: string | null) =>
    setParams(topic === null ? {} : { topic }, { replace: true, preventScrollReset: true })
  const { send } = usePost(applicationId, () => show(null))
  const post = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    send(form)
  }
  const step = (by: 1 | -1) => {
    const topicKey = findNeighbour(keys, shown, by)
    if (topicKey === undefined) return
    if (mayLead) post({ intent: 'topic', topicKey })
    else show(topicKey)
  }
  const leading: Shortcut[] = [
    {
      keys: 's',
      label: 'Next speaker',
      group: 'Lead',
      run: () => post({ intent: 'turn', turn: String(meeting.turn >= speakerCount ? 0 : meeting.turn + 1) }),
    },
    {
      keys: 't',
      label: 'Start or stop the timer',
      group: 'Lead',
      run: () =>
        post(meeting.timerEndsAtMs === null ? { intent: 'timer', minutes: '5' } : { intent: 'stop' }),
    },
  ]
  useShortcuts([
    {
      keys: 'n',
      label: mayLead ? 'Next topic, for everybody' : 'Look ahead',
      group: 'Move',
      run: () => step(1),
    },
    {
      keys: 'p',
      label: mayLead ? 'Topic before, for everybody' : 'Look back',
      group: 'Move',
      run: () => step(-1),
    },
    { keys: 'f', label: 'Go where the meeting is', group: 'Move', run: () => show(null) },
    ...(mayLead ? leading : []),
  ])
}
