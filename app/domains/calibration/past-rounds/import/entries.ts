import { readHeadings, splitHeading, type Reading } from './reading.ts'
import { letterOf, tidy, type SheetRow } from './sheet.ts'

/** A cell that may hold a rating, with whom and what it is about. A name is empty where the file has none. */
export type Entry = {
  line: number
  /** From 1. */
  column: number
  candidate: string
  interviewer: string
  competency: string
  question: string | null
  value: string
  note: string | null
}

/** What every rating is about in a file that names no competency. */
export const onlyCompetency = 'Overall'

/** A cell with something in it right of the last heading: nobody can tell what it is. */
export type StrayCell = { line: number; column: number; value: string }

/**
 * Takes the cells for ratings out of a file, row by row.
 * @param isFilled takes a missing name from the row above, as merged cells leave it
 */
export function listEntries(
  rows: readonly SheetRow[],
  reading: Reading,
  isFilled: boolean,
): { entries: Entry[]; stray: StrayCell[] } {
  const headings = readHeadings(rows, reading.heads)
  const below = rows.slice(reading.heads)
  const readRow = reading.layout === 'long' ? readLongRow : readWideRow
  const above: Names = { candidate: '', interviewer: '', competency: '' }
  const entries: Entry[] = []
  const stray: StrayCell[] = []
  for (const row of below) {
    const names = readNames(row, reading)
    if (isFilled) fillFrom(names, above)
    Object.assign(above, names)
    entries.push(...readRow(row, { reading, headings, names }))
    row.cells.forEach((cell, i) => {
      if (i >= headings.length && tidy(cell) !== '')
        stray.push({ line: row.line, column: i + 1, value: tidy(cell) })
    })
  }
  return { entries, stray }
}

type Names = { candidate: string; interviewer: string; competency: string }
type RowRule = { reading: Reading; headings: readonly string[]; names: Names }

function readNames(row: SheetRow, { uses }: Reading): Names {
  const at = (use: keyof Names) => tidy(row.cells[uses.indexOf(use)] ?? '')
  return { candidate: at('candidate'), interviewer: at('interviewer'), competency: at('competency') }
}

function fillFrom(names: Names, above: Names): void {
  names.candidate ||= above.candidate
  names.interviewer ||= above.interviewer
  names.competency ||= above.competency
}

function readLongRow(row: SheetRow, { reading, names }: RowRule): Entry[] {
  const { uses } = reading
  const at = (use: 'rating' | 'question' | 'note') => tidy(row.cells[uses.indexOf(use)] ?? '')
  const column = uses.indexOf('rating')
  if (column < 0) return []
  const competency = uses.includes('competency') ? names.competency : onlyCompetency
  return [
    {
      ...names,
      line: row.line,
      column: column + 1,
      competency,
      question: at('question') || null,
      value: at('rating'),
      note: noteOf(row.cells[uses.indexOf('note')]),
    },
  ]
}

function readWideRow(row: SheetRow, { reading, headings, names }: RowRule): Entry[] {
  const { uses, layout, order } = reading
  return uses.flatMap((use, i): Entry[] => {
    if (use !== 'rating') return []
    const heading = headings[i] || `Column ${letterOf(i + 1)}`
    const split = layout === 'pairs' ? splitHeading(heading)?.parts : undefined
    const [competency, interviewer] =
      layout === 'rows'
        ? [heading, names.interviewer]
        : split === undefined
          ? [heading, '']
          : order === 'competency-first'
            ? split
            : [split[1], split[0]]
    return [
      {
        line: row.line,
        column: i + 1,
        candidate: names.candidate,
        interviewer,
        competency,
        question: null,
        value: tidy(row.cells[i] ?? ''),
        note: noteFor(row, uses, i),
      },
    ]
  })
}

/** A column of notes belongs to the nearest rating to its left, or to the first one when there is none. */
function noteFor(row: SheetRow, uses: Reading['uses'], rating: number): string | null {
  const first = uses.indexOf('rating')
  const notes = uses.flatMap((use, i) => {
    if (use !== 'note') return []
    const left = uses.slice(0, i).lastIndexOf('rating')
    return (left < 0 ? first : left) === rating ? [noteOf(row.cells[i])] : []
  })
  return notes.filter((note) => note !== null).join('\n') || null
}

/** A note keeps its lines. */
function noteOf(cell: string | undefined): string | null {
  return cell?.replace(/\r\n?/g, '\n').trim() || null
}
