import type { ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'

/** A scorecard that the viewer may see, with what a comparison needs of it. */
export type ScoredCard = {
  scorecardId: string
  applicationId: string
  sessionId: string
  interviewerId: string
  interviewerName: string
  panelVersionId: string
  /** The id of the interview in that version's snapshot. */
  interviewId: string
  submittedAtMs: number
  record: ScorecardRecord
}

/** A candidate on the panel, with only the cards that the viewer may see. */
export type ComparedCandidate = {
  applicationId: string
  name: string
  code: string
  isWithdrawn: boolean
  cards: ScoredCard[]
  /** Sessions that are to be held or were held: neither cancelled nor missed. */
  heldInterviews: { panelVersionId: string; interviewId: string }[]
  submitted: number
  owed: number
}
