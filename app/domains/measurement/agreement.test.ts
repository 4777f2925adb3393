import { expect, test } from 'vitest'
import { cohenKappa, fleissKappa } from './kappa.ts'
import { intraclassCorrelations } from './icc.ts'
import { kendallW } from './kendall.ts'
import { krippendorffAlpha, type AlphaLevel } from './krippendorff.ts'

/** Shrout & Fleiss (1979), Intraclass correlations: uses in assessing rater reliability, table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

/** Their table 4 to more digits, and the intervals of the six by their formulas. */
test.each([
  ['1,1', 0.1657417684055, -0.1329323248748, 0.7225600623281],
  ['2,1', 0.2897637795276, 0.01878651337471, 0.761084369649],
  ['3,1', 0.7148407148407, 0.3424647650339, 0.9458582599554],
  ['1,k', 0.4427971336793, -0.8844421552381, 0.9124154203408],
  ['2,k', 0.620050547599, 0.0711368153025, 0.9272320401677],
  ['3,k', 0.9093155423771, 0.6756747138163, 0.9858916781691],
])('ICC(%s) of the table of Shrout and Fleiss is %f', (kind, value, low, high) => {
  const found = intraclassCorrelations(shroutFleiss)?.find((one) => one.kind === kind)
  expect(found?.value).toBeCloseTo(value, 10)
  expect(found?.low).toBeCloseTo(low, 8)
  expect(found?.high).toBeCloseTo(high, 8)
})

test('the F tests of the table of Shrout and Fleiss', () => {
  const [oneWay, twoWay] = intraclassCorrelations(shroutFleiss) ?? []
  expect(oneWay?.f).toBeCloseTo(1.794678492239, 10)
  expect(oneWay?.p).toBeCloseTo(0.1647688083446, 10)
  expect(twoWay?.f).toBeCloseTo(11.027247956403, 10)
  expect(twoWay?.p).toBeCloseTo(0.0001345665164843, 12)
})

test('an intraclass correlation is not made from gaps, one rater or nothing but equal ratings', () => {
  expect(
    intraclassCorrelations([
      [1, NaN],
      [2, 3],
    ]),
  ).toBeUndefined()
  expect(intraclassCorrelations([[1], [2]])).toBeUndefined()
  expect(
    intraclassCorrelations([
      [2, 2],
      [2, 2],
    ]),
  ).toBeUndefined()
  expect(
    intraclassCorrelations([
      [1, 2],
      [2, 3],
      [3, 4],
    ])?.find(({ kind }) => kind === '3,1')?.value,
  ).toBeCloseTo(1)
  expect(
    intraclassCorrelations([
      [1, 1],
      [2, 2],
      [3, 3],
    ])?.map(({ value }) => value),
  ).toEqual([1, 1, 1, 1, 1, 1])
})

/** Krippendorff (2011), Computing Krippendorff's alpha-reliability, example C: twelve units, four observers, values missing. */
const krippendorff = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
]

test.each<[AlphaLevel, number]>([
  ['nominal', 0.7434210526316],
  ['ordinal', 0.8153875037549],
  ['interval', 0.8491071428571],
  ['ratio', 0.7974027747116],
])('the %s alpha of Krippendorff’s example is %f', (level, value) => {
  expect(krippendorffAlpha(krippendorff, level)).toBeCloseTo(value, 10)
})

test('there is no alpha of one value, or of ratings that stand alone', () => {
  expect(
    krippendorffAlpha(
      [
        [2, 2],
        [2, 2],
      ],
      'ordinal',
    ),
  ).toBeUndefined()
  expect(krippendorffAlpha([[1, null], [2]], 'ordinal')).toBeUndefined()
  expect(krippendorffAlpha([], 'nominal')).toBeUndefined()
})

/** Fleiss (1971), Measuring nominal scale agreement among many raters, table 1: 30 patients, 6 psychiatrists, 5 diagnoses. */
const fleiss = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1],
  [3, 0, 0, 1, 2],
  [5, 1, 0, 0, 0],
  [0, 2, 0, 4, 0],
  [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6],
  [0, 1, 0, 5, 0],
  [0, 2, 0, 1, 3],
  [2, 0, 0, 4, 0],
  [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0],
  [4, 0, 0, 0, 2],
  [0, 2, 0, 4, 0],
  [1, 0, 5, 0, 0],
  [0, 0, 0, 0, 6],
]

test('kappa of the diagnoses of Fleiss is .430245', () => {
  expect(fleissKappa(fleiss)).toBeCloseTo(0.430245, 6)
})

test('there is no kappa of unequal numbers of raters or of one category', () => {
  expect(
    fleissKappa([
      [2, 1],
      [1, 1],
    ]),
  ).toBeUndefined()
  expect(
    fleissKappa([
      [3, 0],
      [3, 0],
    ]),
  ).toBeUndefined()
  expect(fleissKappa([])).toBeUndefined()
})

/** Cohen (1968), Weighted kappa, table 1: shares of 200 cases, and his weights of disagreement. */
const cohen = [
  [0.44, 0.07, 0.09],
  [0.05, 0.2, 0.05],
  [0.01, 0.03, 0.06],
]
const cohenWeights = [
  [0, 1, 3],
  [1, 0, 6],
  [3, 6, 0],
]
const plain = [
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
]

test('weighted kappa of Cohen’s example is .347826, and the plain one .491525', () => {
  expect(cohenKappa(cohen, cohenWeights)).toBeCloseTo(0.3478260869565, 10)
  expect(cohenKappa(cohen, plain)).toBeCloseTo(0.4915254237288, 10)
})

test('counts give the same kappa as shares, by steps or by squares of steps', () => {
  const counts = [
    [106, 10, 4],
    [22, 28, 10],
    [2, 12, 6],
  ]
  expect(cohenKappa(counts, plain)).toBeCloseTo(0.4285714285714, 10)
  expect(cohenKappa(counts)).toBeCloseTo(0.5666666666667, 10)
  expect(cohenKappa(counts, 'linear')).toBeCloseTo(0.5, 1)
  expect(
    cohenKappa([
      [5, 0],
      [0, 0],
    ]),
  ).toBeUndefined()
})

test('the concordance of the table of Shrout and Fleiss, with its ties, is .887', () => {
  const found = kendallW(shroutFleiss)
  expect(found?.w).toBeCloseTo(0.887037037037, 10)
  expect(found?.chiSquare).toBeCloseTo(17.740740740741, 9)
  expect(found?.p).toBeCloseTo(0.00328950924368, 10)
})

test('the same order from everybody is a concordance of 1, and no order at all is none', () => {
  expect(
    kendallW([
      [1, 2],
      [2, 3],
      [3, 9],
    ])?.w,
  ).toBeCloseTo(1, 12)
  expect(
    kendallW([
      [1, 1],
      [1, 1],
    ]),
  ).toBeUndefined()
})
