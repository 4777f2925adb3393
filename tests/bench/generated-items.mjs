// @ts-check
import { seeded } from './seeded.mjs'

/** @typedef {import('#app/domains/question-bank/near-duplicates/near-duplicate.ts').ComparedQuestion} Item */

/**
 * Questions of the length of the shipped ones: three words in five from two of them, the rest rare, and four topics.
 * @param {readonly Item[]} shipped @param {number} count
 * @returns {Item[]}
 */
export function generateItems(shipped, count) {
  const random = seeded(7)
  /** @template T @param {readonly T[]} from @param {T} other */
  const pick = (from, other) => from[Math.floor(random() * from.length)] ?? other
  const words = shipped.map((item) => [item.prompt, item.intent, ...item.anchors].join(' ').split(/\s+/))
  const topics = [...new Set(shipped.flatMap((item) => item.tags))]
  return Array.from({ length: count }, (_, i) => {
    const near = [pick(words, []), pick(words, [])]
    const text = (/** @type {number} */ length) =>
      Array.from({ length }, () =>
        random() < 0.6 ? pick(pick(near, []), '') : `rare${Math.floor(20_000 * random() ** 2)}`,
      ).join(' ')
    return {
      id: `generated-${i}`,
      title: `Generated ${i}`,
      prompt: text(55),
      intent: text(25),
      anchors: [text(45), text(45), text(45), text(45)],
      tags: Array.from({ length: 4 }, () => pick(topics, '')),
      competencyId: shipped[i % shipped.length]?.competencyId ?? '',
    }
  })
}
