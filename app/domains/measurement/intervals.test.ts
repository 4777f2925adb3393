import { expect, test } from 'vitest'
import { drawNormals, simulatePanel } from '#tests/support/simulated-panel.ts'
import { calibrate } from './calibrate.ts'
import { buildDesign, tabulate } from './design.ts'
import { drawDeviations, priorScales } from './integrate.ts'
import { createLikelihood } from './likelihood.ts'

/** Panels whose deviations are drawn from the priors: what the intervals are made for, so that nine in ten must hold the truth. */
function simulateFromPriors(count: number) {
  return Array.from({ length: count }, (_, seed) => {
    const draw = drawNormals(1000 + seed)
    const [candidate = 0, candidateCompetency = 0, halo = 0, severity = 0, residual = 0] = priorScales.map(
      (scale) => Math.abs(draw()) * scale,
    )
    return simulatePanel({
      seed: seed + 1,
      candidates: 8,
      interviewers: 5,
      perCandidate: 2,
      competencies: 3,
      sd: { candidate, candidateCompetency, halo, severity, residual },
    })
  })
}

test('nine of ten intervals hold the truth, and calibrated scores are nearer to it than raw means', () => {
  let inside = 0
  let all = 0
  let calibratedError = 0
  let rawError = 0
  for (const { ratings, truths } of simulateFromPriors(120))
    for (const { id, mean, raw, q05, q95 } of calibrate({ model: 'integrated', ratings }).candidates) {
      const truth = truths.get(id) ?? NaN
      all++
      if (q05 <= truth && truth <= q95) inside++
      calibratedError += (mean - truth) ** 2
      rawError += ((raw ?? NaN) - truth) ** 2
    }
  expect(inside / all).toBeGreaterThan(0.88)
  expect(inside / all).toBeLessThan(0.93)
  expect(Math.sqrt(calibratedError / rawError)).toBeLessThan(0.95)
  // Many panels make this the longest test of the folder.
}, 240_000)

test('the draws give the posterior means that a grid over three deviations gives', () => {
  const { ratings } = simulatePanel({
    seed: 4,
    candidates: 6,
    interviewers: 4,
    perCandidate: 3,
    competencies: 1,
  })
  const design = buildDesign(tabulate(ratings), ['candidate', 'severity'])
  const likelihood = createLikelihood(design)
  const scales = [priorScales[0], priorScales[3], priorScales[4]]
  const steps = 60
  const grid = scales.map((scale) => Array.from({ length: steps }, (_, i) => ((i + 0.5) / steps) * 4 * scale))
  const sums = [0, 0, 0, 0]
  for (const candidate of grid[0] ?? [])
    for (const severity of grid[1] ?? [])
      for (const residual of grid[2] ?? []) {
        const values = Float64Array.of(candidate, severity, residual)
        const { criterion } = likelihood(values)
        const prior = values.reduce((sum, value, i) => sum + (value / (scales[i] ?? 1)) ** 2, 0)
        const weight = Math.exp(-(criterion + prior) / 2)
        sums[3] = (sums[3] ?? 0) + weight
        values.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + weight * value))
      }
  const draws = drawDeviations(design, 3)
  const mean = (read: (draw: (typeof draws)[number]) => number): number =>
    draws.reduce((sum, draw) => sum + draw.weight * read(draw), 0)
  const found = [
    mean(({ deviations }) => deviations.parts[0] ?? NaN),
    mean(({ deviations }) => deviations.parts[3] ?? NaN),
    mean(({ deviations }) => deviations.residual),
  ]
  for (const [i, value] of found.entries())
    expect(Math.abs(value - (sums[i] ?? NaN) / (sums[3] ?? NaN))).toBeLessThan(0.01)
})
