/** Somebody whose name must not be read, and what stands in its place. */
export type KnownName = {
  name: string
  alias: string
  /** Their first and last name are replaced on their own as well. */
  isClose: boolean
}

/** First names that are words too: alone they are taken for a name only when they begin with a capital. */
const wordsToo = new Set(
  'art bill bob bud carol chance chase dale dean dawn drew faith frank gene grace grant hope jack jay joy june kay mark may miles nick pat page penny pierce ray reed rich rob rose ruth sandy skip sky star sue summer terry tom tony ty van will winter young'.split(
    ' ',
  ),
)

const unmarked: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }
const particles = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'del',
  'di',
  'da',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'of',
])

type Word = { folded: string; start: number; end: number; isCapital: boolean }
type Entry = { words: readonly string[]; alias: string; needsCapital: boolean }

/** Anything that looks like an address of e-mail. */
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/**
 * Makes a function that replaces names in text, whatever their case and accents, as whole words.
 * @param known longer names win over shorter ones, earlier ones over later
 * @param own names and addresses of the person whom the text is about; they stay
 */
export function createNameReplacer(
  known: readonly KnownName[],
  own: { name: string; email: string | null },
): (text: string) => string {
  const kept = new Set(wordsOf(own.name).map(({ folded }) => folded))
  const entries = new Map<string, Entry[]>()
  const add = (words: readonly string[], alias: string) => {
    const [first] = words
    if (first === undefined || words.every((word) => kept.has(word))) return
    const needsCapital = words.length === 1 && wordsToo.has(first)
    const list = entries.get(first) ?? []
    if (!list.some((entry) => entry.words.join(' ') === words.join(' ')))
      list.push({ words, alias, needsCapital })
    entries.set(first, list)
  }
  for (const { name, alias, isClose } of known) {
    const words = wordsOf(name).map(({ folded }) => folded)
    add(words, alias)
    if (!isClose || words.length < 2) continue
    for (const word of words)
      if (word.length > 1 && !particles.has(word) && !kept.has(word)) add([word], alias)
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length)

  return (text) => replaceAddresses(replaceWords(text, entries), own.email)
}

function replaceWords(text: string, entries: ReadonlyMap<string, readonly Entry[]>): string {
  const words = wordsOf(text)
  let result = ''
  let from = 0
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    if (!first) break
    const found = entries.get(first.folded)?.find((entry) => matches(entry, words, at, text))
    const last = found && words[at + found.words.length - 1]
    if (!found || !last) continue
    result += text.slice(from, first.start) + found.alias
    from = last.end
    at += found.words.length - 1
  }
  return result + text.slice(from)
}

function matches({ words, needsCapital }: Entry, text: readonly Word[], at: number, whole: string): boolean {
  if (needsCapital && !text[at]?.isCapital) return false
  return words.every((word, i) => {
    const found = text[at + i]
    const before = text[at + i - 1]
    if (found?.folded !== word) return false
    return i === 0 || before === undefined || /^[\s.,'’-]{1,3}$/u.test(whole.slice(before.end, found.start))
  })
}

function replaceAddresses(text: string, own: string | null): string {
  return text.replace(address, (found) =>
    own !== null && found.toLowerCase() === own.toLowerCase() ? found : '[e-mail address]',
  )
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    isCapital: /^\p{Lu}/u.test(match[0]),
  }))
}

function fold(word: string): string {
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en')
  return [...bare].map((letter) => unmarked[letter] ?? letter).join('')
}

/** The same for every text in a value, but for those under `keys`, which nobody wrote about the person. */
export function replaceIn<T>(value: T, replace: (text: string) => string, keys: ReadonlySet<string>): T
export function replaceIn(
  value: unknown,
  replace: (text: string) => string,
  keys: ReadonlySet<string>,
): unknown {
  if (typeof value === 'string') return replace(value)
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, replace, keys))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, keys.has(key) ? item : replaceIn(item, replace, keys)]),
  )
}

/** "Interviewer A" to "Interviewer Z", then "Interviewer AA". */
export function letterAlias(kind: string, position: number): string {
  const last = String.fromCodePoint(65 + (position % 26))
  return `${kind} ${position < 26 ? '' : String.fromCodePoint(64 + Math.floor(position / 26))}${last}`
}
