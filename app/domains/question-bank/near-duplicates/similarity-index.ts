import { listStems } from './stems.ts'
import { buildTagIndex } from './tag-index.ts'
import { buildVectorSpace, type SparseVector } from './vector-space.ts'

/** What is compared of a question; one that was just read from a document may have no more than its prompt. */
export type SimilarityItem = {
  id: string
  prompt: string
  intent?: string | undefined
  anchors?: readonly string[] | undefined
  tags?: readonly string[] | undefined
}

export type SimilarItem = { id: string; score: number }
export type SimilarPair = { a: string; b: string; score: number }

export type SimilarityIndex = {
  /**
   * The items most like one that may or may not be of the index, the most similar first; never the item itself, by its id.
   * `threshold` is `suggestedFrom` and `limit` 20 unless told.
   */
  similarTo: (item: SimilarityItem, options?: { threshold?: number; limit?: number }) => SimilarItem[]
  /** The pairs that score at least the threshold, the most similar first, at most `limit`; `a` stands before `b` by id. */
  listPairs: (options?: { threshold?: number; limit?: number }) => SimilarPair[]
}

/** From this score on a pair is put to a person. */
export const suggestedFrom = 0.29

const promptShare = 0.35
const textShare = 0.35
const tagShare = 0.3

/**
 * Indexes questions by what they ask: the score of two is 0.35 × cosine of their prompts + 0.35 × cosine of all their text +
 * 0.30 × share of tags in common (Jaccard), with TF-IDF over stems; 0..1. Words are weighed by how rare they are among `items`.
 *
 * When one side has no tags, the score is the larger of the two cosines. Of the labelled pairs of tests/bench that finds as
 * many from the same threshold as tags do, with more wrong ones beside them; stretching 0.35 and 0.35 to 1 found hardly any,
 * and lending the tags of the nearest questions ranked no better. An unchanged prompt scores 1 however little else is known.
 */
export function buildSimilarityIndex(items: readonly SimilarityItem[]): SimilarityIndex {
  const prompts = buildVectorSpace(items.map((item) => listStems(item.prompt)))
  const texts = buildVectorSpace(items.map((item) => listStems(joinTexts(item))))
  const tags = buildTagIndex(items.map((item) => new Set(item.tags)))
  const promptCosines = new Float64Array(items.length)
  const textCosines = new Float64Array(items.length)
  const shared = new Uint8Array(items.length)

  /** The scores of something against every item beyond `after`, by the item's number. */
  function scoreAll(
    it: { prompt: SparseVector; text: SparseVector; tags: ReadonlySet<string> },
    after: number,
  ) {
    for (const sums of [promptCosines, textCosines, shared]) sums.fill(0)
    prompts.addCosines(it.prompt, promptCosines, after)
    texts.addCosines(it.text, textCosines, after)
    tags.addShared(it.tags, shared, after)
    const own = it.tags.size
    return (i: number) => {
      const prompt = promptCosines[i] ?? 0
      const text = textCosines[i] ?? 0
      const other = tags.sizes[i] ?? 0
      if (own === 0 || other === 0) return Math.max(prompt, text)
      const both = shared[i] ?? 0
      return promptShare * prompt + textShare * text + (tagShare * both) / (own + other - both)
    }
  }

  return {
    similarTo(item, { threshold = suggestedFrom, limit = 20 } = {}) {
      const prompt = prompts.toVector(listStems(item.prompt))
      const text = texts.toVector(listStems(joinTexts(item)))
      const scoreOf = scoreAll({ prompt, text, tags: new Set(item.tags) }, -1)
      return items
        .map(({ id }, i) => ({ id, score: id === item.id ? -1 : scoreOf(i) }))
        .filter((found) => found.score >= threshold)
        .sort((one, other) => other.score - one.score || compareIds(one.id, other.id))
        .slice(0, limit)
    },
    listPairs({ threshold = suggestedFrom, limit = Infinity } = {}) {
      let pairs: SimilarPair[] = []
      let least = threshold
      items.forEach((item, i) => {
        const prompt = prompts.vectors[i]
        const text = texts.vectors[i]
        if (!prompt || !text) return
        const scoreOf = scoreAll({ prompt, text, tags: new Set(item.tags) }, i)
        for (let j = i + 1; j < items.length; j++) {
          const score = scoreOf(j)
          const other = items[j]
          if (score < least || !other) continue
          const isFirst = item.id < other.id
          pairs.push({ a: isFirst ? item.id : other.id, b: isFirst ? other.id : item.id, score })
        }
        // From time to time what can no longer be among the best goes.
        if (pairs.length < 2 * limit) return
        pairs = pairs.sort(comparePairs).slice(0, limit)
        least = pairs.at(-1)?.score ?? least
      })
      return pairs.sort(comparePairs).slice(0, limit)
    },
  }
}

function comparePairs(one: SimilarPair, other: SimilarPair): number {
  return other.score - one.score || compareIds(one.a, other.a) || compareIds(one.b, other.b)
}

/** Everything of an item that is compared, as one text. */
export function joinTexts({ prompt, intent = '', anchors = [] }: SimilarityItem): string {
  return [prompt, intent, ...anchors].join('\n')
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
