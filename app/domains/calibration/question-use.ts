import { groupBy } from '#app/lib/group-by.ts'
import type { CalibratedCard, CardQuestion } from './read-cards.ts'
import { deviationOf, medianOf } from './statistics.ts'

/** A question asked less often than this stays silent, and so does anything drawn from fewer figures. */
export const leastUses = 5

/** How often two interviewers of one candidate gave the same level to a question, or levels beside each other. */
export type PairAgreement =
  { kind: 'counted'; pairs: number; same: number; near: number } | { kind: 'too few to say' | 'no variation' }

/** What use shows of a question. */
export type QuestionUse = {
  questionId: string
  title: string
  asked: number
  /** Of all cards that planned it, those that did not ask it. */
  notAsked: number
  plannedMinutes: number
  /** The median of what clocks measured; null while fewer than five did. */
  minutes: number | null
  clocks: number
  /** The standard deviation of its ratings, in points of the scale. */
  spread: number | null
  agreement: PairAgreement
}

type Use = CardQuestion & { applicationId: string; interviewerId: string }

/**
 * What use shows of each question that was asked often enough.
 * @param minutes what clocks measured, by question and without saying whose
 * @returns by title; `silent` counts the questions about which too little is known
 */
export function listQuestionUse(
  cards: readonly CalibratedCard[],
  minutes: ReadonlyMap<string, readonly number[]>,
): { questions: QuestionUse[]; silent: number } {
  const uses = cards
    .toSorted((a, b) => a.submittedAtMs - b.submittedAtMs)
    .flatMap(({ applicationId, interviewerId, questions }) =>
      questions.map((question): Use => ({ ...question, applicationId, interviewerId })),
    )
  const all = [...groupBy(uses, (use) => use.questionId)].map(([questionId, own]): QuestionUse => {
    const latest = own.at(-1)
    const levels = own.flatMap(({ rating }) => (rating?.state === 'rated' ? [rating.level] : []))
    const measured = minutes.get(questionId) ?? []
    return {
      questionId,
      title: latest?.title ?? '',
      asked: own.filter(({ rating }) => rating !== null && rating.state !== 'not-asked').length,
      notAsked: own.filter(({ rating }) => rating?.state === 'not-asked').length,
      plannedMinutes: latest?.plannedMinutes ?? 0,
      minutes: measured.length < leastUses ? null : medianOf(measured),
      clocks: measured.length,
      spread: deviationOf(levels),
      agreement: comparePairs(own),
    }
  })
  const spoken = all.filter((question) => question.asked >= leastUses)
  return {
    questions: spoken.sort((a, b) => a.title.localeCompare(b.title, 'en')),
    silent: all.length - spoken.length,
  }
}

function comparePairs(uses: readonly Use[]): PairAgreement {
  const gaps: number[] = []
  const levels = new Set<number>()
  for (const given of groupBy(uses, (use) => use.applicationId).values()) {
    const rated = given.flatMap(({ rating, interviewerId }) =>
      rating?.state === 'rated' ? [{ interviewerId, level: rating.level }] : [],
    )
    rated.forEach((one, i) => {
      for (const other of rated.slice(i + 1)) {
        if (one.interviewerId === other.interviewerId) continue
        gaps.push(Math.abs(one.level - other.level))
        levels.add(one.level).add(other.level)
      }
    })
  }
  if (gaps.length < leastUses) return { kind: 'too few to say' }
  if (levels.size === 1) return { kind: 'no variation' }
  return {
    kind: 'counted',
    pairs: gaps.length,
    same: gaps.filter((gap) => gap === 0).length,
    near: gaps.filter((gap) => gap <= 1).length,
  }
}
