import type { HeatStep } from './heat-step.ts'

/** What a shape stands for; each renderer gives it its own ink. */
export type PlotTone =
  | 'rule'
  | 'grid'
  | 'interval'
  | 'point'
  | 'raw'
  | 'tick'
  | 'gate'
  | 'zero'
  | 'met'
  | 'missing'
  | 'flag'
  | 'bar-missed'
  | 'bar-unclear'
  | `heat-${HeatStep}`

export type TextTone = 'label' | 'strong' | 'soft' | `heat-${HeatStep}`

export type PlotShape =
  | { kind: 'line'; tone: PlotTone; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'rect'; tone: PlotTone; x: number; y: number; width: number; height: number }
  | { kind: 'circle'; tone: PlotTone; cx: number; cy: number; r: number }
  | {
      kind: 'text'
      tone: TextTone
      x: number
      /** Where the text stands, not its top. */
      y: number
      anchor: 'start' | 'middle' | 'end'
      text: string
    }

/** A picture in units of which twelve are the height of its text; a renderer may scale it. */
export type Plot = { width: number; height: number; shapes: PlotShape[] }

/** The same in figures, for whoever does not see the picture: the first cell of a row names it. */
export type PlotTable = { columns: string[]; rows: string[][] }

/** Height of text in the units of a plot. */
export const textUnits = 12

/** Below this width labels stand above their rows instead of beside them. */
export const narrowWidth = 480

// The bundled face is narrower than this on average, so that what fits here fits there.
export const unitsPerCharacter = 6.2

/** The text as far as it fits into a width, cut with an ellipsis. */
export function fitText(text: string, width: number): string {
  const most = Math.max(2, Math.floor(width / unitsPerCharacter))
  const characters = Array.from(text)
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** The words of a text in lines of a width; what is left after the last line is cut. */
export function wrapText(text: string, width: number, mostLines: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && joined.length * unitsPerCharacter <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  const kept = lines.slice(0, mostLines)
  const rest = lines.slice(mostLines)
  if (rest.length > 0) kept[mostLines - 1] = `${kept[mostLines - 1] ?? ''} ${rest.join(' ')}`
  return kept.map((line) => fitText(line, width))
}

/** A score as it stands in plots and their tables. */
export function formatFigure(value: number): string {
  return value.toFixed(1)
}

/** A, B, …, Z, AA: what a column is called where its name has no room. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`
}
