import {
  candidatePart,
  competencyPart,
  severityPart,
  type Design,
  type DesignGroup,
  type RatingTable,
} from './design.ts'
import type { Draw } from './integrate.ts'
import { at, dot, indexAt, solveLower } from './linear.ts'
import type { Mixture } from './mixture.ts'
import { addScaled, createSolver, invertShared, quadraticForm, type Solution } from './model.ts'
import { normalCdf } from './normal.ts'

/** What the ratings say of everything that is estimated, for every draw of the deviations. */
export type Posterior = {
  weights: Float64Array
  competencyMean: (competency: number) => number
  candidate: (candidate: number) => Mixture
  /** μ_k + θ_c + b_ck. */
  competency: (candidate: number, competency: number) => Mixture
  /** s_i: positive is milder. */
  leniency: (interviewer: number) => Mixture
  /** The probability that candidate a stands above candidate b. */
  probabilityAbove: (a: number, b: number) => number
}

/** One draw's answers. */
type Reading = {
  weight: number
  residual: number
  means: Float64Array
  candidates: { mean: Float64Array; sd: Float64Array }
  competencies: { mean: Float64Array; sd: Float64Array }
  interviewers: { mean: Float64Array; sd: Float64Array }
  /** For covariances of candidates: the inverse of the shared equations, and each one's weights on their columns. */
  inverse: Float64Array
  onColumns: Float64Array[]
}

/**
 * Predicts scores and severities for every draw. A score is u_c = Σ w_k (μ_k + θ_c + b_ck).
 * @param weights one for each competency, together 1
 */
export function readPosterior(
  table: RatingTable,
  design: Design,
  draws: readonly Draw[],
  weights: Float64Array,
): Posterior {
  const solve = createSolver(design)
  const columns = listColumns(table, design)
  const readings = draws.map(({ deviations, weight }): Reading => {
    const { parts, residual } = deviations
    const solution = solve(parts.map((deviation) => (residual > 0 ? deviation / residual : 0)))
    return readDraw({ table, design, solution, columns, weights, residual, weight })
  })
  const shares = Float64Array.from(readings, (reading) => reading.weight)
  const pick = (
    from: (reading: Reading) => { mean: Float64Array; sd: Float64Array },
    i: number,
  ): Mixture => ({
    weights: shares,
    means: Float64Array.from(readings, (reading) => at(from(reading).mean, i)),
    sds: Float64Array.from(readings, (reading) => at(from(reading).sd, i)),
  })
  return {
    weights: shares,
    competencyMean: (k) => readings.reduce((sum, reading) => sum + reading.weight * at(reading.means, k), 0),
    candidate: (c) => pick((reading) => reading.candidates, c),
    competency: (c, k) => pick((reading) => reading.competencies, c * design.means + k),
    leniency: (i) => pick((reading) => reading.interviewers, i),
    probabilityAbove: (a, b) =>
      readings.reduce((sum, reading) => sum + reading.weight * compare(reading, columns, design, a, b), 0),
  }
}

/** The shared columns that each candidate's score leans on. */
function listColumns(table: RatingTable, design: Design): Int32Array[] {
  if (!design.isByInterviewer) return design.groups.map((group) => group.columns)
  const means = Array.from({ length: design.means }, (_, k) => k)
  return table.candidates.map((_, c) => Int32Array.from([...means, design.means + c]))
}

type DrawSettings = {
  table: RatingTable
  design: Design
  solution: Solution
  columns: readonly Int32Array[]
  weights: Float64Array
  residual: number
  weight: number
}

function readDraw(settings: DrawSettings): Reading {
  const { table, design, solution, columns, weights, residual, weight } = settings
  const { size } = design.outer
  const competencies = design.means
  const inverse = invertShared(design, solution)
  const count = table.candidates.length
  const candidates = { mean: new Float64Array(count), sd: new Float64Array(count) }
  const cells = { mean: new Float64Array(count * competencies), sd: new Float64Array(count * competencies) }
  const onColumns: Float64Array[] = []
  for (let c = 0; c < count; c++) {
    const own = columns[c] ?? new Int32Array()
    const group = design.isByInterviewer ? undefined : solution.groups[c]
    const inner = group?.left.length ?? 0
    const overall = { on: new Float64Array(own.length), inside: new Float64Array(inner), mean: 0 }
    for (let k = 0; k < competencies; k++) {
      const inside = new Float64Array(inner)
      const on = new Float64Array(own.length)
      on[k] = 1
      if (group) whitenScore(inside, on, group.design, group, solution, k)
      else on[own.length - 1] = at(solution.ratios, candidatePart)
      let mean = at(design.offsets, k) + at(solution.outer, k)
      if (group) mean += dot(inside, 0, group.left, 0, inner)
      else mean += at(solution.ratios, candidatePart) * at(solution.outer, design.means + c)
      const variance = dot(inside, 0, inside, 0, inner) + quadraticForm(inverse, size, own, on, on)
      cells.mean[c * competencies + k] = mean
      cells.sd[c * competencies + k] = residual * Math.sqrt(variance)
      const share = at(weights, k)
      overall.mean += share * mean
      addScaled(overall.on, on, 0, share)
      addScaled(overall.inside, inside, 0, share)
    }
    const variance =
      dot(overall.inside, 0, overall.inside, 0, inner) +
      quadraticForm(inverse, size, own, overall.on, overall.on)
    candidates.mean[c] = overall.mean
    candidates.sd[c] = residual * Math.sqrt(variance)
    onColumns.push(overall.on)
  }
  const means = Float64Array.from(
    { length: competencies },
    (_, k) => at(design.offsets, k) + at(solution.outer, k),
  )
  const interviewers = readInterviewers(settings, inverse)
  return { weight, residual, means, candidates, competencies: cells, interviewers, inverse, onColumns }
}

/** Turns θ + b_k into its part inside the group, whitened, and its part on the shared columns. */
function whitenScore(
  inside: Float64Array,
  on: Float64Array,
  design: DesignGroup,
  group: Solution['groups'][number],
  solution: Solution,
  competency: number,
): void {
  let place = 0
  if (indexAt(design.innerParts, 0) === candidatePart) inside[place++] = at(solution.ratios, candidatePart)
  if (indexAt(design.innerParts, place) === competencyPart)
    inside[place + competency] = at(solution.ratios, competencyPart)
  solveLower(group.factor, inside.length, inside)
  for (let i = 0; i < inside.length; i++) addScaled(on, group.whitened, i * on.length, -at(inside, i))
}

function readInterviewers(
  { table, design, solution, residual }: DrawSettings,
  inverse: Float64Array,
): Reading['interviewers'] {
  const count = table.interviewers.length
  const mean = new Float64Array(count)
  const sd = new Float64Array(count)
  if (!design.parts.hasPart[severityPart]) return { mean, sd }
  const ratio = at(solution.ratios, severityPart)
  const { size } = design.outer
  for (let i = 0; i < count; i++) {
    const group = design.isByInterviewer ? solution.groups[i] : undefined
    if (group) {
      const inside = ratio / at(group.factor, 0)
      const on = new Float64Array(group.design.columns.length)
      addScaled(on, group.whitened, 0, -inside)
      mean[i] = inside * at(group.left, 0)
      const shared = quadraticForm(inverse, size, group.design.columns, on, on)
      sd[i] = residual * Math.sqrt(inside * inside + shared)
    } else {
      const column = design.means + i
      mean[i] = ratio * at(solution.outer, column)
      sd[i] = residual * Math.abs(ratio) * Math.sqrt(at(inverse, column * size + column))
    }
  }
  return { mean, sd }
}

function compare(
  reading: Reading,
  columns: readonly Int32Array[],
  design: Design,
  a: number,
  b: number,
): number {
  const { candidates, residual, inverse, onColumns } = reading
  const ahead = at(candidates.mean, a) - at(candidates.mean, b)
  const [columnsA, columnsB, onA, onB] = [columns[a], columns[b], onColumns[a], onColumns[b]]
  if (!columnsA || !columnsB || !onA || !onB) return NaN
  let shared = 0
  for (let i = 0; i < columnsA.length; i++) {
    const row = indexAt(columnsA, i) * design.outer.size
    let inRow = 0
    for (let j = 0; j < columnsB.length; j++) inRow += at(inverse, row + indexAt(columnsB, j)) * at(onB, j)
    shared += at(onA, i) * inRow
  }
  const variance = at(candidates.sd, a) ** 2 + at(candidates.sd, b) ** 2 - 2 * residual * residual * shared
  // Two who are the same, or known without error, leave nothing but rounding.
  const least = 1e-12 * (at(candidates.sd, a) ** 2 + at(candidates.sd, b) ** 2)
  if (variance > least) return normalCdf(ahead / Math.sqrt(variance))
  return Math.abs(ahead) < 1e-9 ? 0.5 : ahead > 0 ? 1 : 0
}
