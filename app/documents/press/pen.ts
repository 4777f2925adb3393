import PDFDocument from 'pdfkit'
import type { Font } from 'fontkit'
import { pdfNumber, type DrawnGlyph, type Drawing, type Mark, type Step, type TextRun } from './drawing.ts'

type Ink = { fill: string; stroke: string; lineWidth: string; dash: string; cap: string; join: string }
type Level = { x: number; y: number; ink: Ink; fillAlpha: number; strokeAlpha: number; outside: Ink | null }
type Position = { xAdvance: number; xOffset: number; yOffset: number }

const firstInk: Ink = {
  fill: '0 g',
  stroke: '0 G',
  lineWidth: '1 w',
  dash: '[] 0 d',
  cap: '0 J',
  join: '0 j',
}
const caps = ['butt', 'round', 'square']
const joins = ['miter', 'round', 'bevel']

export type Pen = {
  /** What `@react-pdf/render` draws on. */
  context: object
  pages: { width: number; height: number; drawing: Drawing }[]
  /** Says what is drawn from now on, on this page. */
  mark: (mark: Mark) => void
}

/**
 * A context for `@react-pdf/render` that keeps what is drawn instead of writing a file. Places are worked out at once and
 * colours are set only where they change, so a page needs a tenth of the operators.
 */
export function createPen(): Pen {
  const pages: { width: number; height: number; drawing: { steps: Step[] } }[] = []
  let steps: Step[] = []
  let path: string[] = []
  let written = firstInk
  let level: Level = { x: 0, y: 0, ink: firstInk, fillAlpha: 1, strokeAlpha: 1, outside: null }
  const levels: Level[] = []
  let font: Font | undefined
  let size = 12

  const at = (x: number, y: number) => `${pdfNumber(x + level.x)} ${pdfNumber(y + level.y)}`

  function setInk(change: Partial<Ink>): void {
    level.ink = { ...level.ink, ...change }
  }

  function writeInk(names: readonly (keyof Ink)[]): void {
    for (const name of names) {
      if (written[name] === level.ink[name]) continue
      steps.push(level.ink[name])
      written = { ...written, [name]: level.ink[name] }
    }
  }

  /** A state of its own is written only for what cannot be undone otherwise. */
  function isolate(): void {
    if (level.outside) return
    steps.push('q')
    level.outside = written
  }

  function paint(operator: string, names: readonly (keyof Ink)[]): void {
    writeInk(names)
    steps.push(...path, operator)
    path = []
  }

  const strokeInk = ['stroke', 'lineWidth', 'dash', 'cap', 'join'] as const

  const methods = {
    save() {
      levels.push({ ...level })
      level = { ...level, outside: null }
    },
    restore() {
      if (level.outside) {
        steps.push('Q')
        written = level.outside
      }
      level = levels.pop() ?? level
    },
    addContent(operator: string) {
      path.push(operator)
    },
    moveTo: (x: number, y: number) => void path.push(`${at(x, y)} m`),
    lineTo: (x: number, y: number) => void path.push(`${at(x, y)} l`),
    bezierCurveTo: (a: number, b: number, c: number, d: number, x: number, y: number) =>
      void path.push(`${at(a, b)} ${at(c, d)} ${at(x, y)} c`),
    quadraticCurveTo: (a: number, b: number, x: number, y: number) =>
      void path.push(`${at(a, b)} ${at(x, y)} v`),
    rect: (x: number, y: number, width: number, height: number) =>
      void path.push(`${at(x, y)} ${pdfNumber(width)} ${pdfNumber(height)} re`),
    closePath: () => void path.push('h'),
    fill(given?: string | null, rule?: string) {
      const isRule = /even-?odd|non-?zero/.test(given ?? '')
      if (given && !isRule) methods.fillColor(given)
      paint(`f${/even-?odd/.test((isRule ? given : rule) ?? '') ? '*' : ''}`, ['fill'])
    },
    stroke(color?: string) {
      if (color) methods.strokeColor(color)
      paint('S', strokeInk)
    },
    fillAndStroke(fill?: string | null, stroke?: string | null, rule?: string) {
      if (fill && !/even-?odd|non-?zero/.test(fill)) methods.fillColor(fill)
      if (stroke) methods.strokeColor(stroke)
      paint(`B${/even-?odd/.test(rule ?? fill ?? '') ? '*' : ''}`, ['fill', ...strokeInk])
    },
    clip(rule?: string) {
      isolate()
      paint(`W${/even-?odd/.test(rule ?? '') ? '*' : ''} n`, [])
    },
    transform(a: number, b: number, c: number, d: number, x: number, y: number) {
      if (a === 1 && b === 0 && c === 0 && d === 1) {
        level.x += x
        level.y += y
        return
      }
      isolate()
      const turn = [a, b, c, d].map((value) => String(Math.round(value * 1e5) / 1e5))
      steps.push(`${turn.join(' ')} ${at(x, y)} cm`)
      level.x = 0
      level.y = 0
    },
    lineWidth: (width: number) => setInk({ lineWidth: `${pdfNumber(width)} w` }),
    lineCap: (cap: string | number) => setInk({ cap: `${indexOf(caps, cap)} J` }),
    lineJoin: (join: string | number) => setInk({ join: `${indexOf(joins, join)} j` }),
    miterLimit: () => undefined,
    dash(length: number | readonly number[], options: { space?: number; phase?: number } = {}) {
      const lengths = typeof length === 'number' ? [length, options.space ?? length] : length
      setInk({ dash: `[${lengths.map(pdfNumber).join(' ')}] ${pdfNumber(options.phase ?? 0)} d` })
    },
    undash: () => setInk({ dash: firstInk.dash }),
    fillColor: (color: string) => setInk({ fill: inkOf(color, level.fillAlpha, 'g', 'rg') }),
    strokeColor: (color: string) => setInk({ stroke: inkOf(color, level.strokeAlpha, 'G', 'RG') }),
    fillOpacity: (alpha: number) => void (level.fillAlpha = alpha),
    strokeOpacity: (alpha: number) => void (level.strokeAlpha = alpha),
    opacity(alpha: number) {
      level.fillAlpha = alpha
      level.strokeAlpha = alpha
    },
    font(next: Font, points: number) {
      font = next
      size = points
    },
    glyphs(glyphs: readonly DrawnGlyph[], positions: readonly Position[], x: number, y: number) {
      if (!font || glyphs.length === 0) return
      writeInk(['fill'])
      steps.push(...textRuns({ font, size, x: x + level.x, y: y + level.y, glyphs }, positions))
    },
    addPage({ size: [width, height] }: { size: [number, number] }) {
      steps = []
      written = firstInk
      pages.push({ width, height, drawing: { steps } })
    },
    end: () => undefined,
  }
  // Shapes such as circles and paths come from pdfkit, which makes them of the steps above.
  const context: object = Object.create(PDFDocument.prototype)
  for (const [name, method] of Object.entries(methods)) {
    Object.defineProperty(context, name, {
      value(...given: never[]) {
        const act: (...args: never[]) => unknown = method
        act(...given)
        return context
      },
    })
  }
  return { context, pages, mark: (mark) => void steps.push(mark) }
}

/** The run, cut before and after every glyph that stands off its line, as marks above letters do. */
function textRuns(line: Omit<TextRun, 'gaps'>, positions: readonly Position[]): TextRun[] {
  const { font, size, glyphs } = line
  const perUnit = 1000 / font.unitsPerEm
  const runs: TextRun[] = []
  let x = line.x
  let run: { x: number; y: number; glyphs: DrawnGlyph[]; gaps: number[] } | undefined
  for (const [i, glyph] of glyphs.entries()) {
    const place = positions[i]
    if (!place) continue
    const isOff = place.xOffset !== 0 || place.yOffset !== 0
    if (!run || isOff) {
      run = { x: x + place.xOffset, y: line.y - place.yOffset, glyphs: [], gaps: [] }
      runs.push({ font, size, ...run })
    }
    run.glyphs.push(glyph)
    run.gaps.push(Math.round(glyph.advanceWidth * perUnit - (place.xAdvance * 1000) / size))
    x += place.xAdvance
    if (isOff) run = undefined
  }
  return runs
}

function indexOf(names: readonly string[], given: string | number): number {
  return typeof given === 'number' ? given : Math.max(0, names.indexOf(given))
}

/** The operator of a colour like #1f6f6b on white paper; grey where it is grey. */
function inkOf(color: string, alpha: number, grey: string, mixed: string): string {
  const digits = color === 'white' ? 'ffffff' : color === 'black' ? '000000' : color.slice(1)
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const parts = [0, 2, 4].map((from) => {
    const part = Number.parseInt(long.slice(from, from + 2), 16) / 255
    return Math.round((1 - alpha * (1 - part)) * 1000) / 1000
  })
  if (parts.some((part) => Number.isNaN(part))) throw new RangeError(`${color} is no colour of the press`)
  const [red, green, blue] = parts
  return red === green && green === blue ? `${red} ${grey}` : `${parts.join(' ')} ${mixed}`
}
