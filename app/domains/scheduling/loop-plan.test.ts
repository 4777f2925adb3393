import { expect, test } from 'vitest'
import { listLoopWarnings, suggestTimes } from './loop-plan.ts'

const hour = 3_600_000
const now = 100 * hour

function booking(given: {
  id: string
  hour: number | null
  who?: string[]
  shadows?: string[]
  candidate?: string
}) {
  return {
    sessionId: given.id,
    candidateId: given.candidate ?? 'c',
    focus: given.id,
    startsAtMs: given.hour === null ? null : given.hour * hour,
    minutes: 60,
    interviewerIds: given.who ?? ['a'],
    shadowIds: given.shadows ?? [],
  }
}
function kinds(planned: ReturnType<typeof booking>[], booked: ReturnType<typeof booking>[] = []) {
  return listLoopWarnings({ planned, booked, nameOf: (id) => id, now }).map((warning) => warning.kind)
}

test('times follow one another with breaks, on full five minutes', () => {
  expect(suggestTimes([60, 47, 40], { first: '09:00', breakMinutes: 15 })).toEqual([
    '09:00',
    '10:15',
    '11:20',
  ])
})

test('what would begin after midnight has no time', () => {
  expect(suggestTimes([60, 60], { first: '23:00', breakMinutes: 15 })).toEqual(['23:00', ''])
})

test.each([
  ['a plain session warns of nothing', [booking({ id: 's', hour: 101 })], [], []],
  ['a start in the past', [booking({ id: 's', hour: 99 })], [], ['past']],
  ['nobody to interview', [booking({ id: 's', hour: 101, who: [] })], [], ['nobody']],
  ['a session without a time clashes with nothing', [booking({ id: 's', hour: null })], [], []],
  [
    'an interviewer booked with somebody else',
    [booking({ id: 's', hour: 101 })],
    [booking({ id: 'x', hour: 101.5, candidate: 'd' })],
    ['interviewer-busy'],
  ],
  [
    'back to back is no clash',
    [booking({ id: 's', hour: 101 })],
    [booking({ id: 'x', hour: 102, candidate: 'd' })],
    [],
  ],
  [
    'the same person twice for a candidate',
    [booking({ id: 's', hour: 101 }), booking({ id: 't', hour: 103 })],
    [],
    ['same-person-twice'],
  ],
  [
    'the candidate in two places at once',
    [booking({ id: 's', hour: 101 }), booking({ id: 't', hour: 101, who: ['b'] })],
    [],
    ['candidate-busy'],
  ],
  [
    'a session with nobody but a shadow',
    [booking({ id: 's', hour: 101, who: [], shadows: ['t'] })],
    [],
    ['only-shadows'],
  ],
  ['an interviewer with a shadow', [booking({ id: 's', hour: 101, shadows: ['t'] })], [], []],
  [
    'a shadow booked elsewhere at the same time',
    [booking({ id: 's', hour: 101, shadows: ['t'] })],
    [booking({ id: 'x', hour: 101, who: ['t'], candidate: 'd' })],
    ['interviewer-busy'],
  ],
  [
    'a shadow who sits in twice for a candidate',
    [
      booking({ id: 's', hour: 101, shadows: ['t'] }),
      booking({ id: 't', hour: 103, who: ['b'], shadows: ['t'] }),
    ],
    [],
    [],
  ],
])('%s', (_, planned, booked, expected) => {
  expect(kinds(planned, booked)).toEqual(expected)
})
