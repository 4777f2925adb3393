import { parse } from 'csv-parse/sync'
import { findDelimiter } from './delimiter.ts'

/** A record with the line of the text that it ends in, counted from 1. */
export type CsvLine = { line: number; cells: string[] }

type CsvLimits = {
  /** Reads no further than this record; all of them when left out. */
  mostLines?: number
  /** Signs in a record, above which a quotation mark was left open. */
  longestLine?: number
}

/**
 * The text of a file in UTF-8 or UTF-16 with its mark, in plain UTF-8, else in Windows-1252.
 * @returns undefined when it is no text at all
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutZeros(new TextDecoder('utf-16le').decode(bytes))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutZeros(new TextDecoder('utf-16be').decode(bytes))
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function withoutZeros(text: string): string | undefined {
  return text.includes('\0') ? undefined : text
}

/**
 * Reads comma-separated values, or semicolons or tabs.
 * @returns the lines that are not empty, with their numbers in the file, or in words why it cannot be read
 */
export function readCsv(bytes: Uint8Array, limits: CsvLimits = {}): CsvLine[] | { problem: string } {
  const text = decodeText(bytes)
  return text === undefined
    ? { problem: 'This is not a text file. In a spreadsheet, use “Save as” and choose CSV.' }
    : readCsvText(text, limits)
}

/** The same of a text that is decoded. */
export function readCsvText(text: string, limits: CsvLimits = {}): CsvLine[] | { problem: string } {
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
      ...(limits.longestLine === undefined ? {} : { max_record_size: limits.longestLine }),
      ...(limits.mostLines === undefined ? {} : { to: limits.mostLines }),
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
