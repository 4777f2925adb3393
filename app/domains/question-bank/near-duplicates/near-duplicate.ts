import { groupPairs } from './duplicate-groups.ts'
import { suggestedFrom, type SimilarPair } from './similarity-index.ts'

export type DuplicateVerdict = 'same' | 'different'

/** What is shown of a question that is compared, and what it is compared by. */
export type ComparedQuestion = {
  id: string
  title: string
  prompt: string
  intent: string
  anchors: string[]
  tags: string[]
  competencyId: string
}

/** What somebody said about two questions; `aId` is the smaller id. */
export type StoredVerdict = {
  aId: string
  bId: string
  verdict: DuplicateVerdict
  decidedByName: string
}

export type QuestionSide = Pick<ComparedQuestion, 'id' | 'title' | 'prompt' | 'intent' | 'tags'>

/** Two questions beside each other; `score` is 0..1. */
export type NearDuplicate = {
  a: QuestionSide
  b: QuestionSide
  score: number
  sharedTags: string[]
  decision: { verdict: DuplicateVerdict; byName: string } | null
}

export type NearDuplicateList = {
  confirmed: NearDuplicate[]
  suggested: NearDuplicate[]
  dismissed: NearDuplicate[]
}

/** A question and another that asks the same: as somebody said, or nearly and as suggested when `isConfirmed` is false. */
export type AlikeQuestions = { id: string; otherId: string; score: number; isConfirmed: boolean }

/** The two ids as a pair is stored: the smaller first. */
export function orderPair(one: string, other: string): { aId: string; bId: string } {
  return one < other ? { aId: one, bId: other } : { aId: other, bId: one }
}

/** A score in a word, from the lowest that is suggested upwards. */
export function likenessWord(score: number): 'A little alike' | 'Alike' | 'Very alike' | 'Nearly identical' {
  if (score >= 0.7) return 'Nearly identical'
  if (score >= 0.45) return 'Very alike'
  return score >= suggestedFrom ? 'Alike' : 'A little alike'
}

/**
 * Puts suggestions and verdicts together: what people confirmed or dismissed stays where they put it, whatever it scores now.
 * @param given `scoreOf` scores a pair that is not among the suggested; verdicts on questions not in use are left out
 */
export function sortNearDuplicates(given: {
  suggested: readonly SimilarPair[]
  verdicts: readonly StoredVerdict[]
  findQuestion: (id: string) => ComparedQuestion | undefined
  scoreOf: (aId: string, bId: string) => number
}): NearDuplicateList {
  const scores = new Map(given.suggested.map(({ a, b, score }) => [keyOf(a, b), score]))
  const decided = new Set(given.verdicts.map(({ aId, bId }) => keyOf(aId, bId)))
  const pairOf = (aId: string, bId: string, score: number, held?: StoredVerdict): NearDuplicate[] => {
    const a = given.findQuestion(aId)
    const b = given.findQuestion(bId)
    if (!a || !b) return []
    const decision = held ? { verdict: held.verdict, byName: held.decidedByName } : null
    const sharedTags = a.tags.filter((tag) => b.tags.includes(tag))
    return [{ a: sideOf(a), b: sideOf(b), score, sharedTags, decision }]
  }
  const judged = (verdict: DuplicateVerdict) =>
    given.verdicts
      .filter((held) => held.verdict === verdict)
      .flatMap((held) => {
        const { aId, bId } = held
        return pairOf(aId, bId, scores.get(keyOf(aId, bId)) ?? given.scoreOf(aId, bId), held)
      })
      .sort((one, other) => other.score - one.score)
  return {
    confirmed: judged('same'),
    suggested: given.suggested.flatMap(({ a, b, score }) =>
      decided.has(keyOf(a, b)) ? [] : pairOf(a, b, score),
    ),
    dismissed: judged('different'),
  }
}

/** Groups of questions that ask the same, as people said; in each at most one question belongs in a panel. */
export function groupConfirmed(verdicts: readonly StoredVerdict[]): string[][] {
  return groupPairs(
    verdicts.filter(({ verdict }) => verdict === 'same').map(({ aId, bId }) => ({ a: aId, b: bId })),
  )
}

function sideOf({ id, title, prompt, intent, tags }: ComparedQuestion): QuestionSide {
  return { id, title, prompt, intent, tags }
}

function keyOf(one: string, other: string): string {
  const { aId, bId } = orderPair(one, other)
  return `${aId} ${bId}`
}
