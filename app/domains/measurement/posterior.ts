import { candidatePart, competencyPart, severityPart, type Design, type RatingTable } from './design.ts'
import type { Draw } from './integrate.ts'
import { addScaled, at, dot, formOf, indexAt, readBlock, solveLower } from './linear.ts'
import type { Mixture } from './mixture.ts'
import { createSolver, invertShared, type Solution, type SolvedPattern } from './model.ts'
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
  const comparisons = readings.map((reading) => createComparison(reading, columns, design.outer.size))
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
      comparisons.reduce((sum, chanceOf, i) => sum + at(shares, i) * chanceOf(a, b), 0),
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
  const groups = solution.readGroups()
  const ofPatterns = design.isByInterviewer
    ? []
    : solution.patterns.map((pattern) => whitenScores(pattern, solution, weights))
  for (let c = 0; c < count; c++) {
    const own = columns[c] ?? new Int32Array()
    const group = design.isByInterviewer ? undefined : groups[c]
    const scores = ofPatterns[group?.design.pattern ?? -1] ?? onCandidate(solution, own.length, weights)
    const block = readBlock(inverse, size, own)
    let overall = 0
    for (let k = 0; k < competencies; k++) {
      const score = scores.each[k]
      if (!score) continue
      let mean = at(design.offsets, k) + at(solution.outer, k)
      if (group) mean += dot(score.inside, 0, group.left, 0, score.inside.length)
      else mean += at(solution.ratios, candidatePart) * at(solution.outer, design.means + c)
      cells.mean[c * competencies + k] = mean
      cells.sd[c * competencies + k] = residual * Math.sqrt(score.squares + formOf(block, score.on))
      overall += at(weights, k) * mean
    }
    candidates.mean[c] = overall
    candidates.sd[c] = residual * Math.sqrt(scores.overall.squares + formOf(block, scores.overall.on))
    onColumns.push(scores.overall.on)
  }
  const means = Float64Array.from(
    { length: competencies },
    (_, k) => at(design.offsets, k) + at(solution.outer, k),
  )
  const interviewers = readInterviewers(settings, inverse)
  return { weight, residual, means, candidates, competencies: cells, interviewers, inverse, onColumns }
}

/** A score as weights on a group's whitened effects, with the sum of their squares, and on the shared columns. */
type WhitenedScore = { inside: Float64Array; on: Float64Array; squares: number }
type WhitenedScores = { each: WhitenedScore[]; overall: WhitenedScore }

/** The scores of every competency, and of all of them, for the candidates of one pattern. */
function whitenScores(pattern: SolvedPattern, solution: Solution, weights: Float64Array): WhitenedScores {
  const each = Array.from(weights, (_, k) => whitenScore(pattern, solution, k))
  const { innerParts, width } = pattern.design
  return { each, overall: weigh(each, weights, { inner: innerParts.length, width }) }
}

/** Turns θ + b_k into its part inside the group, whitened, and its part on the shared columns. */
function whitenScore(pattern: SolvedPattern, { ratios }: Solution, competency: number): WhitenedScore {
  const { innerParts, width } = pattern.design
  const inside = new Float64Array(innerParts.length)
  const on = new Float64Array(width)
  on[competency] = 1
  let place = 0
  if (indexAt(innerParts, 0) === candidatePart) inside[place++] = at(ratios, candidatePart)
  if (indexAt(innerParts, place) === competencyPart) inside[place + competency] = at(ratios, competencyPart)
  solveLower(pattern.factor, inside.length, inside)
  for (let i = 0; i < inside.length; i++) addScaled(on, pattern.whitened, i * width, -at(inside, i))
  return { inside, on, squares: dot(inside, 0, inside, 0, inside.length) }
}

/** The same where candidates are shared columns themselves: each stands in the last of its own. */
function onCandidate({ ratios }: Solution, width: number, weights: Float64Array): WhitenedScores {
  const each = Array.from(weights, (_, k): WhitenedScore => {
    const on = new Float64Array(width)
    on[k] = 1
    on[width - 1] = at(ratios, candidatePart)
    return { inside: new Float64Array(), on, squares: 0 }
  })
  return { each, overall: weigh(each, weights, { inner: 0, width }) }
}

function weigh(
  each: readonly WhitenedScore[],
  weights: Float64Array,
  size: { inner: number; width: number },
): WhitenedScore {
  const inside = new Float64Array(size.inner)
  const on = new Float64Array(size.width)
  each.forEach((score, k) => {
    addScaled(inside, score.inside, 0, at(weights, k))
    addScaled(on, score.on, 0, at(weights, k))
  })
  return { inside, on, squares: dot(inside, 0, inside, 0, size.inner) }
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
  const groups = solution.readGroups()
  for (let i = 0; i < count; i++) {
    const group = design.isByInterviewer ? groups[i] : undefined
    if (group) {
      const inside = ratio / at(group.pattern.factor, 0)
      const on = new Float64Array(group.design.columns.length)
      addScaled(on, group.pattern.whitened, 0, -inside)
      mean[i] = inside * at(group.left, 0)
      const shared = formOf(readBlock(inverse, size, group.design.columns), on)
      sd[i] = residual * Math.sqrt(inside * inside + shared)
    } else {
      const column = design.means + i
      mean[i] = ratio * at(solution.outer, column)
      sd[i] = residual * Math.abs(ratio) * Math.sqrt(at(inverse, column * size + column))
    }
  }
  return { mean, sd }
}

/** Makes the function that compares two candidates in one draw. Whoever is asked about again and again is spread over all columns once. */
function createComparison(
  { candidates, residual, inverse, onColumns }: Reading,
  columns: readonly Int32Array[],
  size: number,
): (a: number, b: number) => number {
  let last = -1
  let spread: Float64Array | undefined
  return (a, b) => {
    const [columnsA, columnsB, onA, onB] = [columns[a], columns[b], onColumns[a], onColumns[b]]
    if (!columnsA || !columnsB || !onA || !onB) return NaN
    if (a !== last) spread = undefined
    else spread ??= spreadOver(inverse, size, columnsA, onA)
    last = a
    const shared = spread
      ? readSpreadAt(spread, columnsB, onB)
      : sharedVariance(inverse, size, { columns: columnsA, on: onA }, { columns: columnsB, on: onB })
    const ahead = at(candidates.mean, a) - at(candidates.mean, b)
    const variance = at(candidates.sd, a) ** 2 + at(candidates.sd, b) ** 2 - 2 * residual * residual * shared
    // Two who are the same, or known without error, leave nothing but rounding.
    const least = 1e-12 * (at(candidates.sd, a) ** 2 + at(candidates.sd, b) ** 2)
    if (variance > least) return normalCdf(ahead / Math.sqrt(variance))
    return Math.abs(ahead) < 1e-9 ? 0.5 : ahead > 0 ? 1 : 0
  }
}

type OnColumns = { columns: Int32Array; on: Float64Array }

function sharedVariance(inverse: Float64Array, size: number, a: OnColumns, b: OnColumns): number {
  let shared = 0
  for (let i = 0; i < a.columns.length; i++) {
    const row = indexAt(a.columns, i) * size
    let inRow = 0
    for (let j = 0; j < b.columns.length; j++) inRow += at(inverse, row + indexAt(b.columns, j)) * at(b.on, j)
    shared += at(a.on, i) * inRow
  }
  return shared
}

/** A candidate's weights times the inverse of the shared equations, for every column. */
function spreadOver(
  inverse: Float64Array,
  size: number,
  columns: Int32Array,
  on: Float64Array,
): Float64Array {
  const spread = new Float64Array(size)
  for (let i = 0; i < columns.length; i++) addScaled(spread, inverse, indexAt(columns, i) * size, at(on, i))
  return spread
}

function readSpreadAt(spread: Float64Array, columns: Int32Array, on: Float64Array): number {
  let shared = 0
  for (let j = 0; j < columns.length; j++) shared += at(spread, indexAt(columns, j)) * at(on, j)
  return shared
}
