import { expect, test } from 'vitest'
import { codeSigns, readCode, spellCode } from './guest-code.ts'

const signs = '01QM2RXD9HVT4BN'

test.each([
  ['as it is spelled', '01QM2-RXD9H-VT4BN'],
  ['in small letters', '01qm2-rxd9h-vt4bn'],
  ['without dashes', '01QM2RXD9HVT4BN'],
  ['with spaces, ends and breaks around', ' 01QM2 RXD9H\tVT4BN\n'],
  ['with other dashes', '01QM2–RXD9H—VT4BN'],
  ['with letters for digits', 'OlQM2-RXD9H-VT4BN'],
  ['with another letter for the same digit', 'oiQM2-RXD9H-VT4BN'],
  ['in wide letters', '０１ＱＭ２-RXD9H-VT4BN'],
  ['with a mark of direction that came along', '\u200e01QM2-RXD9H-VT4BN\u200f'],
])('a code is read %s', (_how, typed) => {
  expect(readCode(typed)).toBe(signs)
})

test.each([
  ['', ''],
  ['too short', '01QM2-RXD9H-VT4B'],
  ['too long', '01QM2-RXD9H-VT4BNN'],
  ['with a letter that no code has', 'U1QM2-RXD9H-VT4BN'],
  ['with another sign', '01QM2-RXD9H-VT4B%'],
])('what is %s is no code', (_why, typed) => {
  expect(readCode(typed)).toBeUndefined()
})

test('a code is spelled in groups and read back', () => {
  expect(spellCode(signs)).toBe('01QM2-RXD9H-VT4BN')
  expect(readCode(spellCode(signs))).toBe(signs)
  expect([...codeSigns]).toHaveLength(32)
})
