import { expect, test } from 'vitest'
import { packZip, unpackZip } from './zip.server.ts'

test('what is packed comes out again', () => {
  const files = [
    { path: 'rubrics/questions/a.json', text: '{"id":"a","title":"Größe 支払い"}' },
    { path: 'rubrics/questions/b.json', text: '{}' },
  ]
  expect(unpackZip(packZip(files))).toEqual(files)
  expect(packZip(files)).toEqual(packZip(files))
})

test('other files of an archive stay packed', () => {
  expect(unpackZip(packZip([{ path: 'photo.png', text: 'x' }]))).toEqual([])
})

test.each([
  ['nothing', new Uint8Array(), /Choose the zip/],
  ['text', new TextEncoder().encode('just text'), /not a zip/],
  ['half an archive', packZip([{ path: 'a.json', text: 'x'.repeat(999) }]).slice(0, 60), /not a zip/],
])('%s is refused in words', (_name, bytes, words) => {
  expect(unpackZip(bytes)).toEqual({ problem: expect.stringMatching(words) })
})

test('an archive that says it unpacks to more than fits is refused before it is unpacked', () => {
  const bytes = packZip([{ path: 'a.json', text: '{}' }])
  const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002', 0, 'latin1')
  new DataView(bytes.buffer).setUint32(directory + 24, 70 * 1_048_576, true)
  expect(unpackZip(bytes)).toEqual({ problem: expect.stringContaining('64 MB') })
})
