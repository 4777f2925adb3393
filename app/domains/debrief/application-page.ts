import type { CandidateEvidence } from './evidence-view.ts'
import type { ShadowComparison } from './shadow-comparison.ts'
import type { Waiting } from './waiting.ts'

export type HeldSession = {
  sessionId: string
  name: string
  startsAtMs: number | null
  status: 'planned' | 'cancelled' | 'no-show'
  interviewers: {
    id: string
    name: string
    isShadow: boolean
    /** Null while the viewer may not see the card: that says nothing about whether it is begun. */
    scorecardId: string | null
    isSubmitted: boolean
  }[]
}

/** A candidate on one panel, as this viewer may see it. */
export type ApplicationPage = {
  applicationId: string
  candidateId: string
  panelId: string
  panelName: string
  roleName: string
  name: string
  code: string
  isWithdrawn: boolean
  scale: { least: number; most: number; levels: { value: number; label: string }[] }
  /** Why nothing on this panel can be calibrated yet; null when it can. */
  whyRaw: string | null
  evidence: CandidateEvidence
  interviewers: Record<string, string>
  sessions: HeldSession[]
  /** For a viewer who sat in as a shadow and has handed in: their cards beside the interviewers'. */
  ownShadows: ShadowComparison[]
  submitted: number
  owed: number
  /** Null when every card is open to the viewer. */
  waiting: Waiting | null
  /** What this person may do about the debrief: join the one that was started, or start one. */
  debrief: 'join' | 'start' | null
  mayOverride: boolean
  hasOverride: boolean
  overrides: { userName: string; reason: string; atMs: number }[]
}
