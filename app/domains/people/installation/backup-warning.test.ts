import { expect, test } from 'vitest'
import { findWarning } from './backup-warning.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 21, 8)

function warn(backups: readonly number[], firstAccount = 100) {
  return findWarning({
    backups: backups.map((age) => ({ atMs: now - age * hour })),
    firstAccountAtMs: now - firstAccount * hour,
    now,
  })
}

test.each([
  ['the newest is 26 hours old', warn([30, 26]), null],
  ['the newest is older than 26 hours', warn([27, 50]), { kind: 'old', atMs: now - 27 * hour }],
  ['there is none on the first day', warn([], 20), null],
  ['there is none after the first day', warn([], 27), { kind: 'none' }],
  ['the only one is dated ahead of the clock', warn([-5]), { kind: 'none' }],
])('%s', (_, found, expected) => {
  expect(found).toEqual(expected)
})
