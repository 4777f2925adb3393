import { expect, test } from 'vitest'
import type { Rating } from '#app/domains/scorecards/scorecard.ts'
import { comparedSnapshot, recordWith, scoredCard } from '#tests/support/compared.ts'
import { writeAskedInCommon } from './asked-in-common.ts'

const snapshot = comparedSnapshot()
const rated: Rating = { state: 'rated', level: 3 }

function asked(name: string, ratings: Record<string, Rating>) {
  return { name, cards: [scoredCard(snapshot, { interviewerId: 'a', record: recordWith(ratings) })] }
}

test('every two candidates are told how many questions both were asked, of all that either was', () => {
  expect(
    writeAskedInCommon([
      asked('Ana', { q1: rated, q2: rated, q3: { state: 'not-asked' } }),
      asked('Ben', { q1: { state: 'no-evidence' }, q3: rated }),
      asked('Eve', { q4: rated }),
    ]),
  ).toEqual([
    'Ana and Ben were both asked 1 of the 3 questions that either was asked, 33 %.',
    'Ana and Eve were asked no question in common: they are compared by competency alone.',
    'Ben and Eve were asked no question in common: they are compared by competency alone.',
  ])
})

test('nothing is said of a candidate of whom no card can be seen', () => {
  expect(writeAskedInCommon([asked('Ana', { q1: rated }), { name: 'Ben', cards: [] }])).toEqual([])
})
