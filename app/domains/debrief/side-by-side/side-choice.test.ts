import { expect, test } from 'vitest'
import { fitsSideBySide, readSideChoice, writeSideChoice } from './side-choice.ts'

test.each([
  ['ids=a,b,a&order=panel&only=different', { ids: 'a,b', order: 'panel', only: 'different' }],
  ['ids=a&ids=b', { ids: 'a,b' }],
  ['ids=,&order=nonsense&only=', {}],
])('%s is read and written back without defaults', (query, written) => {
  expect(writeSideChoice(readSideChoice(new URLSearchParams(query)))).toEqual(written)
})

test('two to five stand side by side', () => {
  expect([0, 1, 2, 5, 6].map(fitsSideBySide)).toEqual([false, false, true, true, false])
})
