import { expect, test } from 'vitest'
import { completeWord, matchExpression, readSearchText, stemOf, writeSearchText } from './search-text.ts'

function expressionOf(text: string): string | null {
  return matchExpression(readSearchText(text))
}

test.each([
  ['dead letter', '"dead"* AND "letter"*'],
  ['"dead letter" inbox', '"dead letter" AND "inbox"*'],
  ['queue', '("queue"* OR "queued")'],
  ['“dead letter” „Schlange“ «file»', '"dead letter" AND "Schlange" AND "file"'],
  ['"dead let', '"dead let"*'],
  ['two-way sync', '"two way"* AND "sync"*'],
  ['  OAuth2, scopes! ', '"OAuth2"* AND "scopes"*'],
  ['"quoted" OR NOT (ab*)', '"quoted" AND "OR"* AND "NOT"* AND "ab"*'],
  ['title:retry NEAR/3', '"title"* AND "retry"* AND "NEAR"* AND "3"'],
  ["don't C#", '"don t" AND "C"'],
  ['Überweisung 支払い', '"Überweisung"* AND "支払い"*'],
  ['"" “ ” web', '"web"*'],
])('%s becomes quoted words', (text, expression) => {
  expect(expressionOf(text)).toBe(expression)
})

test.each(['', '   ', '"*-:^(){}', '\u0000', '""', '“”'])('%j holds no word', (text) => {
  expect(expressionOf(text)).toBeNull()
})

test('a very long text is cut to twelve words, whether quoted or not', () => {
  const count = (text: string) => readSearchText(text).flatMap((term) => term.words).length
  expect(count('ab '.repeat(500))).toBe(12)
  expect(count(`"${'ab '.repeat(500)}"`)).toBe(12)
  expect(readSearchText('x'.repeat(9000))[0]?.words[0]).toHaveLength(200)
})

test.each(['dead letter', '"dead letter" queue', '"dead let', 'two-way sync'])(
  '%s is written as it was read',
  (text) => {
    expect(writeSearchText(readSearchText(text))).toBe(text)
  },
)

test.each([
  ['integratio', 'integr'],
  ['integrati', 'integr'],
  ['idempoten', 'idempot'],
  ['idempotenc', 'idempot'],
  ['availabilit', 'avail'],
  ['monitorin', 'monitor'],
  ['reconciliat', 'reconcili'],
])('%s, half typed, is also looked for as a word with the stem %s', (typed, stem) => {
  expect(completeWord(typed).map(stemOf)).toContain(stem)
})

test.each([
  'integration',
  'retry',
  'failure',
  'portal',
  'the',
  'even',
  'service',
  'message',
  'Überweisung',
  'http2',
])('%s needs no other ending', (typed) => {
  expect(completeWord(typed)).toEqual([])
})
