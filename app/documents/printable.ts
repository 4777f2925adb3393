/** A mark for what the bundled fonts cannot print. */
const replacement = '?'

/** What has no shape of its own: control characters, and marks that turn the order of letters round. */
const shapeless = /(?![\n\t])[\p{Cc}\p{Cf}]/gu

/**
 * The characters of a text that the fonts cannot print, each once, in order.
 * @param covered the code points that the font chain has
 */
export function listUnprintable(text: string, covered: ReadonlySet<number>): string[] {
  const missing = [...visibleText(text)].filter((char) => !isPrintable(char, covered))
  return [...new Set(missing)]
}

/**
 * The same value with every text in composed form, without what has no shape, and every character that cannot print
 * replaced by a question mark; a missing glyph would come out as garbage.
 */
export function makePrintable<T>(value: T, covered: ReadonlySet<number>): T
export function makePrintable(value: unknown, covered: ReadonlySet<number>): unknown {
  if (typeof value === 'string') {
    return [...visibleText(value)].map((char) => (isPrintable(char, covered) ? char : replacement)).join('')
  }
  if (Array.isArray(value)) return value.map((item) => makePrintable(item, covered))
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, makePrintable(item, covered)]))
}

function visibleText(text: string): string {
  return text.normalize('NFC').replace(shapeless, '')
}

function isPrintable(char: string, covered: ReadonlySet<number>): boolean {
  return char === '\n' || char === '\t' || covered.has(char.codePointAt(0) ?? 0)
}
