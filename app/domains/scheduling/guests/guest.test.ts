import { expect, test } from 'vitest'
import { endOf, nameOfGuest, stateOfGuest } from './guest.ts'

const now = 1_000_000_000
const hour = 3_600_000

test.each([
  ['after a start that is to come', now + 5 * hour, now + 53 * hour],
  ['from now when the start is past', now - 5 * hour, now + 48 * hour],
  ['from now without a time', null, now + 48 * hour],
])('an access ends so long %s', (_which, startsAtMs, end) => {
  expect(endOf({ startsAtMs, now, hours: 48 })).toBe(end)
})

test.each([
  ['not opened', {}, 'unopened'],
  ['accepted', { acceptedAtMs: now - 1 }, 'accepted'],
  ['at its end', { expiresAtMs: now }, 'expired'],
  ['accepted, at its end', { acceptedAtMs: now - 1, expiresAtMs: now }, 'expired'],
  ['revoked before its end', { acceptedAtMs: now - 2, revokedAtMs: now - 1 }, 'revoked'],
  ['revoked and past its end', { expiresAtMs: now - 1, revokedAtMs: now - 2 }, 'revoked'],
] as const)('an access that is %s', (_which, given, state) => {
  const code = { acceptedAtMs: null, revokedAtMs: null, expiresAtMs: now + 1, ...given }
  expect(stateOfGuest(code, now)).toBe(state)
})

test('a guest is called one, with what tells them apart', () => {
  expect(nameOfGuest({ name: 'Ines Okafor' })).toBe('Ines Okafor (guest)')
  expect(nameOfGuest({ name: 'Ines Okafor', note: 'Finance' })).toBe('Ines Okafor (guest, Finance)')
})
