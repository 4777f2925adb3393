import { expect, test } from 'vitest'
import { matchExpression } from './question-search.ts'

test.each([
  ['dead letter', '"dead"* "letter"*'],
  ['  OAuth2, scopes! ', '"OAuth2"* "scopes"*'],
  ['"quoted" OR NOT (a*)', '"quoted"* "OR"* "NOT"* "a"*'],
  ['title:retry NEAR/3', '"title"* "retry"* "NEAR"* "3"*'],
  ['Überweisung 支払い', '"Überweisung"* "支払い"*'],
])('%s becomes quoted words', (text, expression) => {
  expect(matchExpression(text)).toBe(expression)
})

test.each(['', '   ', '"*-:^(){}', '\u0000'])('text without a word gives no expression', (text) => {
  expect(matchExpression(text)).toBeNull()
})

test('a very long text is cut to twelve words', () => {
  expect(matchExpression('ab '.repeat(500))?.split(' ')).toHaveLength(12)
})
