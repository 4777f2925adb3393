import { findNearestStem, type KnownStem } from './nearest-word.ts'
import { completeWord, stemOf, type SearchTerm } from './search-text.ts'

/** A typed word of which the bank has little or nothing, and the stem that was probably meant. */
export type Slip = { word: string; stem: string }

const muchMore = 5

/**
 * The words that at most `few` questions have, each with what was probably meant.
 * @param known every stem of the bank
 */
export function findSlips(terms: readonly SearchTerm[], known: readonly KnownStem[], few: number): Slip[] {
  return terms.flatMap(({ words, isOpen }) =>
    words.flatMap((word, at) => {
      const mayGoOn = isOpen && at === words.length - 1
      const own = countKnown(word, known, mayGoOn)
      if (own > few) return []
      const near = findNearestStem(word, known, mayGoOn)
      // Another spelling is only worth offering when it has much more than the typed one.
      return near && near.questions > own * muchMore ? [{ word, stem: near.stem }] : []
    }),
  )
}

/** In how many questions a word, or a word that goes on from it, stands; too many when several do. */
function countKnown(word: string, known: readonly KnownStem[], mayGoOn: boolean): number {
  const stems = [word, ...(mayGoOn ? completeWord(word) : [])].map(stemOf)
  return known
    .filter(({ stem }) => stems.includes(stem) || (mayGoOn && stem.startsWith(stems[0] ?? '')))
    .reduce((sum, item) => sum + item.questions, 0)
}

/** The terms with words replaced; a replaced word is whole. */
export function replaceWords(
  terms: readonly SearchTerm[],
  replacements: ReadonlyMap<string, string>,
): SearchTerm[] {
  return terms.map((term) => ({ ...term, words: term.words.map((word) => replacements.get(word) ?? word) }))
}

/** The words of all terms, each for itself. */
export function loosenTerms(terms: readonly SearchTerm[]): SearchTerm[] {
  return terms.flatMap(({ words, isOpen }) =>
    words.map((word, at) => ({
      words: [word],
      isOpen: isOpen && at === words.length - 1,
      isQuoted: false,
    })),
  )
}
