import type { AddedQuestion } from './added-question.ts'
import type { Clock } from './live/clock.ts'

/** One level given for one question. Not yet rated is `null` wherever a Rating is optional; none of the states is 0. */
export type Rating = { state: 'rated'; level: number } | { state: 'not-asked' } | { state: 'no-evidence' }

export const recommendations = ['strong-no', 'no', 'yes', 'strong-yes', 'no-decision'] as const
export type Recommendation = (typeof recommendations)[number]

export const recommendationWords: Record<Recommendation, string> = {
  'strong-no': 'Strong No',
  no: 'No',
  yes: 'Yes',
  'strong-yes': 'Strong Yes',
  'no-decision': 'No decision',
}

/** What one interviewer recorded for one question. */
export type QuestionRecord = {
  rating: Rating | null
  /** What was said or done: the ground of the rating; others read it in the debrief. */
  evidence: string
  /** The candidate's own words. */
  answer: string
  /** Only the writer ever sees it. */
  privateNote: string
  /** The texts of the signals ticked. */
  signals: string[]
  /** The texts of the probes asked; no score knows them. */
  probes: string[]
}

/** All that one interviewer recorded in one session. */
export type ScorecardRecord = {
  /** By question id, every question of the interview. */
  questions: Record<string, QuestionRecord>
  summaryFor: string
  summaryAgainst: string
  recommendation: Recommendation | null
  /** Required when the recommendation is "No decision". */
  recommendationReason: string
  /** Asked without being planned: kept and shown, counted in no score. */
  added: AddedRecord[]
  /** The questions as they were put in order; empty for the order of the plan. */
  order: string[]
  /** Only the writer ever sees it; medians of five and more are told of a question. Null when it never ran. */
  clock: Clock | null
}

export type AddedRecord = AddedQuestion & { id: string } & QuestionRecord

export type ScorecardStatus = 'draft' | 'submitted' | 'amended'

/** A submit may be undone for this long; until then nothing is revealed in either direction. */
export const sealAfterMs = 60_000

/**
 * Whether a submitted card counts as handed in for good. So does one that was submitted in what is now the future: a
 * clock that is set back must not open again what its writer may have read colleagues' cards since.
 */
export function isSealed(card: { submittedAtMs: number | null }, now: number): boolean {
  return card.submittedAtMs !== null && Math.abs(now - card.submittedAtMs) >= sealAfterMs
}

/** A question record before anything was recorded. */
export function emptyQuestionRecord(): QuestionRecord {
  return { rating: null, evidence: '', answer: '', privateNote: '', signals: [], probes: [] }
}
