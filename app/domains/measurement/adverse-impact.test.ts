import { expect, test } from 'vitest'
import { compareSelection, type Selection } from './adverse-impact.ts'

/** Figures of exact and normal tests as R gives them (fisher.test, prop.test without correction, log ratio). */
test.each<[string, Selection, Selection, number, number, number, boolean]>([
  [
    '48 of 80 and 12 of 40',
    { selected: 48, of: 80 },
    { selected: 12, of: 40 },
    0.5,
    -3.09838667696593,
    0.00340922176784919,
    false,
  ],
  [
    '15 of 25 and 2 of 10',
    { selected: 15, of: 25 },
    { selected: 2, of: 10 },
    1 / 3,
    -2.13896315973249,
    0.0599078341013826,
    false,
  ],
  ['3 of 4 and 1 of 2', { selected: 3, of: 4 }, { selected: 1, of: 2 }, 2 / 3, -0.612372435695794, 1, true],
  ['5 of 10 twice', { selected: 5, of: 10 }, { selected: 5, of: 10 }, 1, 0, 1, false],
  [
    '16 of 64 and 3 of 17',
    { selected: 16, of: 64 },
    { selected: 3, of: 17 },
    0.705882352941177,
    -0.6359828484805,
    0.749292325288121,
    false,
  ],
])('%s', (_name, reference, group, ratio, z, fisherP, isTooFew) => {
  const found = compareSelection(reference, group)
  expect(found?.ratio).toBeCloseTo(ratio, 12)
  expect(found?.z).toBeCloseTo(z, 10)
  expect(found?.fisherP).toBeCloseTo(fisherP, 10)
  expect(found?.isTooFew).toBe(isTooFew)
  expect(found?.isBelowFourFifths).toBe(ratio < 0.8)
})

test('the ratio has an interval on the log scale', () => {
  const [low, high] = compareSelection({ selected: 48, of: 80 }, { selected: 12, of: 40 })?.interval ?? []
  expect(low).toBeCloseTo(0.301432941045597, 8)
  expect(high).toBeCloseTo(0.829371863382985, 8)
})

test('nobody selected, or everybody, leaves no ratio or test to speak of', () => {
  expect(compareSelection({ selected: 0, of: 8 }, { selected: 0, of: 9 })).toMatchObject({
    ratio: null,
    interval: null,
    z: null,
    fisherP: 1,
    isBelowFourFifths: false,
    isTooFew: true,
  })
  expect(compareSelection({ selected: 1, of: 1 }, { selected: 0, of: 0 })).toBeUndefined()
})
