import { expect, test } from 'vitest'
import { countCouldRead, countReadable, warnOfReading, type Look } from './could-read.ts'
import type { CardStanding } from './visibility.ts'

const now = 10_000_000
const sealed = now - 60_000

function card(interviewerId: string, submittedAtMs: number | null, of = 'first'): CardStanding {
  return { scorecardId: `${of}-${interviewerId}`, interviewerId, seat: 'interviewer', submittedAtMs }
}
function look(cards: CardStanding[], overrides: Partial<Look> = {}): Look {
  return { cards, hasOverride: false, owesElsewhere: false, ...overrides }
}
const manager = { id: 'm', access: 'manager' } as const
const interviewer = { id: 'i', access: 'interviewer' } as const
const guest = { id: 'g', access: 'guest' } as const

test.each([
  ['a manager while a card is owed', manager, [look([card('a', sealed), card('b', null)])], [], 0],
  ['a manager within the minute of undo', manager, [look([card('a', now - 59_999)])], [], 0],
  ['a manager when all are sealed', manager, [look([card('a', sealed), card('b', sealed)])], [], 2],
  [
    'a manager who looked ahead',
    manager,
    [look([card('a', sealed), card('b', null)], { hasOverride: true })],
    [],
    1,
  ],
  [
    'a manager whose own card alone is sealed: nobody else’s',
    manager,
    [look([card('m', sealed), card('b', null)])],
    [],
    0,
  ],
  [
    'an interviewer who handed in and takes a second seat',
    interviewer,
    [look([card('i', sealed), card('a', sealed)])],
    [],
    1,
  ],
  ['an interviewer who still owes a card', interviewer, [look([card('i', null), card('a', sealed)])], [], 0],
  ['an interviewer of somebody else', interviewer, [look([card('a', sealed)])], [], 0],
  [
    'a manager, over two panels of the candidate',
    manager,
    [look([card('a', null)]), look([card('a', sealed, 'second'), card('b', sealed, 'second')])],
    [],
    2,
  ],
  [
    'a manager who owes a card on the other panel',
    manager,
    [look([card('m', null)]), look([card('a', sealed, 'second')], { owesElsewhere: true })],
    [],
    0,
  ],
  [
    'whoever typed in a card from paper, handed in or not',
    interviewer,
    [look([card('a', null)])],
    ['first-a'],
    1,
  ],
  ['a card that was typed in and is open is one card', manager, [look([card('a', sealed)])], ['first-a'], 1],
  ['a guest', guest, [look([card('g', sealed), card('a', sealed)], { hasOverride: true })], [], 0],
] as const)('what is readable to %s', (_name, person, looks, typedIds, count) => {
  expect(countReadable(person, { looks, typedIds, now })).toBe(count)
})

test.each([
  [0, 'Ana could read scorecards of this candidate before. Their own will be marked.'],
  [1, 'Ana could already read 1 scorecard of this candidate. Their own will be marked.'],
  [2, 'Ana could already read 2 scorecards of this candidate. Their own will be marked.'],
])('before a seat is taken, %i readable cards are told', (count, words) => {
  expect(warnOfReading('Ana', count)).toBe(words)
})

test.each([
  [1, '1 scorecard by somebody who could read others first'],
  [3, '3 scorecards by people who could read others first'],
])('%i marked cards are counted in words', (cards, words) => {
  expect(countCouldRead(cards)).toBe(words)
})
