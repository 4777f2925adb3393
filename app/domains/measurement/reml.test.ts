import { expect, test } from 'vitest'
import { simulatePanel } from '#tests/support/simulated-panel.ts'
import { calibrate } from './calibrate.ts'
import type { CalibrationRating, CalibrationTerm, SpreadOf } from './calibration-types.ts'

/** −2 log of the restricted likelihood with every matrix written out: the formula of Patterson & Thompson (1971). */
function writeOutCriterion(ratings: readonly CalibrationRating[], sd: SpreadOf): number {
  const same = (
    a: CalibrationRating,
    b: CalibrationRating,
    ...keys: ('candidate' | 'interviewer' | 'competency')[]
  ) => (keys.every((key) => a[key] === b[key]) ? 1 : 0)
  const variance = (value: number | null): number => (value ?? 0) ** 2
  const v = ratings.map((a, i) =>
    ratings.map(
      (b, j) =>
        variance(sd.candidate) * same(a, b, 'candidate') +
        variance(sd.candidateCompetency) * same(a, b, 'candidate', 'competency') +
        variance(sd.halo) * same(a, b, 'candidate', 'interviewer') +
        variance(sd.severity) * same(a, b, 'interviewer') +
        variance(sd.residual) * (i === j ? 1 : 0),
    ),
  )
  const competencies = [...new Set(ratings.map((row) => row.competency))]
  const columns = competencies.map((id) => ratings.map((row) => (row.competency === id ? 1 : 0)))
  const y = ratings.map((row) => row.rating)
  const ofV = eliminate(v, [...columns, y])
  const solved = ofV.solutions
  const cross = columns.map((column) => solved.slice(0, -1).map((other) => product(column, other)))
  const right = columns.map((column) => product(column, solved.at(-1) ?? []))
  const ofCross = eliminate(cross, [right])
  const remainder = product(y, solved.at(-1) ?? []) - product(right, ofCross.solutions[0] ?? [])
  const free = y.length - columns.length
  return ofV.logDeterminant + ofCross.logDeterminant + remainder + free * Math.log(2 * Math.PI)
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0)
}

/** Gauss's elimination of a symmetric matrix, for several right sides. */
function eliminate(matrix: readonly (readonly number[])[], sides: readonly (readonly number[])[]) {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, ...sides.map((side) => side[i] ?? NaN)])
  let logDeterminant = 0
  for (const [i, pivotRow] of rows.entries()) {
    const pivot = pivotRow[i] ?? NaN
    logDeterminant += Math.log(pivot)
    for (const [r, other] of rows.entries()) {
      if (r === i) continue
      const factor = (other[i] ?? NaN) / pivot
      for (let c = i; c < other.length; c++) other[c] = (other[c] ?? NaN) - factor * (pivotRow[c] ?? NaN)
    }
  }
  const solutions = sides.map((_, s) => rows.map((row, i) => (row[n + s] ?? NaN) / (row[i] ?? NaN)))
  return { logDeterminant, solutions }
}

const small = simulatePanel({
  seed: 3,
  candidates: 5,
  interviewers: 4,
  perCandidate: 2,
  competencies: 3,
}).ratings
const gappy = small.filter((_, i) => i % 4 !== 1)
const single = simulatePanel({
  seed: 5,
  candidates: 6,
  interviewers: 4,
  perCandidate: 3,
  competencies: 1,
}).ratings
const manyInterviewers = simulatePanel({
  seed: 6,
  candidates: 4,
  interviewers: 7,
  perCandidate: 4,
  competencies: 1,
}).ratings
const sd = { candidate: 0.6, candidateCompetency: 0.3, halo: 0, severity: 0.35, residual: 0.5 }

test.each<[string, CalibrationRating[], CalibrationTerm[] | undefined]>([
  ['a full panel', small, undefined],
  ['a panel with gaps', gappy, undefined],
  ['a panel without severities', gappy, ['candidate', 'competency', 'halo']],
  ['candidates and severities over several competencies', gappy, ['candidate', 'severity']],
  ['one competency', single, undefined],
  ['one competency and more interviewers than candidates', manyInterviewers, undefined],
])('the criterion of %s is that of the written out matrices', (_name, ratings, terms) => {
  const more = terms ? { terms } : {}
  const fixed = calibrate({ model: 'fixed', ratings, sd, ...more })
  expect(fixed.remlCriterion).toBeCloseTo(writeOutCriterion(ratings, fixed.sd), 9)
  const fitted = calibrate({ model: 'reml', ratings, ...more })
  expect(fitted.remlCriterion).toBeCloseTo(writeOutCriterion(ratings, fitted.sd), 6)
})

test.each<[string, CalibrationRating[]]>([
  ['a panel with gaps', gappy],
  ['one competency', single],
  ['one competency and more interviewers than candidates', manyInterviewers],
])('no deviations near those of %s have a lower criterion', (_name, ratings) => {
  const { sd: fitted, remlCriterion, terms } = calibrate({ model: 'reml', ratings })
  for (const part of ['candidate', 'candidateCompetency', 'halo', 'severity', 'residual'] as const) {
    if (fitted[part] === null) continue
    for (const change of [0.02, -0.02]) {
      const moved = { ...fitted, [part]: Math.abs(fitted[part] + change) }
      expect(writeOutCriterion(ratings, moved)).toBeGreaterThan((remlCriterion ?? NaN) - 1e-9)
    }
  }
  expect(terms).toContain('severity')
})

test('a balanced one-way layout has the deviations of its analysis of variance', () => {
  const scores = { a: [1, 2, 3], b: [4, 5, 7], c: [2, 2, 5], d: [8, 6, 7] }
  const ratings = Object.entries(scores).flatMap(([candidate, own]) =>
    own.map((rating, i) => ({ candidate, interviewer: `${candidate}${i}`, competency: 'k', rating })),
  )
  const { sd: fitted } = calibrate({ model: 'reml', ratings, terms: ['candidate'] })
  const all = Object.values(scores).flat()
  const grand = all.reduce((sum, value) => sum + value, 0) / all.length
  const groups = Object.values(scores).map((own) => ({ own, mean: own.reduce((s, v) => s + v, 0) / 3 }))
  const between = groups.reduce((sum, { mean }) => sum + 3 * (mean - grand) ** 2, 0) / 3
  const within =
    groups.reduce((sum, { own, mean }) => sum + own.reduce((s, v) => s + (v - mean) ** 2, 0), 0) / 8
  expect((fitted.residual ?? NaN) ** 2).toBeCloseTo(within, 6)
  expect((fitted.candidate ?? NaN) ** 2).toBeCloseTo((between - within) / 3, 5)
})
