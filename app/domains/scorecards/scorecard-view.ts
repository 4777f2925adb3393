import type { PanelSnapshot, SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import { questionGuide, type QuestionGuide } from '#app/domains/panels/kit-view.ts'
import { parseField } from './field.ts'
import { questionRecordOf } from './scorecard-record.ts'
import {
  recommendationWords,
  type Rating,
  type Recommendation,
  type ScorecardRecord,
  type ScorecardStatus,
} from './scorecard.ts'

export type LevelView = { value: number; label: string; meaning: string }
export type AnchorView = { level: number; label: string; text: string }

/** One question with its guide and what was recorded for it. */
export type QuestionView = QuestionGuide & {
  rating: Rating | null
  /** "3 Good", "Not asked", "No evidence" or "Not rated". */
  ratingWords: string
  evidence: string
  answer: string
  /** Null for everybody but the writer. */
  privateNote: string | null
  signals: string[]
}

export type AmendmentView = {
  /** "Question 3, Same order twice: rating" */
  place: string
  before: string
  after: string
  reason: string
  by: string
  atMs: number
}

/** A scorecard as the screen, the PDF and the CSV show it. */
export type ScorecardView = {
  scorecardId: string
  status: ScorecardStatus
  isDraft: boolean
  candidateName: string
  candidateCode: string
  interviewerName: string
  /** Who typed it in from paper; null when the interviewer filled it. */
  enteredByName: string | null
  confirmedAtMs: number | null
  submittedAtMs: number | null
  startsAtMs: number | null
  panelName: string
  roleName: string
  panelVersion: number
  interviewLetter: string
  focus: string
  minutes: number
  levels: LevelView[]
  questions: QuestionView[]
  summaryFor: string
  summaryAgainst: string
  recommendation: Recommendation | null
  recommendationWords: string
  recommendationReason: string
  amendments: AmendmentView[]
}

/** What the view is made of, apart from the record and the snapshot. */
export type CardFacts = {
  scorecardId: string
  status: ScorecardStatus
  candidateName: string | null
  candidateCode: string
  interviewerName: string
  enteredByName: string | null
  confirmedAtMs: number | null
  submittedAtMs: number | null
  startsAtMs: number | null
  panelVersion: number
}

export type AmendmentFacts = {
  field: string
  before: unknown
  after: unknown
  reason: string | null
  byName: string
  atMs: number
}

/**
 * The one view of a card.
 * @param input `isWriter` decides alone whether private notes are in it
 */
export function scorecardView(input: {
  facts: CardFacts
  record: ScorecardRecord
  snapshot: PanelSnapshot
  interview: SnapshotInterview
  amendments: readonly AmendmentFacts[]
  isWriter: boolean
}): ScorecardView {
  const { facts, record, snapshot, interview } = input
  const { levels } = snapshot.scale
  return {
    ...facts,
    isDraft: facts.status === 'draft',
    candidateName: facts.candidateName ?? `Candidate ${facts.candidateCode}`,
    panelName: snapshot.name,
    roleName: snapshot.role.name,
    interviewLetter: interview.letter,
    focus: interview.focus,
    minutes: interview.minutes,
    levels,
    questions: interview.questions.map(({ questionId }, index) => {
      const entry = questionRecordOf(record, questionId)
      return {
        ...questionGuide(snapshot, interview, index),
        rating: entry.rating,
        ratingWords: ratingWords(entry.rating, levels),
        evidence: entry.evidence,
        answer: entry.answer,
        privateNote: input.isWriter ? entry.privateNote : null,
        signals: entry.signals,
      }
    }),
    summaryFor: record.summaryFor,
    summaryAgainst: record.summaryAgainst,
    recommendation: record.recommendation,
    recommendationWords: record.recommendation ? recommendationWords[record.recommendation] : 'None yet',
    recommendationReason: record.recommendationReason,
    amendments: input.amendments
      .filter((entry) => input.isWriter || parseField(entry.field)?.kind !== 'private')
      .map((entry) => ({
        place: fieldPlace(entry.field, interview),
        before: valueWords(entry.before, levels),
        after: valueWords(entry.after, levels),
        reason: entry.reason ?? '',
        by: entry.byName,
        atMs: entry.atMs,
      })),
  }
}

/** A rating in words, with its number. */
export function ratingWords(rating: Rating | null, levels: readonly LevelView[]): string {
  if (rating === null) return 'Not rated'
  switch (rating.state) {
    case 'rated':
      return `${rating.level} ${levels.find((level) => level.value === rating.level)?.label ?? ''}`.trim()
    case 'not-asked':
      return 'Not asked'
    case 'no-evidence':
      return 'No evidence'
  }
}

const fieldWords: Record<string, string> = {
  rating: 'rating',
  evidence: 'evidence',
  answer: 'the candidate’s own words',
  private: 'private note',
  signals: 'signals',
  'summary:for': 'Summary: for',
  'summary:against': 'Summary: against',
  recommendation: 'Recommendation',
  'recommendation:reason': 'Reason for the recommendation',
}

/** Where a field stands on the card, in words. */
export function fieldPlace(name: string, interview: Pick<SnapshotInterview, 'questions'>): string {
  const questions = interview.questions.map(({ questionId, content }) => ({
    questionId,
    title: content.title,
  }))
  return fieldPlaceInView(name, { questions })
}

/** Where a field stands on a card whose view is at hand. */
export function fieldPlaceInView(
  name: string,
  view: { readonly questions: readonly { questionId: string; title: string }[] },
): string {
  const field = parseField(name)
  if (!field) return name
  const words = fieldWords[field.kind] ?? field.kind
  if (!('questionId' in field)) return words
  const index = view.questions.findIndex((entry) => entry.questionId === field.questionId)
  const title = view.questions[index]?.title
  return title ? `Question ${index + 1}, ${title}: ${words}` : words
}

function valueWords(value: unknown, levels: readonly LevelView[]): string {
  if (value === null || value === undefined) return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join('; ')
  if (typeof value === 'string') {
    const word = Object.entries(recommendationWords).find(([key]) => key === value)?.[1]
    return word ?? (value === '' ? 'empty' : value)
  }
  if (typeof value === 'object' && 'state' in value) {
    if (value.state === 'not-asked') return 'Not asked'
    if (value.state === 'no-evidence') return 'No evidence'
    if ('level' in value && typeof value.level === 'number') {
      return ratingWords({ state: 'rated', level: value.level }, levels)
    }
  }
  return JSON.stringify(value)
}
