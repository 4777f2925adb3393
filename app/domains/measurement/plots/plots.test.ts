import { expect, test } from 'vitest'
import { layOutGrid, type GridPlot } from './grid-plot.ts'
import { layOutMultiples, layOutMultiplesByRow } from './multiples-plot.ts'
import { fitText, letterOf, wrapText, type Plot } from './plot.ts'
import { layOutRows, type PlotRow, type RowsPlot } from './rows-plot.ts'

const row: PlotRow = {
  label: 'Ana Ribeiro',
  value: 3.1,
  low: 2.7,
  high: 3.5,
  raw: 3.3,
  ticks: [],
  figure: '3.1',
  note: null,
}
const axis = [1, 2, 3, 4].map((at) => ({ at, label: String(at) }))

function plotOf(...rows: Partial<PlotRow>[]): RowsPlot {
  const sections = [{ title: 'Tier 1', rows: rows.map((given) => ({ ...row, ...given })) }]
  return { domain: [1, 4], axis, line: { at: 2.5, tone: 'gate' }, sections }
}

function find<K extends Plot['shapes'][number]['kind']>(plot: Plot, kind: K, tone: string) {
  return plot.shapes.filter(
    (shape): shape is Extract<Plot['shapes'][number], { kind: K }> =>
      shape.kind === kind && shape.tone === tone,
  )
}

function textsOf(plot: Plot): string[] {
  return plot.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
}

/** Whether everything lies inside the picture. */
function isInside(plot: Plot): boolean {
  return plot.shapes.every((shape) => {
    if (shape.kind === 'line') return Math.max(shape.x1, shape.x2) <= plot.width + 0.01
    if (shape.kind === 'circle')
      return shape.cx - shape.r >= 0 && shape.cx + shape.r <= plot.width && shape.cy <= plot.height
    if (shape.kind === 'rect')
      return shape.x >= 0 && shape.x + shape.width <= plot.width + 0.01 && shape.y <= plot.height
    return shape.y <= plot.height
  })
}

test.each([288, 560, 960])(
  'the dot lies in its bar, and the raw mean and the bar of a must-have at their levels (%i)',
  (width) => {
    const plot = layOutRows(plotOf({}), width)
    const [bar] = find(plot, 'rect', 'interval')
    const [point] = find(plot, 'circle', 'point')
    const [raw] = find(plot, 'circle', 'raw')
    const [gate] = find(plot, 'line', 'gate')
    const levels = find(plot, 'text', 'soft').map((text) => text.x)
    const unit = ((levels[3] ?? 0) - (levels[0] ?? 0)) / 3
    expect(bar?.width).toBeCloseTo(0.8 * unit)
    expect((point?.cx ?? 0) - (bar?.x ?? 0)).toBeCloseTo(0.4 * unit)
    expect((raw?.cx ?? 0) - (levels[0] ?? 0)).toBeCloseTo(2.3 * unit)
    expect((gate?.x1 ?? 0) - (levels[0] ?? 0)).toBeCloseTo(1.5 * unit)
    expect(isInside(plot)).toBe(true)
  },
)

test('what lies beyond the scale is cut off at its end', () => {
  const plot = layOutRows(plotOf({ value: 4.2, low: 3.6, high: 4.9 }), 560)
  const [bar] = find(plot, 'rect', 'interval')
  const end = find(plot, 'text', 'soft')[3]?.x ?? 0
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(end)
})

test.each<[string, Partial<PlotRow>, number]>([
  ['inside', { low: 1, high: 4 }, 0],
  ['past one end', { low: 3.6, high: 4.9 }, 1],
  ['past both', { low: 0.4, high: 4.9 }, 2],
])('an interval ends in an arrow where it goes on past the scale: %s', (_name, given, arrows) => {
  for (const width of [288, 560]) {
    const plot = layOutRows(
      { ...plotOf(given), sections: [{ title: null, rows: [{ ...row, ...given }] }] },
      width,
    )
    expect(find(plot, 'line', 'rule')).toHaveLength(arrows * 2)
    expect(isInside(plot)).toBe(true)
  }
})

test('equal ticks stand beside each other', () => {
  const ticks = find(layOutRows(plotOf({ ticks: [3, 3, 3, 4] }), 560), 'rect', 'tick').map((tick) => tick.x)
  expect(new Set(ticks).size).toBe(4)
})

test('a row with a reason shows it and draws no mark', () => {
  const plot = layOutRows(plotOf({ note: 'Met two candidates' }), 560)
  expect(textsOf(plot)).toContain('Met two candidates')
  expect(find(plot, 'rect', 'interval')).toEqual([])
  expect(find(plot, 'circle', 'point')).toEqual([])
})

test.each([288, 560, 960])('a long name is cut and stays inside (%i)', (width) => {
  const name = 'Maximiliane Konstantinopoulou-Featherstonehaugh of the Upper Valley'
  const plot = layOutRows(plotOf({ label: name }), width)
  expect(textsOf(plot).some((text) => text.endsWith('…'))).toBe(true)
  expect(isInside(plot)).toBe(true)
})

test('small plots stand one under another on a phone and two beside each other on a page', () => {
  const plots = ['Reliability', 'Security', 'Design'].map((title) => ({ title, plot: plotOf({}) }))
  const leftOf = (width: number) =>
    ['Reliability', 'Security', 'Design'].map((title) => {
      const found = layOutMultiples(plots, width).shapes.find(
        (shape) => shape.kind === 'text' && shape.text === title,
      )
      return found?.kind === 'text' ? found.x > 0 : undefined
    })
  expect(leftOf(288)).toEqual([false, false, false])
  expect(leftOf(960)).toEqual([false, true, false])
  expect(isInside(layOutMultiples(plots, 960))).toBe(true)
  const rows = layOutMultiplesByRow(plots, 960)
  expect(rows.map((row) => textsOf(row).filter((text) => /^[RSD]/.test(text)))).toEqual([
    ['Reliability', 'Security'],
    ['Design'],
  ])
  expect(rows.map(isInside)).toEqual([true, true])
  expect(layOutMultiplesByRow(plots, 288)).toHaveLength(3)
})

const grid: GridPlot = {
  columns: ['Security and access', 'Data mapping and quality', 'API contracts'],
  domain: [1, 4],
  sections: [
    {
      title: 'Group 1',
      rows: [
        {
          label: 'Ana Ribeiro',
          cells: [
            { kind: 'heat', value: 1, isApart: true, bar: 'unclear' },
            { kind: 'heat', value: 4, isApart: false, bar: 'not-met' },
            { kind: 'missing' },
          ],
        },
        { label: 'Jonas Weber', cells: [{ kind: 'met' }, { kind: 'nothing' }, { kind: 'met' }] },
      ],
    },
  ],
}

test('a heat cell has its value in figures, its step, and its flags as shapes', () => {
  const plot = layOutGrid(grid, 960)
  expect(textsOf(plot)).toEqual(expect.arrayContaining(['1.0', '4.0', '–', 'Group 1']))
  expect(find(plot, 'rect', 'heat-1')).toHaveLength(1)
  expect(find(plot, 'rect', 'heat-6')).toHaveLength(1)
  expect(find(plot, 'circle', 'flag')).toHaveLength(1)
  expect(find(plot, 'line', 'bar-unclear')).toHaveLength(1)
  expect(find(plot, 'line', 'bar-missed')).toHaveLength(1)
  expect(find(plot, 'circle', 'met')).toHaveLength(2)
})

test('columns have their names where there is room, else letters with a key', () => {
  expect(textsOf(layOutGrid(grid, 960)).join(' ')).toContain('Security and')
  const many = { ...grid, columns: Array.from({ length: 12 }, (_, i) => `Competency ${i}`) }
  const narrow = layOutGrid(many, 288)
  expect(textsOf(narrow)).toEqual(expect.arrayContaining(['A', 'L', 'A  Competency 0', 'L  Competency 11']))
  expect(isInside(narrow)).toBe(true)
})

test('nothing to draw is an empty picture, not an error', () => {
  expect(layOutGrid({ columns: [], domain: [1, 4], sections: [] }, 288).shapes).toEqual([])
  expect(layOutMultiples([], 288).height).toBe(0)
})

test('text is cut by characters and wrapped by words', () => {
  expect(fitText('Reliability', 200)).toBe('Reliability')
  expect(fitText('Reliability', 40)).toBe('Relia…')
  expect(wrapText('Data mapping and quality', 80, 2)).toEqual(['Data mapping', 'and quality'])
  expect(wrapText('one two three four five six', 40, 2).at(-1)).toMatch(/…$/)
  expect([0, 25, 26, 27].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB'])
})
