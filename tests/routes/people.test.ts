import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Access } from '#app/domains/people/access.ts'
import { createSetUpLink } from '#app/domains/people/join-use-cases.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { write } from '#db/client.server.ts'
import * as tables from '#db/schema/index.ts'
import { addPerson, roundStartMs } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const password = 'copper kettle sings'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
})
afterAll(() => server.close())

beforeEach(() => {
  server.clock.now = roundStartMs
  write(server.db, (tx) => {
    for (const table of [
      tables.formReceipt,
      tables.passwordReset,
      tables.signIn,
      tables.invitation,
      tables.user,
    ])
      tx.delete(table).run()
  })
})

function cookieFrom(answer: Response): string {
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

/** Follows a cookie that an answer set. */
function get(path: string, cookie: string): Promise<Response> {
  return server.request(path, { headers: { Cookie: cookie } })
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await get('/account', cookie)).status === 200
}

let addresses = 0
function post(path: string, form: Record<string, string>, options: { as?: string; cookie?: string } = {}) {
  const headers = {
    'X-Forwarded-For': `198.51.100.${(addresses++ % 250) + 1}`,
    ...(options.cookie ? { Cookie: options.cookie } : {}),
  }
  return server.request(path, { form, headers, as: options.as })
}

function setUpLink(): string {
  const path = createSetUpLink(server.services)
  if (path === null) throw new Error('there is an account already')
  return path
}

async function linkIn(answer: Response, kind: 'invitations' | 'reset'): Promise<string> {
  const found = new RegExp(`/${kind}/[\\w-]{43}`).exec(await answer.text())?.[0]
  if (!found) throw new Error(`no link in answer ${answer.status}`)
  return found
}

function invite(by: string, email: string, access: Access, formKey: string = newId()): Promise<Response> {
  return post('/people/invite', { formKey, email, access }, { as: by })
}

/** An account with a password, made the way people make it. */
async function join(email: string, access: Access = 'interviewer'): Promise<{ cookie: string }> {
  const by = addPerson(server.db, { access: 'administrator' })
  const link = await linkIn(await invite(by.id, email, access), 'invitations')
  return { cookie: cookieFrom(await post(link, { name: 'Someone New', password })) }
}

test('the set-up link makes one administrator, signs them in, and works only once', async () => {
  const link = setUpLink()
  expect((await server.request(link)).status).toBe(200)
  const form = { name: 'Dana', email: 'Dana@Example.org', password }
  const first = await post(link, form)
  expect([first.status, first.headers.get('Location')]).toEqual([302, '/'])
  expect(await isSignedIn(cookieFrom(first))).toBe(true)
  const other = await post(link, { name: 'Eve', email: 'eve@example.org', password: 'another long secret' })
  expect(other.status).toBe(409)
  expect(await (await server.request(link)).text()).toContain('is set up')
  expect(createSetUpLink(server.services)).toBeNull()
  const users = server.db.select().from(tables.user).all()
  expect(users.map(({ email, access }) => [email, access])).toEqual([['dana@example.org', 'administrator']])
})

test('the set-up form posted twice at once gives one account and two answers that are signed in', async () => {
  const link = setUpLink()
  const form = { name: 'Dana', email: 'dana@example.org', password }
  const answers = await Promise.all([post(link, form), post(link, form)])
  expect(answers.map((answer) => answer.status)).toEqual([302, 302])
  expect(server.db.select().from(tables.user).all()).toHaveLength(1)
})

test('a new start replaces the former set-up link', async () => {
  const former = setUpLink()
  const link = setUpLink()
  expect((await post(former, { name: 'Eve', email: 'eve@example.org', password })).status).toBe(409)
  expect((await post(link, { name: 'Dana', email: 'dana@example.org', password })).status).toBe(302)
})

test('a weak password is refused at its field and nothing else typed is lost', async () => {
  const answer = await post(setUpLink(), {
    name: 'Dana',
    email: 'dana@example.org',
    password: 'password1234',
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('first passwords anybody would try')
  expect(page).toContain('value="Dana"')
  expect(page).not.toContain('password1234')
})

test('an invitation makes one account with the access it names, once', async () => {
  const manager = addPerson(server.db, { access: 'manager' })
  const link = await linkIn(await invite(manager.id, 'kwame@example.org', 'coordinator'), 'invitations')
  const joined = await post(link, {
    name: 'Kwame',
    password,
    access: 'administrator',
    email: 'eve@example.org',
  })
  expect(joined.status).toBe(302)
  const kwame = server.db
    .select()
    .from(tables.user)
    .all()
    .find(({ name }) => name === 'Kwame')
  expect([kwame?.email, kwame?.access]).toEqual(['kwame@example.org', 'coordinator'])
  expect((await post(link, { name: 'Eve', password: 'another long secret' })).status).toBe(409)
  expect(await (await server.request(link)).text()).toContain('This invitation was used')
})

test('the database holds no token and no password', async () => {
  const manager = addPerson(server.db, { access: 'manager' })
  const link = await linkIn(await invite(manager.id, 'kwame@example.org', 'observer'), 'invitations')
  await post(link, { name: 'Kwame', password })
  const everything = JSON.stringify([
    server.db.select().from(tables.user).all(),
    server.db.select().from(tables.invitation).all(),
    server.db.select().from(tables.signIn).all(),
    server.db.select().from(tables.auditEvent).all(),
  ])
  expect(everything).not.toContain(link.split('/').at(-1))
  expect(everything).not.toContain(password)
  expect(everything).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
})

test('an invitation form posted twice keeps one invitation, and the newest link works', async () => {
  const manager = addPerson(server.db, { access: 'manager' })
  const key = newId()
  const former = await linkIn(await invite(manager.id, 'kwame@example.org', 'observer', key), 'invitations')
  const link = await linkIn(await invite(manager.id, 'kwame@example.org', 'observer', key), 'invitations')
  expect(server.db.select().from(tables.invitation).all()).toHaveLength(1)
  expect((await server.request(former)).status).toBe(404)
  expect((await server.request(link)).status).toBe(200)
})

test('an invitation form sent again for somebody else invites them, and the first link stays as it was', async () => {
  const manager = addPerson(server.db, { access: 'manager' })
  const key = newId()
  const first = await linkIn(await invite(manager.id, 'kwame@example.org', 'coordinator', key), 'invitations')
  const second = await linkIn(await invite(manager.id, 'lindiwe@example.org', 'observer', key), 'invitations')
  expect(await (await server.request(first)).text()).toContain('kwame@example.org')
  expect(await (await server.request(second)).text()).toContain('lindiwe@example.org')
})

test('an invitation ends when it is taken back, after seven days, and when its sender is disabled', async () => {
  const administrator = addPerson(server.db, { access: 'administrator' })
  const manager = addPerson(server.db, { access: 'manager' })
  const taken = await linkIn(await invite(manager.id, 'a@example.org', 'observer'), 'invitations')
  const id = server.db.select().from(tables.invitation).get()?.id ?? ''
  expect((await post('/people?index', { invitation: id }, { as: manager.id })).status).toBe(302)
  const sent = await linkIn(await invite(manager.id, 'b@example.org', 'observer'), 'invitations')
  await post(`/people/${manager.id}`, { intent: 'disable' }, { as: administrator.id })
  const late = await linkIn(await invite(administrator.id, 'c@example.org', 'observer'), 'invitations')
  server.clock.now = roundStartMs + 7 * 86_400_000
  for (const link of [taken, sent, late]) {
    expect(await (await server.request(link)).text()).toContain('This invitation has ended')
    expect((await post(link, { name: 'Late', password })).status).toBe(409)
  }
})

test('a manager invites nobody beside or above themselves', async () => {
  const manager = addPerson(server.db, { access: 'manager' })
  for (const access of ['administrator', 'manager'] as const)
    expect((await invite(manager.id, 'eve@example.org', access)).status).toBe(422)
  expect(server.db.select().from(tables.invitation).all()).toEqual([])
})

test('signing in gives a new sign-in, ends the former one, and goes back to an own page only', async () => {
  const { cookie } = await join('kwame@example.org')
  const form = { email: ' KWAME@example.org', password }
  const answer = await post('/sign-in?to=%2Fpanels%3Ff%3D1', form, { cookie })
  expect(answer.headers.get('Location')).toBe('/panels?f=1')
  expect(cookieFrom(answer)).not.toBe(cookie)
  expect(answer.headers.get('Set-Cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  expect([await isSignedIn(cookie), await isSignedIn(cookieFrom(answer))]).toEqual([false, true])
  const abroad = await post('/sign-in?to=%2F%5Cevil.example', form)
  expect(abroad.headers.get('Location')).toBe('/')
})

test('unknown e-mail, wrong password and disabled account get the same answer', async () => {
  await join('kwame@example.org')
  await join('gone@example.org')
  const gone = server.db
    .select()
    .from(tables.user)
    .all()
    .find(({ email }) => email === 'gone@example.org')
  const administrator = addPerson(server.db, { access: 'administrator' })
  await post(`/people/${gone?.id}`, { intent: 'disable' }, { as: administrator.id })
  const tries = [
    { email: 'nobody@example.org', password },
    { email: 'kwame@example.org', password: 'not the right one' },
    { email: 'gone@example.org', password },
  ]
  for (const form of tries) {
    const answer = await post('/sign-in', form)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const page = await answer.text()
    expect(page).toContain('do not fit together')
    expect(page).not.toContain(form.password)
  }
})

test('too many tries for one e-mail are refused, from whatever addresses, even with the right password', async () => {
  await join('target@example.org')
  for (let i = 0; i < 10; i++)
    expect(
      (await post('/sign-in', { email: 'target@example.org', password: `wrong guess ${i}` })).status,
    ).toBe(422)
  const answer = await post('/sign-in', { email: 'target@example.org', password })
  expect(answer.status).toBe(429)
  expect(await answer.text()).toMatch(/Wait (a minute|\d+ minutes)/)
})

test('a reset link works once, for an hour, and signs out everywhere', async () => {
  const { cookie } = await join('kwame@example.org')
  const kwame = server.db
    .select()
    .from(tables.user)
    .all()
    .find(({ email }) => email === 'kwame@example.org')
  const manager = addPerson(server.db, { access: 'manager' })
  const former = await linkIn(
    await post(`/people/${kwame?.id}`, { intent: 'reset' }, { as: manager.id }),
    'reset',
  )
  const link = await linkIn(
    await post(`/people/${kwame?.id}`, { intent: 'reset' }, { as: manager.id }),
    'reset',
  )
  expect((await post(former, { password: 'wooden bridge lamp' })).status).toBe(409)
  const answer = await post(link, { password: 'wooden bridge lamp' })
  expect(answer.headers.get('Location')).toBe('/sign-in?done=reset')
  expect(await isSignedIn(cookie)).toBe(false)
  expect((await post(link, { password: 'yet another lamp' })).status).toBe(409)
  expect(
    (await post('/sign-in', { email: 'kwame@example.org', password: 'wooden bridge lamp' })).status,
  ).toBe(302)
  const late = await linkIn(
    await post(`/people/${kwame?.id}`, { intent: 'reset' }, { as: manager.id }),
    'reset',
  )
  server.clock.now = roundStartMs + 3_600_000
  expect((await post(late, { password: 'yet another lamp' })).status).toBe(409)
})

test('a manager resets and changes no administrator and no other manager', async () => {
  const manager = addPerson(server.db, { access: 'manager' })
  for (const access of ['administrator', 'manager'] as const) {
    const other = addPerson(server.db, { access })
    expect((await post(`/people/${other.id}`, { intent: 'reset' }, { as: manager.id })).status).toBe(403)
    for (const form of [{ intent: 'disable' }, { intent: 'access', access: 'observer' }])
      expect((await post(`/people/${other.id}`, form, { as: manager.id })).status).toBe(403)
  }
  expect(server.db.select().from(tables.passwordReset).all()).toEqual([])
})

test('the last administrator cannot be demoted or disabled, and nobody changes themselves', async () => {
  const one = addPerson(server.db, { access: 'administrator' })
  const change = (id: string, form: Record<string, string>) => post(`/people/${id}`, form, { as: one.id })
  expect((await change(one.id, { intent: 'disable' })).status).toBe(409)
  const two = addPerson(server.db, { access: 'administrator' })
  expect((await change(one.id, { intent: 'access', access: 'observer' })).status).toBe(409)
  expect((await change(two.id, { intent: 'access', access: 'observer' })).status).toBe(302)
  expect((await post(`/people/${one.id}`, { intent: 'disable' }, { as: two.id })).status).toBe(403)
})

test('a disabled person is out at once, and back when enabled', async () => {
  const administrator = addPerson(server.db, { access: 'administrator' })
  const { cookie } = await join('kwame@example.org')
  const kwame = server.db
    .select()
    .from(tables.user)
    .all()
    .find(({ email }) => email === 'kwame@example.org')
  await post(`/people/${kwame?.id}`, { intent: 'disable' }, { as: administrator.id })
  expect(await isSignedIn(cookie)).toBe(false)
  await post(`/people/${kwame?.id}`, { intent: 'enable' }, { as: administrator.id })
  expect((await post('/sign-in', { email: 'kwame@example.org', password })).status).toBe(302)
})

test('a changed password keeps this browser and signs out the others', async () => {
  const { cookie } = await join('kwame@example.org')
  const here = cookieFrom(await post('/sign-in', { email: 'kwame@example.org', password }))
  const wrong = { intent: 'password', currentPassword: 'not the right one', password: 'wooden bridge lamp' }
  expect((await post('/account', wrong, { cookie: here })).status).toBe(422)
  const answer = await post('/account', { ...wrong, currentPassword: password }, { cookie: here })
  expect(answer.status).toBe(302)
  expect(await Promise.all([cookie, here, cookieFrom(answer)].map(isSignedIn))).toEqual([false, false, true])
})

test('one browser is signed out from the list, or all of them; nobody ends the sign-in of another', async () => {
  const { cookie } = await join('kwame@example.org')
  const there = cookieFrom(await post('/sign-in', { email: 'kwame@example.org', password }))
  const stranger = addPerson(server.db, { access: 'administrator' })
  const page = await (await get('/account', cookie)).text()
  const id = /name="signIn" value="([0-9a-f]{16})"/.exec(page)?.[1] ?? ''
  expect((await post('/account', { intent: 'revoke', signIn: id }, { as: stranger.id })).status).toBe(404)
  expect((await post('/account', { intent: 'revoke', signIn: id }, { cookie })).status).toBe(302)
  expect(await Promise.all([cookie, there].map(isSignedIn))).toEqual([true, false])
  const again = cookieFrom(await post('/sign-in', { email: 'kwame@example.org', password }))
  expect((await post('/account', { intent: 'everywhere' }, { cookie })).status).toBe(302)
  expect(await Promise.all([cookie, again].map(isSignedIn))).toEqual([false, false])
})

test('signing out ends the sign-in on the server, not only the cookie', async () => {
  const { cookie } = await join('kwame@example.org')
  const answer = await post('/sign-out', {}, { cookie })
  expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect(await isSignedIn(cookie)).toBe(false)
})

test('links of the demo open nothing outside the demo', async () => {
  expect((await server.request(`/enter/${'A'.repeat(43)}`)).status).toBe(404)
})
