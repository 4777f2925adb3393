import { expect, test } from 'vitest'
import { readEnv } from '#app/lib/env.server.ts'
import type { Services } from '#app/lib/services.ts'
import { write } from '#db/client.server.ts'
import { addPerson } from '#tests/support/round.ts'
import { openTestServices } from '#tests/support/services.ts'
import { createDemoLink, enterDemo } from './demo-links.server.ts'
import { startSignIn } from './sign-in-use-cases.server.ts'
import { findSignedIn, signInCookie } from './sign-in.server.ts'

const hour = 3_600_000
const browser = { address: '203.0.113.7', device: 'Firefox on Linux', formerHash: undefined }

function openServices(env: Record<string, string> = {}) {
  const clock = { now: 1_000_000 }
  const services = openTestServices({ env: readEnv(env), now: () => clock.now })
  return { services, clock, person: addPerson(services.db, { access: 'interviewer' }) }
}

function signIn(services: Services, userId: string): string {
  const secret = write(services.db, (tx) => startSignIn(tx, { userId, browser, now: services.now() }))
  return signInCookie(secret, services).split(';')[0] ?? ''
}

test('a sign-in lasts while it is used, for fourteen days at most', () => {
  const { services, clock, person } = openServices()
  const cookie = signIn(services, person.id)
  const end = clock.now + 14 * 24 * hour
  for (; clock.now < end; clock.now += 11 * hour) expect(findSignedIn(cookie, services)?.id).toBe(person.id)
  clock.now = end
  expect(findSignedIn(cookie, services)).toBeUndefined()
})

test('a sign-in that nobody used for twelve hours has ended', () => {
  const { services, clock, person } = openServices()
  const cookie = signIn(services, person.id)
  clock.now += 12 * hour
  expect(findSignedIn(cookie, services)).toBeUndefined()
})

test('a made-up, empty or foreign cookie signs nobody in', () => {
  const { services, person } = openServices()
  signIn(services, person.id)
  for (const cookie of [null, '', 'panelist=', 'panelist=abc', 'other=abc', `panelist=${person.id}`])
    expect(findSignedIn(cookie, services)).toBeUndefined()
})

test('behind https the cookie is bound to the host and never sent in the clear', () => {
  const { services } = openServices({ APP_URL: 'https://panelist.example.org' })
  expect(signInCookie('secret', services)).toMatch(
    /^__Host-panelist=secret; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('a link of the demo signs in as often as it is opened, and only in the demo', () => {
  const { services, person } = openServices({ PANELIST_DEMO: '1' })
  const token = createDemoLink(services, person.id).split('/').at(-1) ?? ''
  expect(enterDemo(services, token, browser).ok).toBe(true)
  expect(enterDemo(services, token, browser).ok).toBe(true)
  expect(enterDemo(services, 'A'.repeat(43), browser).ok).toBe(false)
  const real = { ...services, env: readEnv({}) }
  expect(enterDemo(real, token, browser).ok).toBe(false)
  expect(() => createDemoLink(real, person.id)).toThrow(/demo only/)
})
