import type { VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import type { PanelSnapshot, SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import { questionGuide, type QuestionGuide } from '#app/domains/panels/kit-view.ts'
import { addedTitle, type AddedQuestion } from './added-question.ts'
import { listDeviations } from './deviations.ts'
import { parseField } from './field.ts'
import { spentOn } from './live/clock.ts'
import { questionRecordOf } from './scorecard-record.ts'
import {
  recommendationWords,
  type QuestionRecord,
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
  /** Of the guide's probes, those that were asked. */
  probesAsked: string[]
  /** Minutes on the interview's clock; null for everybody but the writer, and when the clock never ran. */
  minutesTaken: number | null
}

/** A question asked beside the plan, which no score counts. */
export type AddedView = AddedQuestion &
  Pick<
    QuestionView,
    'rating' | 'ratingWords' | 'evidence' | 'answer' | 'privateNote' | 'minutesTaken' | 'questionId'
  >

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
  /** In training: the card is kept and shown, and counted in nothing. */
  isShadow: boolean
  /** The writer could read others' cards of the candidate before they took the seat. */
  couldReadOthers: boolean
  /** Who typed it in from paper; null when the interviewer filled it. */
  enteredByName: string | null
  confirmedAtMs: number | null
  submittedAtMs: number | null
  startsAtMs: number | null
  panelName: string
  roleName: string
  panelVersion: number
  panelForm: VersionForm
  interviewLetter: string
  focus: string
  minutes: number
  levels: LevelView[]
  questions: QuestionView[]
  added: AddedView[]
  /** How the interview left its plan, in sentences. */
  deviations: string[]
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
  isShadow: boolean
  couldReadOthers: boolean
  enteredByName: string | null
  confirmedAtMs: number | null
  submittedAtMs: number | null
  startsAtMs: number | null
  panelVersion: number
  panelForm: VersionForm
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
  const recorded = (id: string, entry: QuestionRecord) => ({
    rating: entry.rating,
    ratingWords: ratingWords(entry.rating, levels),
    evidence: entry.evidence,
    answer: entry.answer,
    privateNote: input.isWriter ? entry.privateNote : null,
    minutesTaken: input.isWriter ? minutesOn(record, id) : null,
  })
  const questions = interview.questions.map(({ questionId }, index): QuestionView => {
    const entry = questionRecordOf(record, questionId)
    const guide = questionGuide(snapshot, interview, index)
    return { ...guide, ...recorded(questionId, entry), signals: entry.signals, probesAsked: entry.probes }
  })
  const added = record.added.map((entry): AddedView => {
    const { id, title, prompt, bankQuestionId } = entry
    return { questionId: id, title, prompt, bankQuestionId, ...recorded(id, entry) }
  })
  return {
    ...facts,
    isDraft: facts.status === 'draft',
    candidateName: facts.candidateName ?? nameByCode(facts.candidateCode),
    panelName: snapshot.name,
    roleName: snapshot.role.name,
    interviewLetter: interview.letter,
    focus: interview.focus,
    minutes: interview.minutes,
    levels,
    questions,
    added,
    deviations: listDeviations(record, questions).map((deviation) => deviation.words),
    summaryFor: record.summaryFor,
    summaryAgainst: record.summaryAgainst,
    recommendation: record.recommendation,
    recommendationWords: record.recommendation ? recommendationWords[record.recommendation] : 'None yet',
    recommendationReason: record.recommendationReason,
    amendments: input.amendments
      .filter((entry) => input.isWriter || parseField(entry.field)?.kind !== 'private')
      .map((entry) => ({
        place: fieldPlaceInView(entry.field, { questions, added }),
        before: valueWords(entry.before, levels),
        after: valueWords(entry.after, levels),
        reason: entry.reason ?? '',
        by: entry.byName,
        atMs: entry.atMs,
      })),
  }
}

function minutesOn(record: ScorecardRecord, questionId: string): number | null {
  // A spell that still runs belongs to the live screen.
  const ms = record.clock ? spentOn({ ...record.clock, running: null }, questionId, 0) : 0
  return ms === 0 ? null : Math.round(ms / 60_000)
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
  probes: 'probes asked',
  added: 'the question',
  order: 'Order of the questions',
  clock: 'Clock',
  'summary:for': 'Summary: for',
  'summary:against': 'Summary: against',
  recommendation: 'Recommendation',
  'recommendation:reason': 'Reason for the recommendation',
}

/** Where a field stands on a card, in words. */
export function fieldPlaceInView(
  name: string,
  view: {
    readonly questions: readonly { questionId: string; title: string }[]
    readonly added: readonly (AddedQuestion & { questionId: string })[]
  },
): string {
  const field = parseField(name)
  if (!field) return name
  const words = fieldWords[field.kind] ?? field.kind
  if (!('questionId' in field)) return words
  const added = view.added.find((entry) => entry.questionId === field.questionId)
  if (added) return `Unplanned question, ${addedTitle(added)}: ${words}`
  const index = view.questions.findIndex((entry) => entry.questionId === field.questionId)
  const title = view.questions[index]?.title
  return title ? `Question ${index + 1}, ${title}: ${words}` : words
}

/** What a field of a card holds, in words. */
export function valueWords(value: unknown, levels: readonly LevelView[]): string {
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

/** The same card with the code of the candidate in place of the name. */
export function hideName(view: ScorecardView): ScorecardView {
  return { ...view, candidateName: nameByCode(view.candidateCode) }
}

function nameByCode(code: string): string {
  return `Candidate ${code}`
}
