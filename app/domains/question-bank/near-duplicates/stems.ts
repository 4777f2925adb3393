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
  return words
    .filter((word) => !stopWords.has(word))
    .map((word) => word.replace(/’\p{L}+$/u, ''))
    .filter((word) => word.length > 1 && /\p{L}/u.test(word) && !stopWords.has(word))
    .map((word) => stemmer(word))
}
