import fc from 'fast-check'
import { expect, test } from 'vitest'
import { competencySchema } from '#rubrics/content.schema.ts'
import { makeContentId } from './content-id.ts'

const free = () => false

test.each([
  ['Data mapping & meaning', 'data-mapping-meaning'],
  ['  API integration   specialist ', 'api-integration-specialist'],
  ['Don’t repeat', 'dont-repeat'],
  ['Größe, Œuvre, Łódź', 'grosse-oeuvre-lodz'],
  ['C#, .NET', 'c-net'],
  ['データ連携', 'competency'],
  ['…', 'competency'],
])('%s becomes %s', (name, id) => {
  expect(makeContentId(name, 'competency', free)).toBe(id)
})

test('an id that something has gets a number, the next free one', () => {
  const taken = new Set(['reliability', 'reliability-2'])
  expect(makeContentId('Reliability', 'competency', (id) => taken.has(id))).toBe('reliability-3')
})

test('the word of a page is no id', () => {
  expect(makeContentId('New', 'role', free)).toBe('new-2')
  expect(makeContentId('Drafts', 'question', free)).toBe('drafts-2')
  expect(makeContentId('Bank', 'question', free)).toBe('bank-2')
})

test('a name that Windows allows no file to have is no id', () => {
  expect(makeContentId('Con', 'question', free)).toBe('con-2')
  expect(makeContentId('LPT1', 'question', free)).toBe('lpt1-2')
})

test('a long name is cut between words', () => {
  const id = makeContentId(`${'integration '.repeat(8)}end`, 'role', free)
  expect(id).toBe('integration-integration-integration-integration')
  expect(makeContentId('x'.repeat(200), 'role', () => false)).toHaveLength(58)
})

test('whatever the name is and however often it is taken, the id is one that files may have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), fc.nat(30), (name, times) => {
      const seen = new Set<string>()
      for (let i = 0; i <= times; i++) seen.add(makeContentId(name, 'role', (id) => seen.has(id)))
      expect(seen.size).toBe(times + 1)
      for (const id of seen) expect(competencySchema.shape.id.safeParse(id).success, id).toBe(true)
    }),
  )
})
