import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionIdFrom, slugOf } from './question-id.ts'

const free = () => false

test.each([
  ['A queue that only grows', 'a-queue-that-only-grows'],
  ['  Who’s calling?  ', 'whos-calling'],
  ['Überlauf: größer als æther', 'uberlauf-grosser-als-aether'],
  ['OAuth 2.0 / scopes', 'oauth-2-0-scopes'],
  ['支払い', 'question'],
  ['New', 'new-2'],
  ['Bank', 'bank-2'],
  ['Near duplicates', 'near-duplicates-2'],
  ['CON', 'con-2'],
])('“%s” becomes %s', (title, id) => {
  expect(questionIdFrom(title, free)).toBe(id)
})

test('a title that is taken gets the next number', () => {
  const taken = new Set(['dead-letters', 'dead-letters-2'])
  expect(questionIdFrom('Dead letters', (id) => taken.has(id))).toBe('dead-letters-3')
})

test('whatever the title and whatever is taken, the id is a new one that a file may have as its name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), fc.nat({ max: 3 }), (title, count) => {
      const taken = new Set<string>()
      for (let i = 0; i <= count; i++) {
        const id = questionIdFrom(title, (one) => taken.has(one))
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(id.length).toBeLessThanOrEqual(64)
        expect(taken.has(id)).toBe(false)
        taken.add(id)
      }
    }),
  )
})

test('a slug stays what it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(slugOf(slugOf(text))).toBe(slugOf(text))
    }),
  )
})
