import { useState } from 'react'
import type { MeetingPage, MeetingState } from '#app/domains/debrief/meeting/debrief-page.ts'

type MeetingNewsProps = {
  /** The name of the point that the meeting is at. */
  shared: string | undefined
  meeting: MeetingState
  speakers: MeetingPage['speakers']
}

/** Says politely what changed for everybody: the topic, the turn. Silent when the page opens. */
export function MeetingNews({ shared, meeting, speakers }: MeetingNewsProps) {
  const speaker = speakers[meeting.turn]?.name
  const [told, setTold] = useState({ shared, speaker, news: '' })
  if (told.shared !== shared || told.speaker !== speaker) {
    const parts = [
      told.shared !== shared && shared !== undefined ? `Topic changed: ${shared}.` : '',
      told.speaker !== speaker
        ? speaker === undefined
          ? 'Everybody has spoken.'
          : `${speaker} speaks.`
        : '',
    ]
    setTold({ shared, speaker, news: parts.filter((part) => part !== '').join(' ') })
  }
  return (
    <p role="status" className="sr-only">
      {told.news}
    </p>
  )
}
