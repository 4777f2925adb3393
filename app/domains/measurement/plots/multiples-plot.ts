import { fitText, narrowWidth, type Plot, type PlotShape } from './plot.ts'
import { layOutRows, type RowsPlot } from './rows-plot.ts'

export type MultiplesPlot = readonly { title: string; plot: RowsPlot }[]

const titleHeight = 22
const gap = 24

/** The same plot for one thing after the other, all to one scale: two beside each other where there is room. */
export function layOutMultiples(plots: MultiplesPlot, width: number): Plot {
  const across = countAcross(width)
  const each = (width - gap * (across - 1)) / across
  const shapes: PlotShape[] = []
  let y = 0
  for (let start = 0; start < plots.length; start += across) {
    let height = 0
    plots.slice(start, start + across).forEach(({ title, plot }, i) => {
      const x = i * (each + gap)
      const laid = layOutRows(plot, each)
      shapes.push({ kind: 'line', tone: 'rule', x1: x, x2: x + each, y1: y + 2, y2: y + 2 })
      shapes.push({ kind: 'text', tone: 'strong', x, y: y + 17, anchor: 'start', text: fitText(title, each) })
      shapes.push(...laid.shapes.map((shape) => moveShape(shape, x, y + titleHeight)))
      height = Math.max(height, laid.height)
    })
    y += titleHeight + height + 12
  }
  return { width, height: y, shapes }
}

/** The same in parts, one for each row, between which paper may begin a page. */
export function layOutMultiplesByRow(plots: MultiplesPlot, width: number): Plot[] {
  const across = countAcross(width)
  return plots
    .filter((_plot, at) => at % across === 0)
    .map((_plot, row) => layOutMultiples(plots.slice(row * across, (row + 1) * across), width))
}

function countAcross(width: number): number {
  return width < narrowWidth ? 1 : 2
}

function moveShape(shape: PlotShape, x: number, y: number): PlotShape {
  switch (shape.kind) {
    case 'line':
      return { ...shape, x1: shape.x1 + x, x2: shape.x2 + x, y1: shape.y1 + y, y2: shape.y2 + y }
    case 'circle':
      return { ...shape, cx: shape.cx + x, cy: shape.cy + y }
    case 'rect':
    case 'text':
      return { ...shape, x: shape.x + x, y: shape.y + y }
  }
}
