/** Ids end an address, and these words stand there for pages of their own. */
const pages = ['bank', 'drafts', 'files', 'import', 'imports', 'near-duplicates', 'new', 'updates']
/** An id names a file, `<id>.json`, and Windows allows none of these names, nor com1 and its like. */
const devices = ['aux', 'con', 'nul', 'prn']
const reserved: ReadonlySet<string> = new Set([...pages, ...devices])
const port = /^(com|lpt)\d$/

const longestId = 64
/** Room for a hyphen and a number. */
const longestWords = longestId - 6

/** Letters that do not fall apart into a plain one and its mark. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
}

/**
 * An id for something of the bank made of its name: "Data mapping & meaning" gives `data-mapping-meaning`.
 * @param kind what the id is made of when the name has no letter that an address can hold
 * @param isTaken whether something has, or ever had, this id
 * @returns an id of at most 64 letters that no page and no other thing has
 */
export function makeContentId(
  name: string,
  kind: 'question' | 'competency' | 'role',
  isTaken: (id: string) => boolean,
): string {
  const words = slugOf(name) || kind
  const isFree = (id: string) => !reserved.has(id) && !port.test(id) && !isTaken(id)
  if (isFree(words)) return words
  let count = 2
  while (!isFree(`${words}-${count}`)) count++
  return `${words}-${count}`
}

/** Lower-case words joined by hyphens, at most 58 letters; empty when the text has no letter that an address can hold. */
export function slugOf(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (words.length <= longestWords) return words
  const cut = words.slice(0, longestWords + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : cut.slice(0, longestWords)
}
