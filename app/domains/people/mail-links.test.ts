import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Mail } from '#app/lib/services.ts'
import { addPerson } from '#tests/support/round.ts'
import { openTestServices } from '#tests/support/services.ts'
import { mailInvitation } from './invite-use-cases.server.ts'
import { completeReset, requestReset } from './reset-use-cases.server.ts'
import { signInWithPassword } from './sign-in-use-cases.server.ts'

const baseUrl = 'https://panelist.example.org'
const browser = { address: '203.0.113.7', device: 'test', formerHash: undefined }

/** Services whose mail ends in a list, or fails. */
function openServices(isBroken = false) {
  const sent: Mail[] = []
  const services = openTestServices({
    sendMail: async (mail) => {
      if (isBroken) throw new Error('no connection')
      sent.push(mail)
    },
  })
  return { services, sent }
}

test('whoever forgot their password gets a link by mail that sets a new one', async () => {
  const { services, sent } = openServices()
  const person = addPerson(services.db, { access: 'interviewer', email: 'kwame@example.org' })
  const asked = await requestReset(services, { email: person.email, address: '203.0.113.7', baseUrl })
  expect(asked.ok).toBe(true)
  await nextTurn()
  expect(sent.map(({ to }) => to)).toEqual(['kwame@example.org'])
  const token = /https:\/\/panelist\.example\.org\/reset\/([\w-]{43})/.exec(sent[0]?.text ?? '')?.[1] ?? ''
  expect((await completeReset(services, { token, password: 'wooden bridge lamp' })).ok).toBe(true)
  const signedIn = await signInWithPassword(
    services,
    { email: person.email, password: 'wooden bridge lamp' },
    browser,
  )
  expect(signedIn.ok).toBe(true)
})

test('an e-mail without an account gets the same answer and no mail', async () => {
  const { services, sent } = openServices()
  const asked = await requestReset(services, { email: 'nobody@example.org', address: '203.0.113.8', baseUrl })
  await nextTurn()
  expect([asked, sent]).toEqual([{ ok: true, value: undefined }, []])
})

test('asking for links again and again is limited', async () => {
  const { services } = openServices()
  const ask = () => requestReset(services, { email: 'a@example.org', address: '203.0.113.9', baseUrl })
  for (let i = 0; i < 10; i++) expect((await ask()).ok).toBe(true)
  expect(await ask()).toMatchObject({ ok: false, error: { kind: 'limited' } })
})

test('an invitation is mailed where mail is sent, and a broken mail server is told, not hidden', async () => {
  const given = { email: 'new@example.org', link: `${baseUrl}/invitations/x` }
  const working = openServices()
  const user = addPerson(working.services.db, { access: 'manager', name: 'Mina Leader' })
  const ctx = { db: working.services.db, user, now: 1_000_000 }
  expect(await mailInvitation(working.services, { ctx, ...given })).toBe(true)
  expect(working.sent[0]?.text).toContain(given.link)
  expect(await mailInvitation(openServices(true).services, { ctx, ...given })).toBe(false)
  expect(await mailInvitation({ ...working.services, sendMail: null }, { ctx, ...given })).toBe(false)
})
