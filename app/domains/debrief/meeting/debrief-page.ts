import type { Waiting } from '../waiting.ts'
import type { MeetingView } from './meeting-view.ts'

/** The candidate and the panel that a debrief is about. */
export type DebriefHead = {
  applicationId: string
  candidateName: string
  panelId: string
  panelName: string
}

/** Where a debrief stands. */
export type MeetingState = {
  revision: number
  leadName: string
  topicKey: string | null
  turn: number
  timerEndsAtMs: number | null
  startedAtMs: number
  lockedAtMs: number | null
  /** Why nothing can be changed; null while it can. */
  closed: string | null
}

export type MeetingPage = {
  kind: 'open'
  head: DebriefHead
  /** Null before it is started. */
  meeting: MeetingState | null
  /** Why it cannot be started yet; null when it can, or has been. */
  notReady: string | null
  isLead: boolean
  personId: string
  view: MeetingView
  speakers: { id: string; name: string; isHere: boolean }[]
  /** Who has the page open beside the speakers, by name. */
  alsoHere: string[]
  /** Cards of this person, whose ratings they may change. */
  ownCardIds: string[]
  nowMs: number
}

export type DebriefPage = { kind: 'waiting'; head: DebriefHead; waiting: Waiting } | MeetingPage
