import type { Block } from './block.ts'
import { blocksOfRows } from './csv-questions.ts'
import type { Line } from './lines.ts'
import type { Span } from './question-document.ts'

type Row = { cells: string[]; span: Span }

/** The questions in tables of Markdown: cells between upright strokes, a line of dashes below the heading. */
export function readMarkdownTables(lines: readonly Line[]): Block[] {
  const tables: Row[][] = []
  let open: Row[] | undefined
  lines.forEach((line, i) => {
    if (!line.text.includes('|')) open = undefined
    else if (isDashes(lines[i + 1])) {
      open = [toRow(line)]
      tables.push(open)
    } else if (line.mark !== 'rule') open?.push(toRow(line))
  })
  return tables.flatMap(blocksOfRows)
}

function isDashes(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    line.mark === 'rule' &&
    !line.isAfterBlank &&
    /^[\s:|-]+$/.test(line.text) &&
    line.text.includes('-') &&
    line.text.includes('|')
  )
}

function toRow(line: Line): Row {
  const inner = line.text.replace(/^\|/, '').replace(/\|$/, '')
  const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())
  return { cells, span: { start: line.start, end: line.end } }
}
