import { expect, test } from 'vitest'
import {
  arrangeDue,
  dueAtOf,
  lateWords,
  remindedAtOf,
  standForMail,
  urgencyOf,
  type OwedCard,
} from './due.ts'

const hour = 3_600_000
const now = 1000 * hour
const at = { now, dayEndMs: now + 5 * hour }

function owed(given: Partial<OwedCard> & { due?: number } = {}): OwedCard {
  const { due = -1, ...rest } = given
  return {
    sessionId: `s${due}`,
    personId: 'a',
    personName: 'Maren',
    isGuest: false,
    isClosed: false,
    seat: 'interviewer',
    scorecardId: 'c',
    candidateId: 'k',
    candidateName: 'Ana',
    interview: 'A Craft',
    panelId: 'p',
    panelName: 'Autumn',
    startsAtMs: now - 30 * hour,
    dueAtMs: now + due * hour,
    state: 'not-begun',
    remindedAtMs: null,
    ...rest,
  }
}

test('a card is due a day after the interview ended', () => {
  expect(dueAtOf({ startsAtMs: 0, minutes: 45 })).toBe(45 * 60_000 + 24 * hour)
})

test.each([
  ['past', now - 1, 'late'],
  ['this very moment', now, 'late'],
  ['before the day ends', now + 5 * hour - 1, 'today'],
  ['as the next day begins', now + 5 * hour, 'later'],
])('due %s', (_name, dueAtMs, expected) => {
  expect(urgencyOf(dueAtMs, at)).toBe(expected)
})

test.each([
  [0, '1 min late'],
  [59 * 60_000, '59 min late'],
  [hour, '1 h late'],
  [47.9 * hour, '47 h late'],
  [48 * hour, '2 days late'],
])('%i ms past is said in whole units', (past, words) => {
  expect(lateWords(now - past, now)).toBe(words)
})

const cards = [
  owed({ due: 1, personId: 'b', personName: 'Bo' }),
  owed({ due: -3 }),
  owed({ due: 30 }),
  owed({ due: -9, personId: 'b', personName: 'Bo', panelId: 'q', panelName: 'Spring' }),
]

test('whoever has waited longest comes first, with all they owe beside what is shown', () => {
  const list = arrangeDue(cards, { show: 'late', panelId: null }, at)
  expect(list.people.map((person) => [person.name, person.shown.length, person.owed.length])).toEqual([
    ['Bo', 1, 2],
    ['Maren', 1, 2],
  ])
  expect(list).toMatchObject({ shown: 2, counts: { late: 2, today: 1, all: 4 } })
})

test('counts say what each filter would leave', () => {
  const list = arrangeDue(cards, { show: 'late', panelId: 'p' }, at)
  expect(list).toMatchObject({ shown: 1, counts: { late: 1, today: 1, all: 3 } })
  expect(list.panels).toEqual([
    { id: 'p', name: 'Autumn', count: 1 },
    { id: 'q', name: 'Spring', count: 1 },
  ])
})

test('nobody is left where nothing is owed', () => {
  expect(arrangeDue([], { show: 'all', panelId: null }, at)).toMatchObject({
    people: [],
    shown: 0,
    panels: [],
  })
})

test.each<[string, OwedCard[], string]>([
  ['never reminded', [owed()], 'may'],
  ['reminded an hour ago', [owed({ remindedAtMs: now - hour })], 'may'],
  ['reminded of one of two just now', [owed(), owed({ remindedAtMs: now - hour + 1 })], 'too-soon'],
  ['a guest', [owed({ isGuest: true })], 'guest'],
  ['a closed account', [owed({ isClosed: true })], 'closed'],
  ['nothing owed', [], 'nothing-owed'],
])('mail to somebody with %s', (_name, list, expected) => {
  expect(standForMail(list, now)).toBe(expected)
})

test('the last reminder is the newest of any card', () => {
  expect(remindedAtOf([owed({ remindedAtMs: 5 }), owed({ remindedAtMs: 9 }), owed()])).toBe(9)
  expect(remindedAtOf([owed()])).toBeNull()
})
