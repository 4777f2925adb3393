import { expect, test } from 'vitest'
import { checkRows, readRows, type CandidateRow, type KnownCandidate } from './candidate-rows.ts'

function table(...lines: string[][]) {
  return lines.map((cells, i) => ({ line: i + 1, cells }))
}
function rowsOf(...lines: string[][]) {
  const read = readRows(table(...lines))
  return 'problem' in read ? read.problem : read.rows.map(({ name, email, code }) => [name, email, code])
}
function row(line: number, name: string, email = '', code = '', cvUrl = ''): CandidateRow {
  return { line, name, email, code, cvUrl }
}
function states(rows: CandidateRow[], known: KnownCandidate[] = []) {
  return checkRows(rows, known).map((checked) => checked.state)
}

test.each([
  [
    'headings in any order and case',
    [
      ['E-Mail', 'Full name'],
      ['a@b.org', 'Ana'],
    ],
    [['Ana', 'a@b.org', '']],
  ],
  [
    'first and last name in columns of their own',
    [
      ['First name', 'Surname', 'Code'],
      ['Ana', 'Ribeiro', 'K7M2'],
    ],
    [['Ana Ribeiro', '', 'K7M2']],
  ],
  [
    'no headings: the @ tells the e-mail',
    [['a@b.org', 'Ana'], ['Ben']],
    [
      ['Ana', 'a@b.org', ''],
      ['Ben', '', ''],
    ],
  ],
  ['a short line leaves the rest empty', [['Name', 'E-mail'], ['Ana']], [['Ana', '', '']]],
])('%s', (_, lines, expected) => {
  expect(rowsOf(...lines)).toEqual(expected)
})

test('a file that cannot be used is refused in words', () => {
  expect(readRows([])).toEqual({ problem: expect.stringContaining('empty') })
  expect(rowsOf(['E-mail', 'Phone'], ['a@b.org', '1'])).toContain('No column is headed Name')
  expect(rowsOf(['Name'])).toContain('no candidate below')
  const many = Array.from({ length: 5001 }, (_, i) => [`Person ${i}`])
  expect(rowsOf(['Name'], ...many)).toContain('more than 5,000')
})

test.each([
  ['somebody new is added', [row(2, 'Ana')], [], ['add']],
  ['a missing name is a problem', [row(2, '', 'a@b.org')], [], ['error']],
  ['a broken e-mail is a problem', [row(2, 'Ana', 'ana at b')], [], ['error']],
  ['a code with signs is a problem', [row(2, 'Ana', '', 'K7/M2')], [], ['error']],
  ['a CV link that runs is a problem', [row(2, 'Ana', '', '', 'javascript:alert(1)')], [], ['error']],
  ['a CV link is kept', [row(2, 'Ana', '', '', 'https://example.org/ana.pdf')], [], ['add']],
  [
    'the same e-mail is already there, in capitals too',
    [row(2, 'Anna', 'A@B.org')],
    [{ name: 'Ana', email: 'a@b.org', code: 'K1M1' }],
    ['skip'],
  ],
  [
    'the same name without an e-mail is already there, accents or not',
    [row(2, 'Ana  Ribéiro')],
    [{ name: 'ana ribeiro', email: 'a@b.org', code: 'K1M1' }],
    ['skip'],
  ],
  [
    'two people of one name are told apart by e-mail',
    [row(2, 'Ana', 'other@b.org')],
    [{ name: 'Ana', email: 'a@b.org', code: 'K1M1' }],
    ['add'],
  ],
  [
    'the same person twice in the file is added once',
    [row(2, 'Ana', 'a@b.org'), row(3, 'Ana', 'a@b.org')],
    [],
    ['add', 'skip'],
  ],
  [
    'a code twice in the file is a problem',
    [row(2, 'Ana', '', 'K7M2'), row(3, 'Ben', '', 'k7m2')],
    [],
    ['add', 'error'],
  ],
  [
    'a code of somebody erased is still taken',
    [row(2, 'Ana', '', 'K7M2')],
    [{ name: null, email: null, code: 'K7M2' }],
    ['error'],
  ],
])('%s', (_, rows, known, expected) => {
  expect(states(rows, known)).toEqual(expected)
})
