import { heatStep } from './heat-step.ts'
import {
  fitText,
  letterOf,
  narrowWidth,
  unitsPerCharacter,
  wrapText,
  type Plot,
  type PlotShape,
} from './plot.ts'

/** What stands where a row and a column meet. */
export type GridCell =
  | { kind: 'heat'; value: number; isApart: boolean; bar: 'met' | 'not-met' | 'unclear' | null }
  | { kind: 'met' }
  | { kind: 'missing' }
  | { kind: 'nothing' }

export type GridPlot = {
  columns: readonly string[]
  /** The ends of the scale that heat is measured on. */
  domain: readonly [number, number]
  sections: readonly {
    title: string | null
    rows: readonly { label: string; cells: readonly GridCell[] }[]
  }[]
}

const rowHeight = 28
/** What is left under a cell for the line that speaks of the bar. */
const footHeight = 5
const lineHeight = 14
const titleHeight = 24
const mostColumn = 96
const keyWidth = 230
const keyHeight = 16
const mostHeadLines = 4

/** Rows by columns. Where a word of their names has no room, letters stand for them and a key below the rows. */
export function layOutGrid(plot: GridPlot, width: number): Plot {
  const isNarrow = width < narrowWidth
  const labelWidth = isNarrow ? 0 : Math.min(190, width * 0.3)
  const left = labelWidth === 0 ? 0 : labelWidth + 8
  const column = Math.min(mostColumn, (width - left) / Math.max(1, plot.columns.length))
  const longest = Math.max(0, ...plot.columns.flatMap((name) => name.split(/\s+/)).map((word) => word.length))
  const isNamed = longest * unitsPerCharacter <= column - 4
  const heads = plot.columns.map((name, i) =>
    isNamed ? wrapText(name, column - 4, mostHeadLines) : [letterOf(i)],
  )
  const headLines = Math.max(1, ...heads.map((lines) => lines.length))
  const shapes = heads.flatMap((lines, i) =>
    lines.map((text, line): PlotShape => {
      const y = (headLines - lines.length + line + 1) * lineHeight - 2
      return { kind: 'text', tone: 'soft', x: left + (i + 0.5) * column, y, anchor: 'middle', text }
    }),
  )
  let y = headLines * lineHeight + 6
  for (const { title, rows } of plot.sections) {
    if (title !== null) {
      shapes.push({ kind: 'line', tone: 'rule', x1: 0, x2: width, y1: y + 2, y2: y + 2 })
      shapes.push({ kind: 'text', tone: 'strong', x: 0, y: y + 17, anchor: 'start', text: title })
      y += titleHeight
    }
    for (const { label, cells } of rows) {
      const text = fitText(label, isNarrow ? width : labelWidth)
      shapes.push({ kind: 'text', tone: 'label', x: 0, y: y + (isNarrow ? 15 : 16), anchor: 'start', text })
      if (isNarrow) y += 19
      cells.forEach((cell, i) => {
        shapes.push(...drawCell(cell, { x: left + i * column, y, width: column }, plot.domain))
      })
      y += rowHeight
    }
  }
  if (!isNamed) {
    const across = Math.max(1, Math.floor(width / keyWidth))
    const each = width / across
    plot.columns.forEach((name, i) => {
      const [x, line] = [(i % across) * each, Math.floor(i / across)]
      const text = fitText(`${letterOf(i)}  ${name}`, each - 8)
      shapes.push({ kind: 'text', tone: 'soft', x, y: y + 18 + line * keyHeight, anchor: 'start', text })
    })
    y += Math.ceil(plot.columns.length / across) * keyHeight + 6
  }
  return { width, height: y + 6, shapes }
}

type Box = { x: number; y: number; width: number }

function drawCell(cell: GridCell, { x, y, width }: Box, domain: readonly [number, number]): PlotShape[] {
  const height = rowHeight - 1 - footHeight
  const [centre, middle] = [x + width / 2, y + 1 + height / 2]
  const box = { kind: 'rect', x: x + 1, y: y + 1, width: width - 2, height } as const
  switch (cell.kind) {
    case 'nothing':
      return []
    case 'met':
      return [{ kind: 'circle', tone: 'met', cx: centre, cy: middle, r: 5 }]
    case 'missing':
      return [
        { ...box, tone: 'missing' },
        { kind: 'text', tone: 'soft', x: centre, y: middle + 4, anchor: 'middle', text: '–' },
      ]
    case 'heat': {
      const tone = `heat-${heatStep({ value: cell.value, min: domain[0], max: domain[1] })}` as const
      const text = cell.value.toFixed(1)
      const shapes: PlotShape[] = [
        { ...box, tone },
        { kind: 'text', tone, x: centre, y: middle + 4, anchor: 'middle', text },
      ]
      if (cell.isApart) shapes.push({ kind: 'circle', tone: 'flag', cx: x + width - 7, cy: y + 7, r: 3.5 })
      if (cell.bar === 'not-met' || cell.bar === 'unclear') {
        const foot = y + rowHeight - 3
        const barTone = cell.bar === 'unclear' ? 'bar-unclear' : 'bar-missed'
        shapes.push({ kind: 'line', tone: barTone, x1: x + 2, x2: x + width - 2, y1: foot, y2: foot })
      }
      return shapes
    }
  }
}
