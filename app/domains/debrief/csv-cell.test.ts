import { expect, test } from 'vitest'
import { neutraliseCell } from './csv-cell.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1+1'])(
  'a cell that starts like a formula gets an apostrophe: %j',
  (text) => {
    expect(neutraliseCell(text)).toBe(`'${text}`)
  },
)

test.each(['', 'Ana Ribeiro', 'a=b', '3.2', "'=1"])('other text stays as it is: %j', (text) => {
  expect(neutraliseCell(text)).toBe(text)
})
