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

/** A text that will not come out whole, shortened around the first character that is missing. */
export type Unprintable = { characters: string[]; text: string }

/**
 * The texts in a value that the fonts cannot print whole, each once.
 * @param most how many texts are named
 */
export function findUnprintableTexts(value: unknown, covered: ReadonlySet<number>, most = 12): Unprintable[] {
  const found = new Map<string, Unprintable>()
  function look(part: unknown): void {
    if (found.size >= most || part instanceof Date || part === null) return
    if (typeof part === 'string') {
      // Nearly every text is plain, and plain letters are in every font.
      if (!/[^\t\n\x20-\x7e]/.test(part)) return
      const characters = listUnprintable(part, covered)
      if (characters.length > 0)
        found.set(part, { characters, text: shortenAround(part, characters[0] ?? '') })
    } else if (typeof part === 'object') for (const item of Object.values(part)) look(item)
  }
  look(value)
  return [...found.values()]
}

function shortenAround(text: string, character: string): string {
  const around = 30
  const letters = [...visibleText(text).replace(/\s+/g, ' ')]
  const at = letters.indexOf(character)
  const from = Math.max(0, at - around)
  const cut = letters.slice(from, at + around)
  return `${from > 0 ? '…' : ''}${cut.join('')}${at + around < letters.length ? '…' : ''}`
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
