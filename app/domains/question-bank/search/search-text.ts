import { stemmer } from 'stemmer'

/** One part of what was typed: a word, or words that stand next to each other. */
export type SearchTerm = {
  words: readonly string[]
  /** The last word may be the beginning of a longer one. */
  isOpen: boolean
  isQuoted: boolean
}

const longestText = 200
const mostWords = 12

const quote = '"“”„«»'
const letter = String.raw`[\p{L}\p{N}\p{M}]`
const parts = new RegExp(`[${quote}]([^${quote}]*)([${quote}]|$)|(${letter}+(?:[-‐‑'’]${letter}+)*)`, 'gu')
const wordPattern = new RegExp(`${letter}+`, 'gu')

/**
 * Reads what somebody typed: words, words “in quotation marks” that stand together, words joined by a hyphen likewise.
 * Only letters and digits are read, at most twelve words; a quotation that is not closed is still being typed.
 */
export function readSearchText(text: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  let room = mostWords
  for (const [, quoted, end, plain] of text.slice(0, longestText).normalize('NFC').matchAll(parts)) {
    const words = ((quoted ?? plain ?? '').match(wordPattern) ?? []).slice(0, room)
    if (words.length === 0) continue
    room -= words.length
    // One letter begins so many words that it is only looked for as a word of its own.
    const isOpen = end ? false : !/^[a-z0-9]$/i.test(words.at(-1) ?? '')
    terms.push({ words, isOpen, isQuoted: quoted !== undefined })
  }
  return terms
}

/** The terms as somebody would type them. */
export function writeSearchText(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ words, isOpen, isQuoted }) => {
      if (isQuoted) return isOpen ? `"${words.join(' ')}` : `"${words.join(' ')}"`
      return words.join('-')
    })
    .join(' ')
}

/**
 * The terms as an expression of the full-text index. Every word is quoted and holds letters and digits only, so that
 * nothing typed is syntax.
 * @param join whether every term must occur, or one of them
 * @returns null when there is no term
 */
export function matchExpression(terms: readonly SearchTerm[], join: 'AND' | 'OR' = 'AND'): string | null {
  if (terms.length === 0) return null
  return terms
    .map(({ words, isOpen }) => {
      const phrase = `"${words.join(' ')}"`
      if (!isOpen) return phrase
      const endings = words.length === 1 ? completeWord(words[0] ?? '') : []
      const any = [`${phrase}*`, ...endings.map((word) => `"${word}"`)].join(' OR ')
      return endings.length > 0 ? `(${any})` : any
    })
    .join(` ${join} `)
}

/** A word as the index compares it: small letters without accents. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The stem under which the index keeps a word. */
export function stemOf(word: string): string {
  const folded = foldWord(word)
  return folded.length < 3 || folded.length > 64 ? folded : stemmer(folded)
}

// The endings that the stemmer takes off and that can be half typed.
const endings =
  'ational tional ation ator ization izer alism ality ally ably ably ance ancy ence ency ently ent ement ment ible able bility iveness fulness ousness ously ivity ative ive icate icity ical ize ing ion ness ful ism ous ed es'.split(
    ' ',
  )

/**
 * Words that a word in the middle of its ending may become, where the index could not see it: it keeps `integr` for
 * “integration”, which “integratio” is no beginning of.
 * @returns one word for each such stem
 */
export function completeWord(word: string): string[] {
  const folded = foldWord(word)
  if (folded.length < 4 || !/^[a-z]+$/.test(folded)) return []
  const stem = stemOf(folded)
  const byStem = new Map<string, string>()
  for (const ending of endings)
    for (let length = ending.length - 1; length > 0; length--) {
      if (!folded.endsWith(ending.slice(0, length))) continue
      const whole = folded + ending.slice(length)
      const wholeStem = stemOf(whole)
      if (wholeStem.length > 2 && !wholeStem.startsWith(stem)) byStem.set(wholeStem, whole)
    }
  return [...byStem.values()]
}
