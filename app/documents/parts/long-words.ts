/** A word with more characters than this has no syllables worth looking for: an address, a key, a line of signs. */
const longestWord = 24
const piece = 4
/** Shorter ones fit into every cell that we print. */
const shortestCut = 13

/**
 * Where a word may be cut when no line holds it: a long run of characters anywhere, every other word nowhere.
 * @returns the word in pieces
 */
export function cutLongWord(word: string): string[] {
  const letters = word.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  if (letters.length <= longestWord) return [word]
  return Array.from({ length: Math.ceil(letters.length / piece) }, (_, i) =>
    letters.slice(i * piece, (i + 1) * piece).join(''),
  )
}

/**
 * The same for the cell of a table, where a word that is longer than the cell is cut at its syllables.
 * @param syllablesOf the renderer gives its own
 */
export function cutInCell(word: string, syllablesOf: (word: string) => string[] = cutLongWord): string[] {
  if (word.length <= shortestCut) return [word]
  return word.length <= longestWord ? syllablesOf(word) : cutLongWord(word)
}
