import type { VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import type { SessionStatus } from './session.ts'

export type SessionPersonView = {
  userId: string
  name: string
  isRemoved: boolean
  isShadow: boolean
  /** Let in by an access code. */
  isGuest: boolean
  /** Null where the viewer may only know how many cards are in. */
  isHandedIn: boolean | null
  /** Null before, and where the viewer may not know. */
  checkedInAtMs: number | null
}

/** All that the page of a session shows; nothing of what is written on cards. */
export type SessionPage = {
  sessionId: string
  applicationId: string
  candidateId: string
  candidateName: string
  candidateCode: string
  panelId: string
  panelName: string
  panelVersion: number
  panelForm: VersionForm
  letter: string
  focus: string
  minutes: number
  questions: number
  competencyNames: string[]
  others: { letter: string; focus: string; competencyNames: string[] }[]
  startsAtMs: number | null
  status: SessionStatus
  isWithdrawn: boolean
  people: SessionPersonView[]
  /** Of interviewers; shadows are not counted. */
  submitted: number
  owed: number
  /** The viewer's own card. */
  own: { scorecardId: string; isHandedIn: boolean; isShadow: boolean; checkedInAtMs: number | null } | null
  /** `look` at more than this session: the candidate, the panel, the calendar. */
  may: { schedule: boolean; transcribe: boolean; look: boolean }
  /** Who could be added. */
  available: { id: string; name: string }[]
  /** Of those whom the next act could seat: who could read others' cards first, and what to say of it. */
  readers: { userId: string; words: string }[]
  /** What to know about the time as it stands: double bookings, the past. */
  warnings: string[]
}

export type ScheduleItem = {
  sessionId: string
  startsAtMs: number | null
  minutes: number
  focus: string
  candidateName: string
  panelName: string
  status: SessionStatus
  interviewers: string[]
  /** Who is there, as far as the viewer may know. */
  checkIns: { name: string; checkedInAtMs: number }[]
  /** Whom the time collides for, in words. */
  clashes: string[]
}
