import {
  buildSimilarityIndex,
  suggestedFrom,
  type SimilarityIndex,
  type SimilarityItem,
} from '#app/domains/question-bank/near-duplicates/similarity-index.ts'
import { buildTagFinder } from './find-tags.ts'
import type { ReadItem } from './question-document.ts'

/** A question of the bank that asks nearly the same as an item; `score` is 0..1. */
export type AlikeItem = { ordinal: number; prompt: string; existingId: string; score: number }

/** What the items of a document are compared with. */
export type KnownQuestions = { index: SimilarityIndex; findTags: (text: string) => string[] }

/**
 * Lower than for two questions of the bank when tags were found, since a document has words of its own. Of five documents that the
 * bank asks in other words, 30 of the 59 suggested from here on were the question made of it; from 0.29 on, 4 of 5.
 */
const taggedFrom = 0.18

/** Prepares the questions of a bank for comparison. */
export function knownQuestions(
  questions: readonly SimilarityItem[],
  index: SimilarityIndex = buildSimilarityIndex(questions),
): KnownQuestions {
  return { index, findTags: buildTagFinder(questions.flatMap(({ tags = [] }) => tags)) }
}

/** The near-duplicates of each item in the bank, at most three of one, the most alike first. */
export function listAlikeItems(items: readonly ReadItem[], { index, findTags }: KnownQuestions): AlikeItem[] {
  return items.flatMap((item) => {
    const { ordinal, prompt, intent, sampleAnswer, complete } = item
    if (prompt === null) return []
    const tags = complete?.tags ?? findTags(textOf(item))
    const texts = { prompt, intent: intent ?? '', anchors: sampleAnswer === null ? [] : [sampleAnswer] }
    const similar = index.similarTo(
      { ...texts, id: '', tags },
      {
        limit: 3,
        threshold: tags.length > 0 ? taggedFrom : suggestedFrom,
      },
    )
    return similar.map(({ id, score }) => ({ ordinal, prompt, existingId: id, score: rounded(score) }))
  })
}

function rounded(score: number): number {
  return Math.min(1, Math.round(1000 * score) / 1000)
}

/** Everything that a document says about a question. */
export function textOf({ topic, prompt, intent, sampleAnswer }: ReadItem): string {
  return [topic, prompt, intent, sampleAnswer].filter(Boolean).join('\n')
}
