import { expect, test } from 'vitest'
import { ownPath } from './return-to.ts'

test.each([
  ['/panels/1?tab=2', '/panels/1?tab=2'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['panels', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['\\\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/ /evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/..//evil.example', '/'],
  ['/panels/..//evil.example', '/'],
  ['/people#top', '/people'],
])('asked to go to %j, a person goes to %s', (to, path) => {
  expect(ownPath(to)).toBe(path)
})
