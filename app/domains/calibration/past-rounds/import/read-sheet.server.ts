import { decodeText, readCsvText } from '#app/lib/csv.server.ts'
import { letterOf, type SheetRow } from './sheet.ts'

const mebibyte = 1_048_576
export const largestFile = 5 * mebibyte
export const mostRows = 100_000
const mostColumns = 300
const mostCells = 500_000

const saveAsCsv = 'Open it in a spreadsheet, choose “Save as” and CSV (UTF-8), then choose that file here.'
const beginnings: [string, string][] = [
  ['PK\u0003\u0004', `This is an Excel or another packed file. ${saveAsCsv}`],
  ['\u00d0\u00cf\u0011\u00e0', `This is an old Excel file. ${saveAsCsv}`],
  ['%PDF', 'This is a PDF. Save the table that it was made from as CSV and choose that file here.'],
]

/**
 * The text of an uploaded file.
 * @returns its lines ended by a line feed alone, or in words why the file is refused and what to do
 */
export function decodeSheet(bytes: Uint8Array): { text: string } | { problem: string } {
  if (bytes.length > largestFile)
    return {
      problem: `The file is larger than ${largestFile / mebibyte} MB. Split it by candidates and import the parts one by one.`,
    }
  const head = String.fromCharCode(...bytes.subarray(0, 4))
  const known = beginnings.find(([beginning]) => head.startsWith(beginning))
  if (known) return { problem: known[1] }
  const text = decodeText(bytes)
  if (text === undefined) return { problem: `This is not a text file. ${saveAsCsv}` }
  // What a form sends back has other line ends; the hash of the file must not depend on them.
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}

/** The rows of a text with a figure in each cell, or in words why there are none. */
export function readSheet(text: string): SheetRow[] | { problem: string } {
  // One more than may come tells that there are too many.
  const rows = readCsvText(text, { mostLines: mostRows + 2, longestLine: 1_000_000 })
  if ('problem' in rows) return rows
  if (rows.length === 0)
    return { problem: 'There is nothing in it. Choose a file with a rating in each row.' }
  if (rows.length === 1)
    return { problem: 'The file has one row only. It needs a heading and ratings below it.' }
  if (rows.length > mostRows + 1)
    return {
      problem: `The file has more than ${mostRows.toLocaleString('en-GB')} rows. Split it by candidates and import the parts one by one.`,
    }
  const widest = Math.max(...rows.slice(0, 2).map((row) => row.cells.length))
  if (widest > mostColumns)
    return {
      problem: `The file has ${widest} columns, up to ${letterOf(widest)}; ${mostColumns} can be read. Delete those without ratings.`,
    }
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0)
  if (cells > mostCells)
    return {
      problem: `The file has more than ${mostCells.toLocaleString('en-GB')} cells. Split it by candidates and import the parts one by one.`,
    }
  if (widest < 2)
    return {
      problem:
        'Only one column was found. Separate the columns with commas, semicolons or tabs, as “Save as CSV” does.',
    }
  return rows
}
