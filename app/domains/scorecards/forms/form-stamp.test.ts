import { expect, test } from 'vitest'
import { readStamp, signStamp } from './form-stamp.server.ts'

const key = Buffer.alloc(32, 1)
const stamp = {
  version: 1,
  scorecardId: 'card',
  panelVersionId: 'version',
  bases: { 'rating:q': 3 },
} as const

test('what was signed is read back', () => {
  expect(readStamp(signStamp(stamp, key), key)).toEqual({ ok: true, stamp })
})

test('another installation’s signature is foreign', () => {
  expect(readStamp(signStamp(stamp, Buffer.alloc(32, 2)), key)).toEqual({ ok: false, because: 'foreign' })
})

test('a text of which anything was changed is altered', () => {
  const signed = signStamp(stamp, key)
  const [origin, body, signature] = signed.split('.')
  const other = Buffer.from(JSON.stringify({ ...stamp, scorecardId: 'another' })).toString('base64url')
  for (const text of [
    `${origin}.${other}.${signature}`,
    `${origin}.${body}.${signature?.slice(0, -4)}AAAA`,
    `${origin}.${body}`,
    `${origin}.${body}.`,
    `${signed}.more`,
    '',
  ])
    expect([text, readStamp(text, key)]).toEqual([text, { ok: false, because: 'altered' }])
  expect(readStamp('some text', key)).toEqual({ ok: false, because: 'foreign' })
})

test('a stamp of a shape that is not known yet is from a newer version', () => {
  const newer: object = { ...stamp, version: 2 }
  // why: only a later program signs this.
  expect(readStamp(signStamp(newer as typeof stamp, key), key)).toEqual({ ok: false, because: 'newer' })
})
