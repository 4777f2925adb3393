import { parse } from 'csv-parse/sync'
import { findDelimiter } from '#app/lib/delimiter.ts'
import { mostQuestions, type Span } from './question-document.ts'

/** A row with its number, the heading being row 1, and where it stands in the text. */
export type CsvRow = { row: number; cells: string[]; span: Span }

/**
 * Reads comma-separated values, or semicolons or tabs.
 * @returns the rows that are not empty, the heading first, or in words why the table is refused
 */
export function readCsvTable(text: string): CsvRow[] | { problem: string } {
  const rows: CsvRow[] = []
  const toUnits = countUnits(text)
  let from = 0
  try {
    parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 200_000,
      // One more than may come, and the heading, tells that there are too many.
      to: mostQuestions + 2,
      on_record: (record: string[], { bytes }) => {
        const end = toUnits(bytes)
        if (record.some((cell) => cell !== ''))
          rows.push({ row: rows.length + 1, cells: record, span: trimmed(text, { start: from, end }) })
        from = end
        return null
      },
    })
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` in line ${String(error.lines)}` : ''
    return {
      problem: `The table cannot be read${line}: a quotation mark is opened and not closed, or stands inside a cell. Mend the line and try again.`,
    }
  }
  const problem = findRagged(rows) ?? findFormula(rows)
  return problem === undefined ? rows : { problem }
}

/** Turns growing numbers of UTF-8 bytes into numbers of UTF-16 units. */
function countUnits(text: string): (bytes: number) => number {
  let units = 0
  let passed = 0
  return (bytes) => {
    while (passed < bytes && units < text.length) {
      const code = text.codePointAt(units) ?? 0
      units += code > 0xffff ? 2 : 1
      passed += code > 0xffff ? 4 : code > 0x7ff ? 3 : code > 0x7f ? 2 : 1
    }
    return units
  }
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /[\s\ufeff]/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

function findRagged(rows: readonly CsvRow[]): string | undefined {
  const columns = rows[0]?.cells.length ?? 0
  for (const { row, cells } of rows) {
    if (cells.length < columns)
      return `Row ${row} ends after column ${cells.length}, but the heading has ${columns} columns. Fill in the missing cells, or put a text that holds the separating sign into quotation marks.`
    const extra = cells.findIndex((cell, i) => i >= columns && cell !== '')
    if (extra >= 0)
      return `Row ${row} has something in column ${extra + 1}, but the heading has ${columns} ${columns === 1 ? 'column' : 'columns'}. Put a text that holds the separating sign into quotation marks.`
  }
  return undefined
}

const formulas = [
  /^=\s*[-+(\p{L}\d"'$@{[]/u,
  /^@\p{L}[\p{L}\d._]*\s*\(/u,
  /^[-+]\s*(?:\$?\p{L}{1,3}\$?\d|\p{L}[\p{L}\d._]*\s*[(!|]|[\d.]+\s*[-+*/^(]|\()/u,
]

/** A cell that a spreadsheet would calculate instead of showing it. */
function findFormula(rows: readonly CsvRow[]): string | undefined {
  for (const { row, cells } of rows) {
    const at = cells.findIndex((cell) => formulas.some((formula) => formula.test(cell.slice(0, 100))))
    if (at >= 0)
      return `Row ${row}, column ${at + 1} holds a formula: ${(cells[at] ?? '').slice(0, 30)}. Replace it by its text and try again.`
  }
  return undefined
}
