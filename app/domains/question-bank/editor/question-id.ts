/** Pages under /questions, and names that some systems allow no file to have: a question's file is `<id>.json`. */
const reserved = new Set([
  'new',
  'drafts',
  'import',
  'imports',
  'near-duplicates',
  'updates',
  'files',
  'bank',
  'con',
  'prn',
  'aux',
  'nul',
])
const port = /^(com|lpt)[1-9]$/

const longest = 64

/** Lower-case words joined by hyphens, as ids are written; empty when the text has no Latin letter or digit. */
export function slugOf(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'o')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
}

/**
 * The id of a new question: its title as a slug, with a number when that is taken or stands for a page.
 * @param isTaken whether a question has this id, archived ones included
 */
export function questionIdFrom(title: string, isTaken: (id: string) => boolean): string {
  const base = slugOf(title) || 'question'
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `-${number}`
    const id = base.slice(0, longest - ending.length).replace(/-+$/, '') + ending
    if (!reserved.has(id) && !port.test(id) && !isTaken(id)) return id
  }
}
