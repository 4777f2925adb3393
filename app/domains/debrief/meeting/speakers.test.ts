import { expect, test } from 'vitest'
import { completeOrder, moveSpeaker, orderByExperience } from './speakers.ts'

function speaker(name: string, handedIn: number) {
  return { id: name.toLowerCase(), name, handedIn }
}

test.each([
  [
    'the fewest scorecards first',
    [speaker('Ana', 9), speaker('Bo', 0), speaker('Cy', 3)],
    ['bo', 'cy', 'ana'],
  ],
  ['what is equal by name', [speaker('Cy', 2), speaker('Ana', 2), speaker('Bo', 2)], ['ana', 'bo', 'cy']],
  ['nobody', [], []],
])('%s', (_name, speakers, expected) => {
  expect(orderByExperience(speakers)).toEqual(expected)
})

test.each([
  ['an order that was kept stands', ['c', 'a', 'b'], ['a', 'b', 'c'], ['c', 'a', 'b']],
  ['who came later speaks last', ['c', 'a'], ['a', 'b', 'c'], ['c', 'a', 'b']],
  ['who left is out', ['c', 'gone', 'a'], ['a', 'c'], ['c', 'a']],
])('%s', (_name, kept, all, expected) => {
  expect(completeOrder(kept, all)).toEqual(expected)
})

test.each([
  ['forwards', { id: 'c', to: 0 }, ['c', 'a', 'b']],
  ['backwards', { id: 'a', to: 1 }, ['b', 'a', 'c']],
  ['beyond the end', { id: 'a', to: 9 }, ['b', 'c', 'a']],
  ['before the start', { id: 'b', to: -3 }, ['b', 'a', 'c']],
  ['somebody unknown', { id: 'x', to: 0 }, ['a', 'b', 'c']],
])('moving %s', (_name, move, expected) => {
  expect(moveSpeaker(['a', 'b', 'c'], move)).toEqual(expected)
})
