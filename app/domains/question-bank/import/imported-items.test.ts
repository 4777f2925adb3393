import { expect, test } from 'vitest'
import { emptyDraft } from '../question-draft.ts'
import { itemsOf, itemWords, type ImportedItemRow } from './imported-items.ts'

const row = (change: Partial<ImportedItemRow>): ImportedItemRow => ({
  ordinal: 1,
  sourceText: 'Where it stood\nand more',
  draft: null,
  question: null,
  ...change,
})
const draft = (change: object = {}) => ({
  id: 'd',
  body: { ...emptyDraft, prompt: 'Why?' },
  revision: 1,
  discardedAtMs: null,
  ...change,
})

test.each<[string, Partial<ImportedItemRow>, object]>([
  ['a draft as it came', { draft: draft() }, { state: 'draft', title: 'Why?', draftId: 'd' }],
  ['a draft with a title', { draft: draft({ body: { ...emptyDraft, title: 'T' } }) }, { title: 'T' }],
  [
    'a draft without a question',
    { draft: draft({ body: emptyDraft }) },
    { title: 'Without a question: Where it stood' },
  ],
  ['a draft that was saved since', { draft: draft({ revision: 2 }) }, { state: 'edited' }],
  [
    'a draft that was thrown away',
    { draft: draft({ discardedAtMs: 5 }) },
    { state: 'gone', title: 'Where it stood' },
  ],
  ['a draft that was swept', {}, { state: 'gone' }],
  [
    'a question that somebody finished',
    { question: { id: 'q', title: 'Q', broughtBy: null } },
    { state: 'finished', questionId: 'q', title: 'Q' },
  ],
])('%s is told as such', (_name, change, expected) => {
  expect(itemsOf('batch', [row(change)])).toMatchObject([expected])
})

test('what the import put into the bank itself is listed elsewhere', () => {
  expect(itemsOf('batch', [row({ question: { id: 'q', title: 'Q', broughtBy: 'batch' } })])).toEqual([])
})

test('a long first line is cut', () => {
  const [item] = itemsOf('batch', [row({ sourceText: 'x'.repeat(500) })])
  expect(item?.title).toHaveLength(120)
})

test('what stays is said before undoing, not after it', () => {
  expect(itemWords({ state: 'edited' }, false)).toMatch(/stays when the import is undone/)
  expect(itemWords({ state: 'edited' }, true)).toBe('Worked on, still to finish')
})
