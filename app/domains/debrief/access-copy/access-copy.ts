import type { DebriefRecord } from '#app/domains/debrief/meeting/record-view.ts'

/** What one interviewer wrote of a candidate, with their name taken out. */
export type CopiedCard = {
  writer: string
  isShadow: boolean
  interview: string
  submitted: string
  recommendation: string
  recommendationReason: string
  summaryFor: string
  summaryAgainst: string
  deviations: string[]
  questions: {
    prompt: string
    competencyName: string
    ratingWords: string
    evidence: string
    answer: string
    signals: string[]
  }[]
  amendments: { place: string; before: string; after: string; reason: string; by: string; when: string }[]
}

/** Everything about a candidate on one panel. */
export type CopiedApplication = {
  panelName: string
  roleName: string
  added: string
  withdrawn: string | null
  sessions: { interview: string; when: string; state: string; people: string[] }[]
  cards: CopiedCard[]
  /** Cards that are owed and not handed in; nothing of them is in the copy. */
  missing: number
  /** Who read cards before the rule opened them. */
  early: { who: string; reason: string; when: string }[]
  /** Null where no debrief was started. */
  record: DebriefRecord | null
}

/** A copy of what is held about one candidate, for that candidate, with other people's names taken out. */
export type AccessCopy = {
  candidate: { name: string; code: string; email: string | null; cvUrl: string | null; added: string }
  applications: CopiedApplication[]
}

/** What nobody wrote about a candidate: the words of the plan. They stay as they are. */
export const planWords: ReadonlySet<string> = new Set([
  'prompt',
  'competencyName',
  'questionTitle',
  'panelName',
  'roleName',
  'interview',
])
