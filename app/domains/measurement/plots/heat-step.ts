export type HeatStep = 1 | 2 | 3 | 4 | 5 | 6

const steps = [1, 2, 3, 4, 5, 6] as const

/** The heat step, 1 to 6, of a value on a scale: six equal parts, so half a level each on four levels. */
export function heatStep({ value, min, max }: { value: number; min: number; max: number }): HeatStep {
  const share = (value - min) / (max - min)
  // A value on a border belongs to the step above it, whatever floating point makes of the division.
  const index = Math.floor(share * steps.length + 1e-9)
  return steps[Math.min(steps.length - 1, Math.max(0, index))] ?? 1
}
