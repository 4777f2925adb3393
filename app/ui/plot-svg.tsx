import type { Plot, PlotShape, PlotTone, TextTone } from '#app/domains/measurement/plots/plot.ts'
import { textUnits } from '#app/domains/measurement/plots/plot.ts'

const tones: Record<PlotTone, string> = {
  rule: 'stroke-rule',
  grid: 'stroke-line',
  interval: 'fill-accent opacity-32',
  point: 'fill-accent',
  raw: 'fill-none stroke-ink stroke-[1.5]',
  tick: 'fill-ink',
  gate: 'stroke-ink-2 stroke-[1.5] [stroke-dasharray:3_2.5]',
  zero: 'stroke-ink-2 stroke-[1.5]',
  met: 'fill-accent',
  missing: 'fill-none stroke-line-2 [stroke-dasharray:1.5_2.5]',
  flag: 'fill-amber-mark stroke-paper',
  'bar-missed': 'stroke-ink stroke-[2.5]',
  'bar-unclear': 'stroke-ink stroke-[2.5] [stroke-dasharray:4_3]',
  'heat-1': 'fill-heat-1',
  'heat-2': 'fill-heat-2',
  'heat-3': 'fill-heat-3',
  'heat-4': 'fill-heat-4',
  'heat-5': 'fill-heat-5',
  'heat-6': 'fill-heat-6',
}

/** Keeps lines of the grid off the letters. */
const halo = 'stroke-paper stroke-3 [paint-order:stroke]'

const inks: Record<TextTone, string> = {
  label: `fill-ink ${halo}`,
  strong: 'fill-ink font-bold',
  soft: 'fill-ink-2',
  'heat-1': 'fill-heat-1-ink font-semibold',
  'heat-2': 'fill-heat-2-ink font-semibold',
  'heat-3': 'fill-heat-3-ink font-semibold',
  'heat-4': 'fill-heat-4-ink font-semibold',
  'heat-5': 'fill-heat-5-ink font-semibold',
  'heat-6': 'fill-heat-6-ink font-semibold',
}

/** A plot on the page, as wide as its place up to its own width; what it says stands around it. */
export function PlotSvg({ plot }: { plot: Plot }) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      fontSize={textUnits}
      style={{ maxWidth: plot.width }}
      className="block h-auto w-full break-inside-avoid tabular-nums"
    >
      {plot.shapes.map((shape, i) => (
        <Shape key={i} shape={shape} />
      ))}
    </svg>
  )
}

function Shape({ shape }: { shape: PlotShape }) {
  switch (shape.kind) {
    case 'line': {
      const { x1, y1, x2, y2, tone } = shape
      return <line {...{ x1, y1, x2, y2 }} className={tones[tone]} />
    }
    case 'rect': {
      const { x, y, width, height, tone } = shape
      return <rect {...{ x, y, width, height }} rx={1} className={tones[tone]} />
    }
    case 'circle': {
      const { cx, cy, r, tone } = shape
      return <circle {...{ cx, cy, r }} className={tones[tone]} />
    }
    case 'text':
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={inks[shape.tone]}>
          {shape.text}
        </text>
      )
  }
}
