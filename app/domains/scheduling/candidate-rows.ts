import { comparableName } from './candidate.ts'
import {
  candidateNameSchema,
  optionalCodeSchema,
  optionalCvUrlSchema,
  optionalEmailSchema,
} from './candidate.schema.ts'

export const maxImportRows = 5000

/** A line of a file, its cells put under the headings we know. */
export type CandidateRow = { line: number; name: string; email: string; code: string; cvUrl: string }
export type CheckedRow = CandidateRow & { state: 'add' | 'skip' | 'error'; words: string }
export type KnownCandidate = { name: string | null; email: string | null; code: string }

type Column = 'name' | 'first' | 'last' | 'email' | 'code' | 'cvUrl'
const headings: Record<string, Column> = {
  name: 'name',
  'full name': 'name',
  candidate: 'name',
  'candidate name': 'name',
  'first name': 'first',
  firstname: 'first',
  'given name': 'first',
  forename: 'first',
  'last name': 'last',
  lastname: 'last',
  surname: 'last',
  'family name': 'last',
  email: 'email',
  'e mail': 'email',
  mail: 'email',
  'email address': 'email',
  'e mail address': 'email',
  code: 'code',
  id: 'code',
  'candidate code': 'code',
  reference: 'code',
  ref: 'code',
  cv: 'cvUrl',
  'cv link': 'cvUrl',
  'cv url': 'cvUrl',
  'link to cv': 'cvUrl',
  resume: 'cvUrl',
  'resume link': 'cvUrl',
  'resume url': 'cvUrl',
  'curriculum vitae': 'cvUrl',
}

/**
 * Finds the columns of a table by their headings; without headings the first column is the name and a cell with an @
 * the e-mail address.
 * @param table the lines with their numbers in the file
 * @returns the rows, or in words why there are none
 */
export function readRows(
  table: readonly { line: number; cells: readonly string[] }[],
): { rows: CandidateRow[]; headed: boolean } | { problem: string } {
  const [head, ...rest] = table
  if (!head) return { problem: 'The file is empty. Choose one with a candidate on each line.' }
  const columns = head.cells.map((cell) => headings[comparableName(cell).replace(/[-_.\s]+/g, ' ')])
  const headed = columns.some((column) => column !== undefined)
  const hasName = columns.includes('name') || columns.includes('first') || columns.includes('last')
  if (headed && !hasName)
    return {
      problem: `No column is headed Name. The first line says: ${head.cells.slice(0, 6).join(', ')}. Head the column with the names “Name”.`,
    }
  const lines = headed ? rest : table
  if (lines.length === 0)
    return { problem: 'The file has a heading but no candidate below it. Add one on each line.' }
  if (lines.length > maxImportRows)
    return {
      problem: `The file has more than ${maxImportRows.toLocaleString('en-GB')} candidates. Split it and import the parts one by one.`,
    }
  return {
    headed,
    rows: lines.map(({ line, cells }) => {
      const at = (column: Column) => plain(cells[columns.indexOf(column)] ?? '')
      if (!headed) return guessRow(line, cells)
      const name = at('name') || [at('first'), at('last')].filter(Boolean).join(' ')
      return { line, name, email: at('email'), code: at('code'), cvUrl: at('cvUrl') }
    }),
  }
}

function guessRow(line: number, cells: readonly string[]): CandidateRow {
  const email = cells.find((cell) => cell.includes('@')) ?? ''
  const name = cells.find((cell) => cell !== email) ?? ''
  return { line, name: plain(name), email: plain(email), code: '', cvUrl: '' }
}

/** A cell on one line: breaks, tabs and control characters become a space. */
function plain(cell: string): string {
  return cell.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/**
 * Decides about each row: added, skipped as already there, or not usable, with the reason in words. Somebody is
 * already there by the same e-mail address, or by the same name when no address tells two people apart.
 */
export function checkRows(rows: readonly CandidateRow[], known: readonly KnownCandidate[]): CheckedRow[] {
  const codes = new Map<string, string>(known.map((candidate) => [candidate.code, 'somebody already there']))
  const emails = new Map<string, string>()
  const names = new Map<string, { where: string; email: string }[]>()
  const note = (where: string, person: { name: string; email: string }) => {
    const name = comparableName(person.name)
    if (person.email) emails.set(person.email.toLowerCase(), where)
    names.set(name, [...(names.get(name) ?? []), { where, email: person.email }])
  }
  for (const { name, email } of known) if (name !== null) note('', { name, email: email ?? '' })

  return rows.map((row): CheckedRow => {
    const problem = problemOf(row)
    if (problem) return { ...row, state: 'error', words: problem }
    const email = row.email.trim().toLowerCase()
    const code = row.code.trim().toUpperCase()
    const clean = { line: row.line, name: row.name.trim(), email, code, cvUrl: row.cvUrl }
    const sameEmail = email ? emails.get(email) : undefined
    if (sameEmail !== undefined)
      return { ...clean, state: 'skip', words: already(sameEmail, 'e-mail address') }
    const namesakes = names.get(comparableName(clean.name)) ?? []
    const same = namesakes.find((other) => !email || !other.email)
    if (same) return { ...clean, state: 'skip', words: already(same.where, 'name') }
    const holder = code ? codes.get(code) : undefined
    if (holder !== undefined)
      return {
        ...clean,
        state: 'error',
        words: `The code ${code} belongs to ${holder}. Change it, or leave it empty.`,
      }
    if (code) codes.set(code, `line ${row.line}`)
    note(`line ${row.line}`, clean)
    const words =
      namesakes.length > 0 ? 'Somebody of this name has another e-mail address; added as well.' : ''
    return { ...clean, state: 'add', words }
  })
}

function already(where: string, by: string): string {
  return where === '' ? `Already there: same ${by}.` : `Same ${by} as ${where}.`
}

function problemOf(row: CandidateRow): string | undefined {
  const results = [
    candidateNameSchema.safeParse(row.name),
    optionalEmailSchema.safeParse(row.email),
    optionalCodeSchema.safeParse(row.code),
    optionalCvUrlSchema.safeParse(row.cvUrl),
  ]
  return results.flatMap((result) => (result.success ? [] : [result.error.issues[0]?.message ?? '']))[0]
}
