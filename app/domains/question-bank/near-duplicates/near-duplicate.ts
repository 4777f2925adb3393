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
  /** How many wait for somebody to decide; `suggested` may be a page of them. */
  waiting: number
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
 * Verdicts on questions not in use are left out.
 * @param given `scoreOf` scores a decided pair that is not among the suggested; `page` cuts the suggested ones, `at` from 0
 */
export function sortNearDuplicates(given: {
  suggested: readonly SimilarPair[]
  verdicts: readonly StoredVerdict[]
  findQuestion: (id: string) => ComparedQuestion | undefined
  scoreOf: (aId: string, bId: string) => number
  page?: { at: number; size: number }
}): NearDuplicateList {
  const { findQuestion, page } = given
  const decided = new Set(given.verdicts.map(({ aId, bId }) => keyOf(aId, bId)))
  const scores = new Map<string, number>()
  const waiting: SimilarPair[] = []
  for (const pair of given.suggested) {
    const key = keyOf(pair.a, pair.b)
    if (decided.has(key)) scores.set(key, pair.score)
    else waiting.push(pair)
  }
  const judged = (verdict: DuplicateVerdict) =>
    given.verdicts
      .filter((held) => held.verdict === verdict)
      .flatMap(({ aId, bId, decidedByName }) => {
        const score = scores.get(keyOf(aId, bId)) ?? given.scoreOf(aId, bId)
        const decision = { verdict, byName: decidedByName }
        return besideEachOther(findQuestion(aId), findQuestion(bId), { score, decision })
      })
      .sort((one, other) => other.score - one.score)
  const shown = page ? waiting.slice(page.at, page.at + page.size) : waiting
  return {
    confirmed: judged('same'),
    suggested: shown.flatMap(({ a, b, score }) =>
      besideEachOther(findQuestion(a), findQuestion(b), { score, decision: null }),
    ),
    waiting: waiting.length,
    dismissed: judged('different'),
  }
}

function besideEachOther(
  a: ComparedQuestion | undefined,
  b: ComparedQuestion | undefined,
  rest: Pick<NearDuplicate, 'score' | 'decision'>,
): NearDuplicate[] {
  if (!a || !b) return []
  return [{ a: sideOf(a), b: sideOf(b), sharedTags: a.tags.filter((tag) => b.tags.includes(tag)), ...rest }]
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
