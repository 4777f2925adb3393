/** What is looked at in a tree that react-pdf laid out. */
export type LaidNode = {
  type: string
  box?: Record<string, number> | undefined
  style?: Record<string, unknown> | undefined
  props?: Record<string, unknown> | undefined
  children?: LaidNode[] | undefined
  /** The words of a run of text. */
  value?: string | undefined
}

type Painter = {
  [method in 'moveTo' | 'lineTo' | 'rect' | 'lineWidth' | 'strokeColor' | 'stroke']: (
    ...given: readonly (number | string)[]
  ) => Painter
}
type Side = { width: number; color: string; from: readonly [number, number]; to: readonly [number, number] }

const sides = ['Top', 'Right', 'Bottom', 'Left'] as const

/** The same tree with the borders of its views as strokes; react-pdf fills outlines, which come out uneven and large. */
export function strokeBorders(node: LaidNode): LaidNode {
  if (!node.children) return node
  const children = node.children.map(strokeBorders)
  const lines = node.type === 'VIEW' || node.type === 'PAGE' ? bordersOf(node) : []
  if (lines.length === 0) return { ...node, children }
  const { width = 0, height = 0 } = node.box ?? {}
  const frame: LaidNode = {
    type: 'CANVAS',
    box: { left: 0, top: 0, width, height },
    style: {},
    props: { paint: (painter: Painter) => paint(painter, lines, { width, height }) },
  }
  const bare = Object.fromEntries(sides.map((side) => [`border${side}Width`, 0]))
  return { ...node, box: { ...node.box, ...bare }, children: [frame, ...children] }
}

function bordersOf(node: LaidNode): Side[] {
  const { box = {}, style = {} } = node
  const { width = 0, height = 0 } = box
  return sides.flatMap((side) => {
    const line = box[`border${side}Width`] ?? 0
    if (line === 0) return []
    const color = style[`border${side}Color`]
    const half = line / 2
    const ends = {
      Top: { from: [0, half], to: [width, half] },
      Right: { from: [width - half, 0], to: [width - half, height] },
      Bottom: { from: [0, height - half], to: [width, height - half] },
      Left: { from: [half, 0], to: [half, height] },
    } as const
    return [{ width: line, color: typeof color === 'string' ? color : '#000000', ...ends[side] }]
  })
}

function paint(painter: Painter, lines: readonly Side[], size: { width: number; height: number }): void {
  const [first] = lines
  if (!first) return
  const isFrame =
    lines.length === 4 && lines.every((line) => line.width === first.width && line.color === first.color)
  if (isFrame) {
    const half = first.width / 2
    painter
      .lineWidth(first.width)
      .strokeColor(first.color)
      .rect(half, half, size.width - first.width, size.height - first.width)
      .stroke()
    return
  }
  for (const { width, color, from, to } of lines)
    painter
      .lineWidth(width)
      .strokeColor(color)
      .moveTo(...from)
      .lineTo(...to)
      .stroke()
}
