import { expect, test } from 'vitest'
import { describeCount } from './count-words.ts'

const count = { pages: 1240, sheets: 700, isAbout: false }

test.each([
  [{ boundCount: 0, formCount: 0, count: null, isDuplex: false }, /^Nothing to print yet/],
  [{ boundCount: 1, formCount: 0, count: { ...count, pages: 1 }, isDuplex: false }, /^1 document, 1 page\.$/],
  [{ boundCount: 400, formCount: 0, count, isDuplex: false }, /^400 documents, 1,240 pages\.$/],
  [
    { boundCount: 400, formCount: 0, count: { ...count, isAbout: true }, isDuplex: false },
    /, about 1,240 pages\.$/,
  ],
  [{ boundCount: 400, formCount: 0, count, isDuplex: true }, /, 700 sheets printed on both sides,/],
  [
    { boundCount: 4, formCount: 1, count: null, isDuplex: false },
    /^4 documents, whose pages are not counted .* 1 scorecard .* comes in the zip alone\.$/,
  ],
  [
    { boundCount: 0, formCount: 3, count: null, isDuplex: false },
    /^3 scorecards .* come in the zip alone\.$/,
  ],
])('%o is told as %s', (given, words) => {
  expect(describeCount(given)).toMatch(words)
})
