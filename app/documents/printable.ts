/** A mark for what the bundled fonts cannot print. */
const replacement = '?'

/**
 * The characters of a text that the fonts cannot print, each once, in order.
 * @param covered the code points that the font chain has
 */
export function listUnprintable(text: string, covered: ReadonlySet<number>): string[] {
  const missing = [...text.normalize('NFC')].filter((char) => !isPrintable(char, covered))
  return [...new Set(missing)]
}

/**
 * The same value with every text in composed form and every character that cannot print replaced by a
 * question mark; a missing glyph would come out as garbage.
 */
export function makePrintable<T>(value: T, covered: ReadonlySet<number>): T
export function makePrintable(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === 'string') {
    return [...value.normalize('NFC')]
      .map((char) => (isPrintable(char, covered) ? char : replacement))
      .join('')
  }
  if (Array.isArray(value)) return value.map((item) => makePrintable(item, covered))
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, makePrintable(item, covered)]))
}

function isPrintable(char: string, covered: ReadonlySet<number>): boolean {
  return char === '\n' || char === '\t' || covered.has(char.codePointAt(0) ?? 0)
}
