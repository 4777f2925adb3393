import { at, dot } from './linear.ts'

/** A value, and its slope for whoever asks before the next evaluation; an infinite value is never accepted as a step. */
export type Sloped = { value: number; readSlope: () => Float64Array }

const mostSteps = 200

/**
 * Finds a minimum of a smooth function by the method of Broyden, Fletcher, Goldfarb and Shanno, with steps that shrink until they lower
 * the value enough (Nocedal & Wright 2006, chapter 6). The same start gives the same answer.
 * @param start where to begin
 * @param tolerance stops when a step promises to lower the value by less than this share of it
 * @param firstStep its length
 */
export function minimise(
  evaluate: (x: Float64Array) => Sloped,
  start: Float64Array,
  { tolerance, firstStep }: { tolerance: number; firstStep: number },
): { x: Float64Array; value: number } {
  const n = start.length
  let x: Float64Array = start.slice()
  const first = evaluate(x)
  let value = first.value
  let slope = first.readSlope()
  let inverse = identity(n, firstStep / Math.max(Math.sqrt(dot(slope, 0, slope, 0, n)), 1e-12))
  let isFresh = true
  for (let step = 0; step < mostSteps; step++) {
    const direction = multiply(inverse, slope).map((along) => -along)
    const promise = dot(direction, 0, slope, 0, n)
    // A flat value has digits that mean nothing, and fewer of them the greater it is.
    if (!(-promise > tolerance * Math.max(1, Math.abs(value)))) {
      if (isFresh || !(promise >= 0)) break
      inverse = identity(n, 1e-3)
      isFresh = true
      continue
    }
    const next = searchLine(evaluate, x, value, direction, promise)
    if (!next) break
    const moved = next.x.map((place, i) => place - at(x, i))
    const turned = next.slope.map((steepness, i) => steepness - at(slope, i))
    const curvature = dot(moved, 0, turned, 0, n)
    if (curvature > 0) {
      if (isFresh) inverse = identity(n, curvature / dot(turned, 0, turned, 0, n))
      inverse = update(inverse, moved, turned, curvature)
      isFresh = false
    }
    x = next.x
    value = next.value
    slope = next.slope
  }
  return { x, value }
}

function searchLine(
  evaluate: (x: Float64Array) => Sloped,
  x: Float64Array,
  value: number,
  direction: Float64Array,
  promise: number,
): { x: Float64Array; value: number; slope: Float64Array } | undefined {
  let length = 1
  for (let attempt = 0; attempt < 40; attempt++) {
    const tried = x.map((place, i) => place + length * at(direction, i))
    const found = evaluate(tried)
    if (found.value <= value + 1e-4 * length * promise)
      return { x: tried, value: found.value, slope: found.readSlope() }
    // The parabola through both values and the first slope.
    const rise = found.value - value - promise * length
    const best = Number.isFinite(rise) ? (-promise * length * length) / (2 * rise) : 0
    length = Math.min(Math.max(best, length * 0.1), length * 0.5)
  }
  return undefined
}

function identity(n: number, scale: number): Float64Array {
  const matrix = new Float64Array(n * n)
  for (let i = 0; i < n; i++) matrix[i * n + i] = scale
  return matrix
}

function multiply(matrix: Float64Array, x: Float64Array): Float64Array {
  return x.map((_, i) => dot(matrix, i * x.length, x, 0, x.length))
}

function update(
  inverse: Float64Array,
  moved: Float64Array,
  turned: Float64Array,
  curvature: number,
): Float64Array {
  const n = moved.length
  const turnedBack = multiply(inverse, turned)
  const factor = (curvature + dot(turned, 0, turnedBack, 0, n)) / (curvature * curvature)
  return inverse.map((value, place) => {
    const i = Math.floor(place / n)
    const j = place % n
    return (
      value +
      factor * at(moved, i) * at(moved, j) -
      (at(turnedBack, i) * at(moved, j) + at(moved, i) * at(turnedBack, j)) / curvature
    )
  })
}
