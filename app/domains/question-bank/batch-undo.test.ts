import { expect, test } from 'vitest'
import { planUndo, type BroughtVersion } from './batch-undo.ts'

const brought: BroughtVersion = {
  kind: 'question',
  itemId: 'a',
  title: 'A',
  versionId: 'a@1',
  number: 1,
  isEditedSince: false,
  usedIn: [],
}

test.each([
  ['a new thing that nobody uses goes', {}, { do: 'remove' }],
  [
    'a changed thing returns to its earlier words',
    { number: 3, usedIn: ['the panel “X”'] },
    { do: 'restore' },
  ],
  ['a thing in a panel stays', { usedIn: ['the panel “X”'] }, { do: 'keep', why: 'used in the panel “X”' }],
  [
    'the first of many uses is named',
    { usedIn: ['x', 'y', 'z'] },
    { do: 'keep', why: 'used in x and 2 more' },
  ],
  ['what somebody edited stays', { number: 2, isEditedSince: true }, { do: 'keep', why: 'edited since' }],
] as const)('%s', (_name, change, step) => {
  expect(planUndo({ ...brought, ...change })).toEqual(step)
})
