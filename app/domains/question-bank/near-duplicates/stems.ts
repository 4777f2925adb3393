import { stemmer } from 'stemmer'
import { stopWords } from './stop-words.ts'

const longestText = 20_000

/**
 * The words of a text by which it is compared, in order and as often as they stand there: lower case, English stop words and
 * bare figures left out, each cut to its stem by Porter’s algorithm, so that “retries” and “retried” are one word.
 * @param text only its first 20,000 characters count
 */
export function listStems(text: string): string[] {
  const words =
    text
      .slice(0, longestText)
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll("'", '’')
      .match(/[\p{L}\p{M}\p{N}]+(?:’\p{L}+)?/gu) ?? []
  return words.map(stemOf).filter((stem) => stem !== '')
}

// A bank says the same few thousand words again and again.
const known = new Map<string, string>()
const mostKnown = 50_000

/** The stem of a word in lower case, or '' when it does not count. */
function stemOf(word: string): string {
  const held = known.get(word)
  if (held !== undefined) return held
  if (known.size >= mostKnown) known.clear()
  const stem = cutToStem(word)
  known.set(word, stem)
  return stem
}

function cutToStem(word: string): string {
  const bare = word.replace(/’\p{L}+$/u, '')
  const isLeftOut = stopWords.has(word) || stopWords.has(bare) || bare.length < 2 || !/\p{L}/u.test(bare)
  return isLeftOut ? '' : stemmer(bare)
}
