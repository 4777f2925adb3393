import { expect, test } from 'vitest'
import { listVisibleCards, type CardStanding, type Viewer } from './visibility.ts'

const now = 10_000_000
const sealed = now - 60_000
const justNow = now - 59_999

function card(interviewerId: string, submittedAtMs: number | null): CardStanding {
  return { scorecardId: `card-${interviewerId}`, interviewerId, seat: 'interviewer', submittedAtMs }
}
function shadow(interviewerId: string, submittedAtMs: number | null): CardStanding {
  return { ...card(interviewerId, submittedAtMs), seat: 'shadow' }
}
function viewer(id: string, access: Viewer['access'], hasOverride = false): Viewer {
  return { id, access, hasOverride, owesElsewhere: false }
}
function seen(who: Viewer, owed: CardStanding[]): string[] {
  return [...listVisibleCards(who, owed, now)].sort()
}

test.each([
  [
    'an interviewer with a draft sees only their own',
    viewer('a', 'interviewer'),
    [card('a', null), card('b', sealed)],
    ['card-a'],
  ],
  [
    'an interviewer within the minute of undo sees only their own',
    viewer('a', 'interviewer'),
    [card('a', justNow), card('b', sealed)],
    ['card-a'],
  ],
  [
    'an interviewer who handed in sees what is sealed',
    viewer('a', 'interviewer'),
    [card('a', sealed), card('b', sealed), card('c', justNow), card('d', null)],
    ['card-a', 'card-b'],
  ],
  [
    'a guest who handed in sees no other card',
    viewer('g', 'guest', true),
    [card('g', sealed), card('b', sealed)],
    ['card-g'],
  ],
  ['an interviewer of somebody else sees nothing', viewer('x', 'interviewer'), [card('a', sealed)], []],
  [
    'an interviewer of somebody else gains nothing by an override',
    viewer('x', 'interviewer', true),
    [card('a', sealed)],
    [],
  ],
  [
    'a manager who interviews sees after their own',
    viewer('m', 'manager'),
    [card('m', sealed), card('b', sealed), card('c', null)],
    ['card-b', 'card-m'],
  ],
  [
    'a manager who does not interview waits for all',
    viewer('m', 'manager'),
    [card('a', sealed), card('b', null)],
    [],
  ],
  [
    'a manager who does not interview waits for the last seal',
    viewer('m', 'manager'),
    [card('a', sealed), card('b', justNow)],
    [],
  ],
  [
    'a coordinator sees all when all are sealed',
    viewer('c', 'coordinator'),
    [card('a', sealed), card('b', sealed)],
    ['card-a', 'card-b'],
  ],
  ['an observer sees all when all are sealed', viewer('o', 'observer'), [card('a', sealed)], ['card-a']],
  [
    'an override opens what is sealed and nothing else',
    viewer('m', 'manager', true),
    [card('a', sealed), card('b', justNow), card('c', null)],
    ['card-a'],
  ],
  [
    'an override rests while its holder owes a card of their own',
    viewer('m', 'manager', true),
    [card('m', null), card('a', sealed)],
    ['card-m'],
  ],
  [
    'a shadow with a draft sees only their own',
    viewer('s', 'interviewer'),
    [shadow('s', null), card('a', sealed)],
    ['card-s'],
  ],
  [
    'a shadow within the minute of undo sees only their own',
    viewer('s', 'interviewer'),
    [shadow('s', justNow), card('a', sealed)],
    ['card-s'],
  ],
  [
    'a shadow who handed in sees what is sealed, another shadow’s too',
    viewer('s', 'interviewer'),
    [shadow('s', sealed), shadow('t', sealed), card('a', sealed), card('b', null)],
    ['card-a', 'card-s', 'card-t'],
  ],
  [
    'an interviewer with a draft sees no shadow’s card',
    viewer('a', 'interviewer'),
    [card('a', null), shadow('s', sealed)],
    ['card-a'],
  ],
  [
    'a shadow’s missing card holds nobody back who waits for all',
    viewer('m', 'manager'),
    [card('a', sealed), card('b', sealed), shadow('s', null)],
    ['card-a', 'card-b'],
  ],
  [
    'a shadow’s card stays closed while an interviewer’s is missing',
    viewer('o', 'observer'),
    [card('a', sealed), card('b', null), shadow('s', sealed)],
    [],
  ],
  ['a shadow’s card alone opens nothing', viewer('m', 'manager'), [shadow('s', sealed)], []],
  [
    'a manager in training hands in like everybody, override or not',
    viewer('m', 'manager', true),
    [shadow('m', null), card('a', sealed)],
    ['card-m'],
  ],
])('%s', (_name, who, owed, expected) => {
  expect(seen(who, owed)).toEqual(expected)
})

test('somebody who owes a card of the candidate on another panel sees only their own, override or not', () => {
  const owed = [card('m', sealed), card('b', sealed)]
  expect(seen({ ...viewer('m', 'manager', true), owesElsewhere: true }, owed)).toEqual(['card-m'])
  expect(seen({ ...viewer('x', 'manager', true), owesElsewhere: true }, owed)).toEqual([])
})
