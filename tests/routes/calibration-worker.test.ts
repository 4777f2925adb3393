import { expect, test } from 'vitest'
import { runCalibration } from '#app/domains/calibration/run-calibration.server.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import type { CalibrationInput } from '#app/domains/measurement/calibration-types.ts'
import { simulatePanel } from '#tests/support/simulated-panel.ts'

const { ratings } = simulatePanel({
  seed: 21,
  candidates: 5,
  interviewers: 4,
  perCandidate: 3,
  competencies: 2,
})
const input: CalibrationInput = { model: 'reml', ratings, bars: [{ competency: 'k0', bar: 2.5 }] }

test('the worker gives what the calculation gives', async () => {
  expect(await runCalibration(input)).toEqual(calibrate(input))
})

test('the same cards in another order are answered from what is kept', async () => {
  const first = await runCalibration(input)
  expect(await runCalibration({ ...input, ratings: ratings.toReversed() })).toBe(first)
})

test('whoever sees one card more or less gets an answer of their own', async () => {
  const seen = await runCalibration(input)
  const less = await runCalibration({ ...input, ratings: ratings.slice(0, -1) })
  expect(less.n).toBe(seen.n - 1)
  expect(less).not.toBe(seen)
  const [first, ...rest] = ratings
  if (!first) throw new Error('no ratings')
  const changed = await runCalibration({
    ...input,
    ratings: [{ ...first, rating: first.rating + 1 }, ...rest],
  })
  expect(changed.candidates).not.toEqual(seen.candidates)
})

test('several at once are each answered', async () => {
  const inputs = [0, 1, 2].map((less) => ({ ...input, ratings: ratings.slice(less) }))
  const found = await Promise.all(inputs.map((one) => runCalibration(one)))
  expect(found.map(({ n }) => n)).toEqual([30, 29, 28])
})

test('an input that does not fit is refused before any thread sees it', async () => {
  await expect(runCalibration({ ...input, terms: ['severity'] })).rejects.toThrow(/must include candidate/)
})
