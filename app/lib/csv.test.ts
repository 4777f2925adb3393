import { expect, test } from 'vitest'
import { readCsv } from './csv.server.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
function cells(bytes: Uint8Array) {
  const read = readCsv(bytes)
  return 'problem' in read ? read.problem : read.map((line) => line.cells)
}

test('UTF-8 with and without its mark, UTF-16 and Windows-1252 give the same names', () => {
  const expected = [['Name'], ['José Núñez']]
  const text = 'Name\nJosé Núñez'
  expect(cells(utf8(text))).toEqual(expected)
  expect(cells(utf8(`\uFEFF${text}`))).toEqual(expected)
  expect(cells(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toEqual(expected)
  expect(cells(new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()))).toEqual(expected)
  expect(cells(new Uint8Array(Buffer.from(text, 'latin1')))).toEqual(expected)
})

test('lines keep their numbers across empty ones and quoted breaks', () => {
  const read = readCsv(utf8('Name,Code\r\n\r\n"Ana\r\nRibeiro",K7M2\r\nBen,\r\n,\r\n'))
  expect(read).toEqual([
    { line: 1, cells: ['Name', 'Code'] },
    { line: 4, cells: ['Ana\nRibeiro', 'K7M2'] },
    { line: 5, cells: ['Ben', ''] },
  ])
})

test('what is no CSV is refused in words', () => {
  expect(cells(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toContain('not a text file')
  expect(cells(utf8('Name\n"Ana\nBen'))).toContain('cannot be read')
})
