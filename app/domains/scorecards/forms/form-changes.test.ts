import { expect, test } from 'vitest'
import { joinTexts, listFormChanges } from './form-changes.ts'

const rated = (level: number) => ({ state: 'rated', level })

/** What one field does: printed at a version, saved as it is now, given by the form. */
function outcome(of: {
  field?: string
  base?: number
  printed?: unknown
  version?: number
  stored?: unknown
  given: unknown
}): string {
  const { field = 'evidence:q', base = 0, printed = null, version = base, stored = printed, given } = of
  const [change] = listFormChanges({
    given: { [field]: given },
    bases: base === 0 ? {} : { [field]: base },
    now: version === 0 ? {} : { [field]: { version, value: stored } },
    printedAt: (_, at) => (at === base ? printed : undefined),
  })
  return change ? change.kind : 'nothing'
}

test.each([
  ['an empty field that stays empty', { given: '' }, 'nothing'],
  ['a text in an empty field', { given: 'Said so' }, 'change'],
  ['a text that was printed and left', { base: 2, printed: 'Said', given: 'Said' }, 'nothing'],
  ['a text that lost its last line end', { base: 2, printed: 'Said\n', given: 'Said' }, 'nothing'],
  ['a text with other line ends', { base: 1, printed: 'a\r\nb', given: 'a\nb' }, 'nothing'],
  ['a text that was changed', { base: 2, printed: 'Said', given: 'Said more' }, 'change'],
  ['a text that was taken out', { base: 2, printed: 'Said', given: '' }, 'change'],
  [
    'one that nobody touched in the form, changed online',
    { base: 1, printed: 'a', version: 3, stored: 'b', given: 'a' },
    'nothing',
  ],
  [
    'one that was changed in both places',
    { base: 1, printed: 'a', version: 2, stored: 'b', given: 'c' },
    'conflict',
  ],
  [
    'one that was changed to the same in both',
    { base: 1, printed: 'a', version: 2, stored: 'c', given: 'c' },
    'nothing',
  ],
  ['one that was filled in both places', { version: 1, stored: 'b', given: 'c' }, 'conflict'],
  ['one whose text was joined with the online one', { version: 2, stored: 'b\n\nc', given: 'c' }, 'nothing'],
  [
    'one that was taken out in the form and changed online',
    { base: 1, printed: 'a', version: 2, stored: 'b', given: '' },
    'conflict',
  ],
] as const)('%s: %s', (_, of, expected) => {
  expect(outcome(of)).toBe(expected)
})

test.each([
  ['a rating that was given', { given: rated(3) }, 'change'],
  ['a rating that stands', { base: 1, printed: rated(3), given: rated(3) }, 'nothing'],
  ['another rating online', { version: 1, stored: rated(2), given: rated(3) }, 'conflict'],
  ['no rating', { given: null }, 'nothing'],
] as const)('%s: %s', (_, of, expected) => {
  expect(outcome({ field: 'rating:q', ...of })).toBe(expected)
})

test('ticks count as the same in any order', () => {
  expect(outcome({ field: 'signals:q', base: 1, printed: ['a', 'b'], given: ['b', 'a'] })).toBe('nothing')
})

test('joined texts keep both, the online one first', () => {
  expect(joinTexts('online', 'form')).toBe('online\n\nform')
  expect(joinTexts('', 'form')).toBe('form')
})
