import type { ScoredCard } from '../scored-card.ts'

/** One change of a final rating: the level that counts after the debrief, beside the one on the card. */
export type FinalRating = {
  scorecardId: string
  questionId: string
  /** Counts the changes of one question on one card, from 1. */
  version: number
  /** Null takes the final rating back: what the card says counts again. */
  level: number | null
  /** Null when the level is that of the card, and after the candidate was erased. */
  reason: string | null
  userId: string
  atMs: number
}

/** What stands of all changes: the newest of each question on each card, also where it was taken back. */
export function listCurrentFinals<T extends Pick<FinalRating, 'scorecardId' | 'questionId' | 'version'>>(
  finals: readonly T[],
): T[] {
  const newest = new Map<string, T>()
  for (const final of finals) {
    const key = `${final.scorecardId} ${final.questionId}`
    const known = newest.get(key)
    if (!known || known.version < final.version) newest.set(key, final)
  }
  return [...newest.values()]
}

/**
 * The cards as they count after the debrief: the final level in the place of the initial one, where one was given.
 * Only a question that the card rates can have one; the cards given stay as they are.
 * @param finals every change, or only the newest
 */
export function applyFinalRatings<T extends Pick<ScoredCard, 'scorecardId' | 'record'>>(
  cards: readonly T[],
  finals: readonly Pick<FinalRating, 'scorecardId' | 'questionId' | 'version' | 'level'>[],
): T[] {
  const current = listCurrentFinals(finals)
  return cards.map((card) => {
    const given = current.filter((final) => final.scorecardId === card.scorecardId && final.level !== null)
    if (given.length === 0) return card
    const questions = { ...card.record.questions }
    for (const { questionId, level } of given) {
      const question = questions[questionId]
      if (level === null || question?.rating?.state !== 'rated') continue
      questions[questionId] = { ...question, rating: { state: 'rated', level } }
    }
    return { ...card, record: { ...card.record, questions } }
  })
}

/** A sentence is longer than this. */
export const leastReason = 10
export const mostReason = 1000

/** What a change of a final rating is refused for; null when it may be made. */
export type FinalProblem = { field: 'level' | 'reason'; message: string } | null

/**
 * Whether a change may be made: to a level of the scale that changes something, with a reason wherever it differs from
 * the initial one.
 * @param change `present` is the final level that stands now; null when there is none
 */
export function checkFinalRating(change: {
  initial: number
  present: number | null
  level: number | null
  reason: string
  scale: readonly number[]
}): FinalProblem {
  const { initial, present, level, reason, scale } = change
  if (level === null) {
    return present === null
      ? { field: 'level', message: 'There is no final rating to take back: the initial one counts.' }
      : null
  }
  if (!scale.includes(level)) return { field: 'level', message: 'Choose a level of the scale.' }
  if (level === initial && present === null) {
    return { field: 'level', message: 'That is what your card says already: choose another level.' }
  }
  if (level !== initial && reason.trim().length < leastReason) {
    return { field: 'reason', message: 'Say in a sentence what changed your mind; everybody here reads it.' }
  }
  return null
}
