import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPrintCache } from './print-cache.server.ts'

const log = pino({ level: 'silent' })
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panelist-prints-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const make = (text: string) => () => Promise.resolve(new Uint8Array(Buffer.from(text)))
const refuse = () => Promise.reject(new Error('made again'))
const hasText = async (pdf: Promise<Uint8Array>, text: string) =>
  expect(Buffer.from(await pdf).toString()).toBe(text)

test('what was made once is found again, after a restart too', async () => {
  await hasText(openPrintCache({ folder, log }).get('a.pdf', make('one')), 'one')
  await hasText(openPrintCache({ folder, log }).get('a.pdf', refuse), 'one')
})

test('what failed is not kept', async () => {
  const cache = openPrintCache({ folder, log })
  await expect(cache.get('a.pdf', refuse)).rejects.toThrow('made again')
  await hasText(cache.get('a.pdf', make('one')), 'one')
})

test('where there is no room left, what nobody asked for longest goes first', async () => {
  const cache = openPrintCache({ folder, log, mostBytes: 25 })
  for (const [i, name] of ['a.pdf', 'b.pdf'].entries()) {
    await cache.get(name, make('0123456789'))
    utimesSync(join(folder, name), 1e9 + i, Date.now() / 1000 - 100 + i)
  }
  await cache.get('a.pdf', refuse)
  await cache.get('c.pdf', make('0123456789'))
  expect(readdirSync(folder).toSorted()).toEqual(['a.pdf', 'c.pdf'])
})

test('what nobody asked for in a day is gone at the next start', async () => {
  writeFileSync(join(folder, 'old.pdf'), 'old')
  utimesSync(join(folder, 'old.pdf'), 1e9, 1e9)
  await openPrintCache({ folder, log }).get('new.pdf', make('new'))
  expect(readdirSync(folder)).toEqual(['new.pdf'])
})

test('what was begun before everything is deleted is handed out and not kept', async () => {
  const cache = openPrintCache({ folder, log })
  await cache.get('a.pdf', make('one'))
  const begun = cache.get('b.pdf', async () => {
    cache.empty()
    return new Uint8Array(Buffer.from('two'))
  })
  await hasText(begun, 'two')
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that somebody deleted costs nothing but the time', async () => {
  const cache = openPrintCache({ folder, log })
  rmSync(folder, { recursive: true })
  await hasText(cache.get('a.pdf', make('one')), 'one')
})
