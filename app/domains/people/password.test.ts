import { expect, test } from 'vitest'
import { passwordProblem } from './password.ts'

const owner = { name: 'Maren Hoekstra', email: 'maren.hoekstra@example.org' }

test.each([
  ['copper kettle sings', null],
  ['ÄÖÜäöüßéèêëç', null],
  ['a'.repeat(11), /at least 12/],
  ['a b c d e f g h i j k l'.padEnd(257, 'xyz'), /at most 256/],
  ['Password1234', /first passwords/],
  ['pass word 1234', /first passwords/],
  ['123456789012345', /first passwords/],
  ['zzzzzzzzzzzzzz', /first passwords/],
  ['maren.hoekstra@example.org', /too close/],
  ['MarenHoekstra26', /too close/],
  ['maren hoekstra!', /too close/],
])('the password %s is judged', (password, problem) => {
  const found = passwordProblem(password, owner)
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})

test('no digits, capitals or signs are prescribed', () => {
  expect(passwordProblem('onlysmallletterswithoutanything', owner)).toBeNull()
})
