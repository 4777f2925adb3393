import { parse } from 'csv-parse/sync'
import { findDelimiter } from '#app/lib/delimiter.ts'
import { maxImportRows } from './candidate-rows.ts'

export type CsvLine = { line: number; cells: string[] }

/**
 * The text of a file in UTF-8 or UTF-16 with its mark, in plain UTF-8, else in Windows-1252.
 * @returns undefined when it is no text at all
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * Reads comma-separated values, or semicolons or tabs.
 * @returns the lines that are not empty, with their numbers in the file, or in words why it cannot be read
 */
export function readCsv(bytes: Uint8Array): CsvLine[] | { problem: string } {
  const text = decodeText(bytes)
  if (text === undefined)
    return { problem: 'This is not a text file. In a spreadsheet, use “Save as” and choose CSV.' }
  try {
    const lines: CsvLine[] = []
    // The parser counts a CRLF inside quotes as two lines.
    parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter: findDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: 20_000,
      // One more than may come, and the heading, tells that there are too many.
      to: maxImportRows + 2,
      on_record: (record: string[], { lines: line }) => {
        lines.push({ line, cells: record })
        return null
      },
    })
    return lines
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` in line ${String(error.lines)}` : ''
    return {
      problem: `The file cannot be read${line}: a quotation mark is opened and not closed, or stands inside a cell. Mend the line and choose the file again.`,
    }
  }
}
