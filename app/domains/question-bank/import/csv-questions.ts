import { findDelimiter } from '#app/lib/delimiter.ts'
import type { Block } from './block.ts'
import { readCsvTable, type CsvRow } from './csv-table.ts'
import { blockOfFields, findFieldOfKey } from './fields.ts'
import type { Structured } from './json-questions.ts'
import type { DocumentInput } from './read-question-document.ts'
import { isAsked } from './wording.ts'

const withoutQuestions =
  'No question was found in this table. Head the column with the questions “Question”, and put one in each row.'

/** Whether a text is a table: by the name of its file, or by a first line that names columns of questions. */
export function isCsv({ text, fileName }: DocumentInput): boolean {
  if (/\.(?:csv|tsv)$/i.test(fileName ?? '')) return true
  if (/\.(?:md|markdown|json)$/i.test(fileName ?? '')) return false
  const first = /[^\s\ufeff][^\r\n]*/.exec(text)?.[0] ?? ''
  if (first.length > 1000) return false
  const cells = first.split(findDelimiter(first)).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const fields = cells.map(findFieldOfKey)
  return cells.length > 1 && fields.includes('question') && fields.filter(Boolean).length > 1
}

/**
 * The questions of a table, one in each row below the heading.
 * @returns undefined when the text is no table
 */
export function readCsvQuestions(input: DocumentInput): Structured | undefined {
  if (!isCsv(input)) return undefined
  const rows = readCsvTable(input.text)
  if ('problem' in rows) return rows
  const blocks = blocksOfRows(rows)
  return blocks.length > 0 ? { layout: 'table', blocks } : { problem: withoutQuestions }
}

/** The rows of a table whose columns have names; without a known name, the column with most questions is the prompt. */
export function blocksOfRows(rows: readonly Omit<CsvRow, 'row'>[]): Block[] {
  const [head, ...rest] = rows
  if (!head) return []
  const fields = head.cells.map(findFieldOfKey)
  const isHeaded = fields.some((field) => field !== undefined) || !head.cells.some(isAsked)
  const body = isHeaded ? rest : rows
  if (!fields.includes('question')) {
    const counts = head.cells.map((_, i) => body.filter(({ cells }) => isAsked(cells[i] ?? '')).length)
    const most = counts.reduce((all, count) => Math.max(all, count), 0)
    const at = counts.indexOf(most)
    if (most === 0 && !fields.includes('answer') && head.cells.length > 1) return []
    if (fields[at] === undefined) fields[at] = 'question'
  }
  return body
    .map(({ cells, span }) => {
      const texts = fields.flatMap((field, i) => (field ? [{ field, text: cells[i] ?? '' }] : []))
      return blockOfFields(texts, span, null)
    })
    .filter(({ parts }) => parts.prompt !== null || parts.sampleAnswer !== null)
}
