import { expect, test } from 'vitest'
import { settleChoice, usualPaper } from './print-choice.ts'

test.each([
  ['en-US,en;q=0.9', 'letter'],
  ['fr-CA', 'letter'],
  ['es-Latn-US;q=0.9, de', 'letter'],
  ['en-GB,en-US;q=0.9', 'a4'],
  ['en', 'a4'],
  ['de-DE', 'a4'],
  ['*', 'a4'],
  ['', 'a4'],
  [null, 'a4'],
])('a browser that asks for %s gets %s', (languages, paper) => {
  expect(usualPaper(languages)).toBe(paper)
})

test('what is chosen now goes before what was chosen last, and that before what is usual', () => {
  expect(settleChoice({ size: 'clear' }, { size: 'compact', ink: 'grey' }, 'letter')).toEqual({
    paper: 'letter',
    size: 'clear',
    ink: 'grey',
    names: 'name',
  })
})
