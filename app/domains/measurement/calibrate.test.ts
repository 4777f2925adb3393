import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate } from './calibrate.ts'
import type {
  Calibration,
  CalibrationInput,
  CalibrationModel,
  CalibrationRating,
} from './calibration-types.ts'
import { simulatePanel } from '#tests/support/simulated-panel.ts'

const given = { candidate: 0.7, candidateCompetency: 0.4, halo: 0.4, severity: 0.35, residual: 0.7 }
const models = ['reml', 'integrated', 'fixed'] as const
const panel = simulatePanel({ seed: 7, candidates: 8, interviewers: 5, perCandidate: 3, competencies: 3 })

function run(
  model: CalibrationModel,
  ratings: readonly CalibrationRating[],
  more: Partial<CalibrationInput> = {},
) {
  return calibrate({ model, ratings, ...(model === 'fixed' ? { sd: given } : {}), ...more })
}
function meansOf(calibration: Calibration): Map<string, number> {
  return new Map(calibration.candidates.map(({ id, mean }) => [id, mean]))
}
/** Every number anywhere in a result. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : []
}

test.each(models)('%s: the order of the rows changes nothing at all', (model) => {
  const shuffled = panel.ratings.toSorted(
    (a, b) => a.rating - b.rating || (a.interviewer < b.interviewer ? 1 : -1),
  )
  expect(run(model, shuffled)).toEqual(run(model, panel.ratings))
})

test.each(models)('%s: ids that look like numbers are names like any other', (model) => {
  const renamed = panel.ratings.map((row) => ({
    ...row,
    candidate: String(100 - Number(row.candidate.slice(1))),
  }))
  const before = meansOf(run(model, panel.ratings))
  const after = meansOf(run(model, renamed))
  expect(after.size).toBe(before.size)
  for (const [id, mean] of before) expect(after.get(String(100 - Number(id.slice(1))))).toBeCloseTo(mean, 4)
})

test.each(models)(
  '%s: ratings that all lie a point higher lift every mean by that point, and no spread',
  (model) => {
    const before = run(model, panel.ratings)
    const after = run(
      model,
      panel.ratings.map((row) => ({ ...row, rating: row.rating + 1 })),
    )
    for (const [i, candidate] of after.candidates.entries())
      expect(candidate.mean - (before.candidates[i]?.mean ?? NaN)).toBeCloseTo(1, 8)
    for (const [i, one] of after.interviewers.entries())
      expect(one.severity).toBeCloseTo(before.interviewers[i]?.severity ?? NaN, 8)
    expect(after.sd.residual).toBeCloseTo(before.sd.residual ?? NaN, 8)
  },
)

test.each(models)('%s: mirrored ratings give mirrored scores and severities', (model) => {
  const before = run(model, panel.ratings)
  const after = run(
    model,
    panel.ratings.map((row) => ({ ...row, rating: 5 - row.rating })),
  )
  const means = meansOf(after)
  for (const { id, mean } of before.candidates) expect((means.get(id) ?? NaN) + mean).toBeCloseTo(5, 6)
  for (const [i, one] of before.interviewers.entries())
    expect(one.severity + (after.interviewers[i]?.severity ?? NaN)).toBeCloseTo(0, 6)
})

test('two candidates who were rated alike stand level', () => {
  const alike = ['a', 'b'].flatMap((candidate) =>
    ['x', 'y'].map((interviewer, i) => ({ candidate, interviewer, competency: 'c', rating: 2 + i })),
  )
  const other = { candidate: 'd', interviewer: 'x', competency: 'c', rating: 4 }
  const { pairs } = run('fixed', [...alike, other])
  expect(pairs.find(({ a, b }) => a === 'a' && b === 'b')?.p).toBeCloseTo(0.5, 10)
})

test('several ratings of one interviewer in a competency count as their mean', () => {
  const split = panel.ratings.flatMap((row) => [
    { ...row, rating: row.rating - 0.5 },
    { ...row, rating: row.rating + 0.5 },
  ])
  const [one, other] = [run('fixed', split), run('fixed', panel.ratings)]
  expect(one.n).toBe(other.n)
  expect(numbersOf(one.pairs).map((p) => p.toFixed(9))).toEqual(
    numbersOf(other.pairs).map((p) => p.toFixed(9)),
  )
})

test('candidates with no interviewer in common are in groups, and no pair crosses them', () => {
  const ratings = [
    ...panel.ratings,
    ...panel.ratings.map((row) => ({
      ...row,
      candidate: `z${row.candidate}`,
      interviewer: `z${row.interviewer}`,
    })),
  ]
  const { groups, pairs, candidates } = run('integrated', ratings)
  expect(groups.map((group) => group.length)).toEqual([8, 8])
  expect(pairs).toHaveLength((2 * (8 * 7)) / 2)
  expect(pairs.every(({ a, b }) => a.startsWith('z') === b.startsWith('z'))).toBe(true)
  expect(candidates.filter(({ tier, group }) => tier === 1 && group === 1).length).toBeGreaterThan(0)
})

test('an estimate that nobody rated leans on the rest and says that there is no rating', () => {
  const ratings = panel.ratings.filter((row) => row.candidate !== 'c1' || row.competency !== 'k1')
  const candidate = run('integrated', ratings).candidates.find(({ id }) => id === 'c1')
  expect(candidate).toMatchObject({ scored: 2, wanted: 3 })
  const [guessed, rated] = ['k1', 'k2'].map((id) =>
    candidate?.competencies.find((one) => one.competency === id),
  )
  expect(guessed?.raw).toBeNull()
  expect(guessed?.sd).toBeGreaterThan(rated?.sd ?? NaN)
})

test('weights decide what the overall score is made of', () => {
  const one = run('fixed', panel.ratings, { weights: [{ competency: 'k2', weight: 3 }] })
  for (const { mean, raw, wanted, competencies } of one.candidates) {
    const only = competencies.find(({ competency }) => competency === 'k2')
    expect(mean).toBeCloseTo(only?.mean ?? NaN, 10)
    expect(raw).toBeCloseTo(only?.raw ?? NaN, 10)
    expect(wanted).toBe(1)
  }
})

test('a bar far below is reached, one far above is not, and none is not asked about', () => {
  const bars = [
    { competency: 'k0', bar: -5 },
    { competency: 'k1', bar: 12 },
  ]
  for (const { competencies } of run('integrated', panel.ratings, { bars }).candidates) {
    expect(competencies.map((one) => one.reachesBar)[2]).toBeNull()
    expect(competencies[0]?.reachesBar).toBeCloseTo(1, 6)
    expect(competencies[1]?.reachesBar).toBeCloseTo(0, 6)
  }
})

const row = (
  candidate: string,
  interviewer: string,
  rating: number,
  competency = 'c',
): CalibrationRating => ({
  candidate,
  interviewer,
  competency,
  rating,
})
const crossed = (rate: (c: number, i: number, k: number) => number, [c, i, k]: [number, number, number]) =>
  Array.from({ length: c * i * k }, (_, n) => {
    const [own, met, asked] = [n % c, Math.floor(n / c) % i, Math.floor(n / c / i)]
    return row(`c${own}`, `i${met}`, rate(own, met, asked), `k${asked}`)
  })

test.each<[string, CalibrationRating[], Calibration['condition'] | undefined]>([
  ['nothing', [], undefined],
  ['one rating', [row('a', 'x', 3)], undefined],
  ['all ratings equal', crossed(() => 3, [6, 3, 2]), undefined],
  [
    'one interviewer who always gives the same',
    crossed((c, i) => (i === 0 ? 3 : 1 + (c % 4)), [6, 3, 2]),
    'estimated',
  ],
  [
    'one candidate for each interviewer',
    Array.from({ length: 6 }, (_, i) => row(`c${i}`, `i${i}`, 1 + (i % 4))),
    'estimated',
  ],
  ['more interviewers than candidates', crossed((c, i) => 1 + ((c * 3 + i) % 4), [3, 7, 1]), 'estimated'],
  ['one interviewer', crossed((c, _, k) => 1 + ((c + k) % 4), [5, 1, 3]), 'estimated'],
  ['one candidate', crossed((_, i, k) => 1 + ((i + k) % 4), [1, 5, 3]), 'estimated'],
  ['ratings that add up without any rest', crossed((c, i) => c + i / 2, [5, 4, 1]), 'estimated'],
  ['severities alone', crossed((_, i) => i, [5, 4, 1]), 'estimated'],
  ['fractions below zero', crossed((c, i) => -c / 3 - ((c * i) % 3) / 7, [5, 4, 2]), 'estimated'],
])('%s gives only finite numbers and probabilities', (_name, ratings, condition) => {
  for (const model of models) {
    const calibration = run(model, ratings)
    expect(numbersOf(calibration).filter((value) => !Number.isFinite(value))).toEqual([])
    for (const { p } of calibration.pairs) expect(p >= 0 && p <= 1).toBe(true)
    for (const { sd, q05, mean, q95 } of calibration.candidates) {
      expect(sd).toBeGreaterThanOrEqual(0)
      expect(q05 <= mean + 1e-9 && mean <= q95 + 1e-9).toBe(true)
    }
    if (condition) expect(calibration.condition).toBe(condition)
  }
})

test('agreement is not said where it cannot be', () => {
  expect(
    run(
      'integrated',
      crossed(() => 3, [6, 3, 2]),
    ).agreement,
  ).toEqual({ kind: 'no variation' })
  expect(
    run(
      'integrated',
      crossed((c) => c, [4, 3, 2]),
    ).agreement,
  ).toEqual({ kind: 'too few to say' })
  expect(run('reml', []).agreement).toEqual({ kind: 'too few to say' })
  expect(
    run(
      'reml',
      crossed((c, _, k) => (c + k) % 3, [6, 1, 2]),
    ).agreement,
  ).toEqual({ kind: 'too few to say' })
  expect(run('reml', panel.ratings).agreement).toMatchObject({ kind: 'estimated' })
})

test('a deviation of 0 is an answer: the part that it belongs to vanishes', () => {
  const { interviewers } = run('fixed', panel.ratings, { sd: { ...given, severity: 0 } })
  expect(interviewers.map(({ severity, sd }) => [severity, sd])).toEqual(interviewers.map(() => [0, 0]))
})

test.each<[string, Partial<CalibrationInput>, RegExp]>([
  ['no candidates among the terms', { terms: ['severity'] }, /must include candidate/],
  [
    'a missing deviation',
    { model: 'fixed', sd: { candidate: 1 } },
    /candidateCompetency, halo, severity, residual/,
  ],
  ['a residual of 0', { model: 'fixed', sd: { ...given, residual: 0 } }, /residual must be more than 0/],
  ['a rating that is no number', { ratings: [row('a', 'x', NaN)] }, /must be a number/],
])('%s is refused in words', (_name, more, words) => {
  expect(() => calibrate({ model: 'reml', ratings: panel.ratings, ...more })).toThrow(words)
})

test('whatever ratings there are, every number is finite', () => {
  const id = (prefix: string, max: number) => fc.integer({ min: 0, max }).map((n) => `${prefix}${n}`)
  const rating = fc.record({
    candidate: id('c', 4),
    interviewer: id('i', 3),
    competency: id('k', 2),
    rating: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(rating, { maxLength: 25 }), fc.constantFrom(...models), (ratings, model) => {
      expect(numbersOf(run(model, ratings)).filter((value) => !Number.isFinite(value))).toEqual([])
    }),
    { numRuns: 25 },
  )
})
