import { expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { formLimits, type GivenFile } from './form-file.ts'
import { isArchive, unpackForms } from './unpack-forms.server.ts'

const pdf = strToU8('%PDF-1.5 something')

function namesIn(zip: Uint8Array): [string, string][] {
  const unpacked = unpackForms(zip)
  if ('problem' in unpacked) throw new Error(unpacked.problem)
  return unpacked.files.map((file: GivenFile) => [file.name, 'because' in file ? file.because : 'bytes'])
}

test('forms come out of any folder, and what a system puts beside them is passed over', () => {
  const zip = zipSync({
    'Ana.pdf': pdf,
    'round/June/Bo.PDF': pdf,
    '__MACOSX/._Ana.pdf': pdf,
    'round/.DS_Store': pdf,
    'empty/': new Uint8Array(),
  })
  expect(isArchive(zip)).toBe(true)
  expect(namesIn(zip)).toEqual([
    ['Ana.pdf', 'bytes'],
    ['Bo.PDF', 'bytes'],
  ])
})

test('what is no PDF is named and stops nothing', () => {
  const zip = zipSync({ 'Ana.pdf': pdf, 'notes.txt': pdf, 'more.zip': zipSync({ 'Bo.pdf': pdf }) })
  expect(namesIn(zip).toSorted()).toEqual([
    ['Ana.pdf', 'bytes'],
    ['more.zip', 'not-pdf'],
    ['notes.txt', 'not-pdf'],
  ])
})

test('a file that unpacks to more than a form can be is not unpacked', () => {
  const zip = zipSync({ 'bomb.pdf': new Uint8Array(formLimits.fileBytes + 1), 'Ana.pdf': pdf })
  expect(zip.length).toBeLessThan(100_000)
  expect(namesIn(zip).toSorted()).toEqual([
    ['Ana.pdf', 'bytes'],
    ['bomb.pdf', 'too-large'],
  ])
})

test.each([
  [
    'many large files',
    Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`${i}.pdf`, new Uint8Array(formLimits.fileBytes)]),
    ),
  ],
  [
    'many files',
    Object.fromEntries(Array.from({ length: formLimits.files + 1 }, (_, i) => [`${i}.pdf`, pdf])),
  ],
])('%s are too much', (_, files) => {
  expect(unpackForms(zipSync(files, { level: 1 }))).toMatchObject({
    problem: expect.stringMatching(/in several parts/),
  })
})

test('what is no archive, or an empty one, says so', () => {
  expect(unpackForms(strToU8('PK nonsense'))).toMatchObject({
    problem: expect.stringMatching(/cannot be opened/),
  })
  expect(unpackForms(zipSync({}))).toMatchObject({ problem: expect.stringMatching(/no file/) })
  expect(isArchive(pdf)).toBe(false)
})
