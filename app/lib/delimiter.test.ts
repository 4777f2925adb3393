import { expect, test } from 'vitest'
import { findDelimiter } from './delimiter.ts'

test.each([
  ['comma', 'Name,E-mail\nAna,a@b.org', ','],
  ['semicolon', 'Name;E-mail\nAna;a@b.org', ';'],
  ['tab', 'Name\tE-mail\nAna\ta@b.org', '\t'],
  ['a comma inside quotes does not count', '"Name, full";E-mail\nAna;a@b.org', ';'],
])('the delimiter is found: %s', (_, text, expected) => {
  expect(findDelimiter(text)).toBe(expected)
})
