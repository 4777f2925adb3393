import { expect, test } from 'vitest'
import { askLater, insertQuestion, listMoved, moveQuestion, orderQuestions } from './question-order.ts'

const planned = ['a', 'b', 'c', 'd']

test('without an order the plan holds, and added questions come last', () => {
  expect(orderQuestions({ planned, added: ['x'] }, [])).toEqual(['a', 'b', 'c', 'd', 'x'])
})

test('an order that misses a question, names one twice or names a stranger loses none', () => {
  expect(orderQuestions({ planned, added: ['x'] }, ['c', 'gone', 'x', 'c', 'a'])).toEqual([
    'c',
    'x',
    'a',
    'b',
    'd',
  ])
})

test('asking later puts a question last, and moving stops at either end', () => {
  expect(askLater(planned, 'b')).toEqual(['a', 'c', 'd', 'b'])
  expect(moveQuestion(planned, 'c', -1)).toEqual(['a', 'c', 'b', 'd'])
  expect(moveQuestion(planned, 'a', -1)).toEqual(planned)
  expect(moveQuestion(planned, 'd', 5)).toEqual(planned)
  expect(moveQuestion(planned, 'gone', 1)).toEqual(planned)
})

test('a new question stands right after the one in view', () => {
  expect(insertQuestion(planned, 'x', 'b')).toEqual(['a', 'b', 'x', 'c', 'd'])
  expect(insertQuestion(planned, 'x', undefined)).toEqual(['a', 'b', 'c', 'd', 'x'])
})

test.each([
  [['a', 'b', 'c', 'd'], []],
  [['a', 'c', 'd', 'b'], ['b']],
  [['d', 'a', 'b', 'c'], ['d']],
  [
    ['b', 'a', 'd', 'c'],
    ['a', 'c'],
  ],
  [['a', 'x', 'b', 'c', 'd'], []],
  [
    ['d', 'c', 'b', 'a'],
    ['c', 'b', 'a'],
  ],
])('from the plan to %j, moved: %j', (order, moved) => {
  expect(listMoved(planned, order)).toEqual(moved)
})
