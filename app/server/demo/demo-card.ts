import type { SnapshotInterview, SnapshotQuestion } from '#app/domains/panels/panel-snapshot.schema.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import type { Rating, Recommendation } from '#app/domains/scorecards/scorecard.ts'
import type { DemoCandidate } from './candidates.ts'
import apiNotes from './evidence-api-integration-specialist.json'
import architectNotes from './evidence-integration-architect.json'
import { normal } from './random.ts'
import summaries from './summaries.json'

type Levels = Readonly<Record<string, readonly string[]>>
const notes: Readonly<Record<string, Levels>> = { ...apiNotes, ...architectNotes }
type Sides = Readonly<Record<'for' | 'against', readonly string[]>>
const lines: Readonly<Record<string, Sides>> = summaries.competencies
const otherwise: Sides = summaries.otherwise

/** Remembers which words were used how often, so that no two cards say the same of a candidate. */
export type Notebook = Map<string, number>

export type CardGiven = {
  candidate: DemoCandidate
  interviewer: { key: string; leniency: number }
  interview: SnapshotInterview
  /** The place of the interview in the loop. */
  position: number
  startMs: number
  random: () => number
  notebook: Notebook
}

/** One field after the other, in the order in which somebody would write them. */
export type CardField = { field: string; value: unknown }

/** What an interviewer writes on one card. */
export function demoCard(given: CardGiven): CardField[] {
  const rated = given.interview.questions.map((question, index) => ({
    question,
    rating: ratingOf(given, question, index),
  }))
  const fields = rated.flatMap(({ question, rating }) => questionFields(given, question, rating))
  return [...fields, clockField(given, rated), ...summaryFields(given, rated)]
}

/** A card that somebody left half written: the first questions rated, the next with notes only. */
export function halfCard(card: readonly CardField[], interview: SnapshotInterview): CardField[] {
  const kept = interview.questions.slice(0, Math.ceil(interview.questions.length / 2))
  const last = kept.at(-1)?.questionId
  return card.filter(
    ({ field }) =>
      kept.some(({ questionId }) => field.endsWith(`:${questionId}`)) &&
      !(last !== undefined && field === fieldName('rating', last)),
  )
}

function ratingOf(given: CardGiven, question: SnapshotQuestion, index: number): Rating {
  const { candidate, interviewer, position, random } = given
  const { primaryCompetency } = question.content
  const chance =
    candidate.level +
    (candidate.leaning[primaryCompetency] ?? 0) +
    interviewer.leniency +
    normal(random) * 0.35
  const fixed = candidate.fixed?.find(
    (entry) => entry.interview === position && entry.question === index && entry.by === interviewer.key,
  )?.gives
  if (typeof fixed === 'string') return { state: fixed }
  return { state: 'rated', level: fixed ?? Math.min(4, Math.max(1, Math.round(chance))) }
}

function questionFields(given: CardGiven, question: SnapshotQuestion, rating: Rating): CardField[] {
  const { questionId, content } = question
  const ratingField = { field: fieldName('rating', questionId), value: rating }
  if (rating.state === 'not-asked') return [ratingField]
  if (rating.state === 'no-evidence')
    return [
      {
        field: fieldName('evidence', questionId),
        value: 'The call dropped twice here; what I heard was not enough to judge by.',
      },
      ratingField,
    ]
  const signals = signalsOf(content.signals, rating.level, given.random)
  return [
    { field: fieldName('evidence', questionId), value: noteOf(given, question, rating.level, signals) },
    { field: fieldName('signals', questionId), value: signals },
    ratingField,
  ]
}

/** What the clock of the interview counted: near the plan, the first question somewhat longer. */
function clockField({ startMs, random }: CardGiven, rated: readonly Rated[]): CardField {
  const spentMs = Object.fromEntries(
    rated.flatMap(({ question, rating }, index) => {
      if (rating.state === 'not-asked') return []
      const share = 0.95 + (index === 0 ? 0.15 : 0) + normal(random) * 0.15
      return [[question.questionId, Math.round(question.content.minutes * share * 60_000)]]
    }),
  )
  return { field: 'clock', value: { startedAtMs: startMs, spentMs, running: null } }
}

function signalsOf(
  signals: { strong: readonly string[]; weak: readonly string[] },
  level: number,
  random: () => number,
): string[] {
  const pick = (texts: readonly string[], count: number) =>
    texts
      .map((text) => ({ text, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ text }) => text)
  return [...pick(signals.strong, level - 1), ...pick(signals.weak, Math.max(0, 3 - level))]
}

function noteOf(
  given: CardGiven,
  question: SnapshotQuestion,
  level: number,
  signals: readonly string[],
): string {
  const pool = notes[question.questionId]?.[level] ?? []
  const used = countUse(given.notebook, `${question.questionId} ${level}`)
  return pool[used] ?? `Heard: ${signals.map((text) => text.toLowerCase()).join('; ')}.`
}

/** Counts one use more. @returns how often it was used before */
function countUse(notebook: Notebook, key: string): number {
  const used = notebook.get(key) ?? 0
  notebook.set(key, used + 1)
  return used
}

type Rated = { question: SnapshotQuestion; rating: Rating }

function summaryFields(given: CardGiven, rated: readonly Rated[]): CardField[] {
  const levels = rated.flatMap(({ question, rating }) =>
    rating.state === 'rated' ? [{ id: question.content.primaryCompetency, level: rating.level }] : [],
  )
  const mean = levels.reduce((sum, entry) => sum + entry.level, 0) / Math.max(1, levels.length)
  const isOpen = rated.some(({ rating }) => rating.state === 'no-evidence')
  const strong = levels.filter(({ level }) => level >= 3).toSorted((a, b) => b.level - a.level)
  const weak = levels.filter(({ level }) => level <= 2).toSorted((a, b) => a.level - b.level)
  return [
    { field: 'summary:for', value: summaryLine(given, 'for', strong) },
    { field: 'summary:against', value: summaryLine(given, 'against', weak) },
    { field: 'recommendation', value: isOpen ? 'no-decision' : recommendationFor(mean) },
    ...(isOpen
      ? [
          {
            field: 'recommendation:reason',
            value:
              'The line failed for part of the interview. I would rather ask that part again than guess.',
          },
        ]
      : []),
  ]
}

/** The words used least so far about the competencies that stood out, and none that this candidate was given before. */
function summaryLine(
  { candidate, notebook }: CardGiven,
  side: keyof Sides,
  stoodOut: readonly { id: string }[],
): string {
  const usesOf = (line: string) => notebook.get(line) ?? 0
  const isNew = (line: string) => !notebook.has(`${candidate.name} ${line}`)
  const pools = [...stoodOut.map(({ id }) => lines[id]?.[side] ?? []), otherwise[side]]
  const pool = pools.map((all) => all.filter(isNew)).find((all) => all.length > 0) ?? otherwise[side]
  const line = pool.toSorted((a, b) => usesOf(a) - usesOf(b))[0] ?? ''
  countUse(notebook, line)
  countUse(notebook, `${candidate.name} ${line}`)
  return line
}

function recommendationFor(mean: number): Recommendation {
  if (mean >= 3.5) return 'strong-yes'
  if (mean >= 2.75) return 'yes'
  return mean >= 1.75 ? 'no' : 'strong-no'
}
