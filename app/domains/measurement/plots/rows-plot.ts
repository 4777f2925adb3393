import { scaleLinear } from 'd3-scale'
import { fitText, narrowWidth, unitsPerCharacter, type Plot, type PlotShape } from './plot.ts'

/** One row of marks over the common axis. */
export type PlotRow = {
  label: string
  /** The estimate and the bounds that hold it nine times in ten. */
  value: number | null
  low: number | null
  high: number | null
  /** The plain mean, drawn hollow. */
  raw: number | null
  /** What single interviewers gave. */
  ticks: readonly number[]
  /** Stands at the right; empty for none. */
  figure: string
  /** Stands in place of marks: why there are none. */
  note: string | null
}

export type RowsPlot = {
  domain: readonly [number, number]
  /** The numbers under the axis; a line goes up from each. */
  axis: readonly { at: number; label: string }[]
  /** A line over all rows: the bar of a must-have, or what everything is compared with. */
  line: { at: number; tone: 'gate' | 'zero' } | null
  sections: readonly { title: string | null; rows: readonly PlotRow[] }[]
}

const rowHeight = { narrow: 38, wide: 26 }
const titleHeight = 24
const axisHeight = 20
const figureWidth = 30
const edge = 8
const tickNudge = 3

/** Rows of estimates with their intervals, raw means and ticks, over one axis at the foot. What lies beyond the axis is cut off there, an interval with an arrow. */
export function layOutRows(plot: RowsPlot, width: number): Plot {
  const isNarrow = width < narrowWidth
  const labelWidth = isNarrow ? 0 : Math.min(190, width * 0.34)
  const hasFigures = plot.sections.some((section) => section.rows.some((row) => row.figure !== ''))
  const left = labelWidth + edge
  const right = width - edge - (hasFigures ? figureWidth : 0)
  const scale = scaleLinear()
    .domain([...plot.domain])
    .range([left, right])
    .clamp(true)
  const marks: PlotShape[] = []
  let y = 4
  for (const { title, rows } of plot.sections) {
    if (title !== null) {
      marks.push({ kind: 'line', tone: 'rule', x1: 0, x2: width, y1: y + 2, y2: y + 2 })
      marks.push({ kind: 'text', tone: 'strong', x: 0, y: y + 17, anchor: 'start', text: title })
      y += titleHeight
    }
    for (const row of rows) {
      const middle = isNarrow ? y + 25 : y + 12
      const text = fitText(row.label, isNarrow ? width : labelWidth)
      marks.push({ kind: 'text', tone: 'label', x: 0, y: isNarrow ? y + 13 : y + 16, anchor: 'start', text })
      marks.push(...drawRow(row, { domain: plot.domain, scale, middle, left, right, width }))
      y += isNarrow ? rowHeight.narrow : rowHeight.wide
    }
  }
  const behind: PlotShape[] = plot.axis.flatMap(({ at, label }): PlotShape[] => [
    { kind: 'line', tone: 'grid', x1: scale(at), x2: scale(at), y1: 4, y2: y },
    placeLabel(label, { at: scale(at), y: y + 15, width }),
  ])
  if (plot.line) {
    const x = scale(plot.line.at)
    behind.push({ kind: 'line', tone: plot.line.tone, x1: x, x2: x, y1: 0, y2: y + 3 })
  }
  return { width, height: y + axisHeight, shapes: [...behind, ...marks] }
}

/** Under its line, or against the edge where it has no room. */
function placeLabel(text: string, { at, y, width }: { at: number; y: number; width: number }): PlotShape {
  const half = (text.length * unitsPerCharacter) / 2
  const label = { kind: 'text', tone: 'soft', y, text } as const
  if (at - half < 0) return { ...label, x: 0, anchor: 'start' }
  return at + half > width ? { ...label, x: width, anchor: 'end' } : { ...label, x: at, anchor: 'middle' }
}

type Place = {
  domain: RowsPlot['domain']
  scale: (value: number) => number
  middle: number
  left: number
  right: number
  width: number
}

function drawRow(row: PlotRow, { domain, scale, middle, left, right, width }: Place): PlotShape[] {
  if (row.note !== null) {
    const text = fitText(row.note, width - left)
    return [{ kind: 'text', tone: 'soft', x: left, y: middle + 4, anchor: 'start', text }]
  }
  const shapes: PlotShape[] = [{ kind: 'line', tone: 'grid', x1: left, x2: right, y1: middle, y2: middle }]
  if (row.low !== null && row.high !== null) {
    const from = scale(row.low)
    const wide = Math.max(1, scale(row.high) - from)
    shapes.push({ kind: 'rect', tone: 'interval', x: from, y: middle - 3, width: wide, height: 6 })
    if (row.low < domain[0]) shapes.push(...drawArrow(left, -1, middle))
    if (row.high > domain[1]) shapes.push(...drawArrow(right, 1, middle))
  }
  if (row.raw !== null) shapes.push({ kind: 'circle', tone: 'raw', cx: scale(row.raw), cy: middle, r: 5 })
  if (row.value !== null)
    shapes.push({ kind: 'circle', tone: 'point', cx: scale(row.value), cy: middle, r: 3.5 })
  row.ticks.forEach((tick, i) => {
    const same = row.ticks.filter((other) => other === tick).length
    const before = row.ticks.slice(0, i).filter((other) => other === tick).length
    const x = scale(tick) + (before - (same - 1) / 2) * tickNudge
    shapes.push({ kind: 'rect', tone: 'tick', x: x - 1, y: middle + 6, width: 2, height: 5 })
  })
  if (row.figure !== '')
    shapes.push({ kind: 'text', tone: 'label', x: width, y: middle + 4, anchor: 'end', text: row.figure })
  return shapes
}

/** Past the end of the axis, in the margin that is kept free: the interval goes on. */
function drawArrow(x: number, towards: 1 | -1, middle: number): PlotShape[] {
  const [from, to] = [x + towards * 2, x + towards * 6]
  return [-4, 4].map((up): PlotShape => ({
    kind: 'line',
    tone: 'rule',
    x1: from,
    y1: middle + up,
    x2: to,
    y2: middle,
  }))
}
