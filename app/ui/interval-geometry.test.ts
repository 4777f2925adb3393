import { expect, test } from 'vitest'
import { intervalGeometry, intervalWords } from './interval-geometry.ts'

const fourPoint = { min: 1, max: 4 }

test('the ends of the scale are the ends of the range', () => {
  const { ticks } = intervalGeometry({ ...fourPoint, ratings: [4, 1] })
  expect(ticks).toEqual([
    { at: 0, nudge: 0 },
    { at: 100, nudge: 0 },
  ])
})

test('an interval that reaches over the scale is cut at its end, which says so', () => {
  expect(intervalGeometry({ ...fourPoint, low: 3.4, high: 4.6 }).band).toEqual({
    from: expect.closeTo(80),
    to: 100,
    isPastMin: false,
    isPastMax: true,
  })
  expect(intervalGeometry({ ...fourPoint, low: 0.5, high: 4 }).band).toMatchObject({
    from: 0,
    isPastMin: true,
    isPastMax: false,
  })
})

test('equal ratings stand beside each other, centred on their level', () => {
  const { ticks } = intervalGeometry({ ...fourPoint, ratings: [3, 3, 3] })
  expect(ticks.map((tick) => tick.nudge)).toEqual([-3, 0, 3])
})

test('the bracket spans the ratings only when they are far apart', () => {
  expect(intervalGeometry({ ...fourPoint, ratings: [1, 4], isSplit: true }).bracket).toEqual({
    from: 0,
    to: 100,
  })
  expect(intervalGeometry({ ...fourPoint, ratings: [1, 4] }).bracket).toBeNull()
  expect(intervalGeometry({ ...fourPoint, ratings: [2, 2], isSplit: true }).bracket).toBeNull()
})

test('a PDF gets the same places in its own units', () => {
  expect(intervalGeometry({ ...fourPoint, value: 2.5 }, [0, 60]).point).toBe(30)
})

test('without a score nothing but the ratings is placed', () => {
  const { point, band, ticks } = intervalGeometry({ ...fourPoint, ratings: [2] })
  expect([point, band, ticks.length]).toEqual([null, null, 1])
})

test('the picture reads as words', () => {
  expect(
    intervalWords({
      ...fourPoint,
      value: 3.1,
      low: 2.7,
      high: 3.5,
      rawMean: 3.33,
      ratings: [3, 3, 4],
      gate: 2.5,
    }),
  ).toBe('3.1; nine times in ten between 2.7 and 3.5; plain mean 3.3; ratings 3, 3, 4; bar 2.5')
  expect(intervalWords({ ...fourPoint, ratings: [2] })).toBe('Too few ratings for a score; ratings 2')
})
