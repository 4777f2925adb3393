import { countOnes } from './bit-set.ts'
import { foldWord, stemOf } from './search-text.ts'

/** A stem of the index, how many questions have it, and its letters as `lettersOf` gives them. */
export type KnownStem = { stem: string; questions: number; letters: number }

export function makeKnownStem(stem: string, questions: number): KnownStem {
  return { stem, questions, letters: lettersOf(stem) }
}

/** Which letters a word has: a bit for each of a to z, and one for all others. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    letters |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 26
  }
  return letters
}

/** Whether so few slips could give the letters of one word to another: a slip brings at most one new letter. */
function couldBecome(from: number, to: number, slips: number): boolean {
  return countOnes(to & ~from) <= slips
}

const shortestWord = 3
const longestWord = 40

/** How many slips a word of this length may have. */
function allowedSlips(length: number): number {
  return length <= 5 ? 1 : 2
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to get from one word to the other
 * (Damerau–Levenshtein in its restricted form: no letter is touched twice).
 * @returns the number of slips, or a number above `most` as soon as it is certain to be above
 */
export function countSlips(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let above: number[] = []
  for (let column = 0; column <= to.length; column++) above.push(column)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      let slips = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && isSwap) slips = Math.min(slips, (before[column - 2] ?? 0) + 1)
      line.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    before = above
    above = line
  }
  return above[to.length] ?? 0
}

/**
 * The stem that somebody probably meant: the fewest slips first, then the one in most questions.
 * Stems have lost their endings and a mistyped word may have kept its own, so that a stem is also compared with the
 * beginning of the word; a match of whole stems comes before one of a beginning.
 * @param isOpen whether the word may be the beginning of a longer one
 * @returns undefined when nothing is near, or the word is too short or too long to tell
 */
export function findNearestStem(
  word: string,
  known: readonly KnownStem[],
  isOpen: boolean,
): KnownStem | undefined {
  const folded = foldWord(word)
  if (folded.length < shortestWord || folded.length > longestWord) return undefined
  const most = allowedSlips(folded.length)
  const stem = stemOf(folded)
  let best: { item: KnownStem; rank: number } | undefined
  const typed = {
    word: folded,
    stem,
    wordLetters: lettersOf(folded),
    stemLetters: lettersOf(stem),
    most,
    isOpen,
  }
  for (const item of known) {
    if (item.stem.length < shortestWord || item.stem === stem) continue
    const rank = rankOf(typed, item)
    if (rank === undefined) continue
    const isBetter = !best || rank < best.rank || (rank === best.rank && item.questions > best.item.questions)
    if (isBetter) best = { item, rank }
  }
  return best?.item
}

type Typed = {
  word: string
  stem: string
  wordLetters: number
  stemLetters: number
  most: number
  isOpen: boolean
}

/** Slips, with a half more when only a beginning was compared; undefined when there are too many. */
function rankOf(typed: Typed, { stem: known, letters }: KnownStem): number | undefined {
  const { word, stem, wordLetters, stemLetters, most } = typed
  if (couldBecome(stemLetters, letters, most) && couldBecome(letters, stemLetters, most)) {
    const slips = countSlips(stem, known, most)
    // Hardly anybody mistypes a word at its beginning and once more: “wombat” is not “format”.
    if (slips <= most && (slips < 2 || stem[0] === known[0])) return slips
  }
  // “integraton” begins with `integr`.
  if (known.length >= 5 && known.length < word.length && couldBecome(wordLetters, letters, 1)) {
    const slips = leastSlips([0, -1, 1], (more) => countSlips(word.slice(0, known.length + more), known, 1))
    if (slips <= 1) return slips + 0.5
  }
  // “kubrne” is on the way to `kubernet`.
  const mayGoOn = typed.isOpen && word.length >= 4 && known.length > word.length
  if (mayGoOn && couldBecome(letters, wordLetters, 1)) {
    const slips = leastSlips([0, -1, 1], (more) => countSlips(word, known.slice(0, word.length + more), 1))
    if (slips <= 1) return slips + 0.5
  }
  return undefined
}

function leastSlips(shifts: readonly number[], count: (shift: number) => number): number {
  return Math.min(...shifts.map(count))
}

/** Of some words the one that differs least from what was typed; small letters before capitals, then the first. */
export function nearestOf(typed: string, words: readonly string[]): string | undefined {
  const distance = (word: string) => countSlips(foldWord(typed), foldWord(word), longestWord)
  const isLower = (word: string) => (word === word.toLowerCase() ? 0 : 1)
  return words.toSorted((a, b) => distance(a) - distance(b) || isLower(a) - isLower(b))[0]
}
