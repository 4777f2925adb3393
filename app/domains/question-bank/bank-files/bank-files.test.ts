import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { changeByLoad, listBankFiles, pickBankFiles } from './bank-files.ts'

test('every scale, competency, question and role becomes a file named after its id', () => {
  const content = shippedRubrics()
  const files = listBankFiles(content)
  const items = [content.scales, content.competencies, content.questions, content.roles].flat()
  expect(files).toHaveLength(items.length)
  for (const file of files) {
    const body: { id: string } = JSON.parse(file.text)
    expect(file.path.endsWith(`/${body.id}.json`)).toBe(true)
  }
})

test.each([
  ['rubrics/questions/a.json', true],
  ['questions/a.json', true],
  ['our bank/2026/roles/a.json', true],
  ['rubrics/README.md', false],
  ['rubrics/questions/a.json.bak', false],
  ['rubrics/pictures/a.json', false],
  ['__MACOSX/rubrics/questions/a.json', false],
  ['rubrics/questions/.a.json', false],
  ['a.json', false],
])('%s is a file of the bank: %s', (path, isOne) => {
  expect(pickBankFiles([{ path, text: '' }])).toHaveLength(isOne ? 1 : 0)
})

test.each([
  [undefined, 'added'],
  [{ contentHash: 'x', isArchived: false }, 'same'],
  [{ contentHash: 'x', isArchived: true }, 'brought back'],
  [{ contentHash: 'y', isArchived: false }, 'changed'],
  [{ contentHash: null, isArchived: false }, 'changed'],
] as const)('what the bank holds as %o makes a file %s', (held, change) => {
  expect(changeByLoad(held, 'x')).toBe(change)
})
