import { heatStep } from '#app/domains/measurement/plots/heat-step.ts'

const grounds = {
  1: 'bg-heat-1 text-heat-1-ink',
  2: 'bg-heat-2 text-heat-2-ink',
  3: 'bg-heat-3 text-heat-3-ink',
  4: 'bg-heat-4 text-heat-4-ink',
  5: 'bg-heat-5 text-heat-5-ink',
  6: 'bg-heat-6 text-heat-6-ink',
}

type HeatCellProps = {
  value: number
  min: number
  max: number
  /** Decimals shown. */
  digits?: number | undefined
  title?: string | undefined
}

/** A computed score on its step of the ramp. Ratings never stand on heat. */
export function HeatCell({ value, min, max, digits = 1, title }: HeatCellProps) {
  return (
    <span
      title={title}
      className={`inline-block min-w-8 rounded-sm px-[5px] text-center text-dense font-semibold ${grounds[heatStep({ value, min, max })]}`}
    >
      {value.toFixed(digits)}
    </span>
  )
}

/** The ramp for a legend. */
export function HeatRamp() {
  return (
    <span aria-hidden className="inline-flex overflow-hidden rounded-sm">
      {Object.entries(grounds).map(([step, ground]) => (
        <span key={step} className={`h-3.5 w-5 ${ground}`} />
      ))}
    </span>
  )
}
