import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#app/lib/new-id.server.ts'
import type { Mail } from '#app/lib/services.ts'
import { paths } from '#app/paths.ts'
import * as tables from '#db/schema/index.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
let sessionId: string

beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs, env: { TRUST_PROXY: '1' } })
  round = addRound(server.db)
  sessionId = round.candidates[0]?.sessions[0]?.id ?? ''
})
afterAll(() => server.close())
beforeEach(() => {
  server.services.sendMail = null
})

let addresses = 0
/** A request from an address of its own, so that the limits of one test do not reach another. */
function ask(path: string, options: { cookie?: string; as?: string; form?: Record<string, string> } = {}) {
  const headers = {
    'X-Forwarded-For': `198.51.100.${(addresses++ % 250) + 1}`,
    ...(options.cookie ? { Cookie: options.cookie } : {}),
  }
  return server.request(path, { headers, as: options.as, ...(options.form ? { form: options.form } : {}) })
}

function invite(form: Record<string, string> = {}): Promise<Response> {
  const given = {
    intent: 'add',
    formKey: newId(),
    name: 'Ines Okafor',
    note: 'Finance',
    email: '',
    hours: '48',
  }
  return ask(paths.sessionGuests(sessionId), { as: round.coordinator.id, form: { ...given, ...form } })
}

async function linkIn(answer: Response): Promise<string> {
  const found = /\/guest\/[0-9A-Z-]{17}/.exec(await answer.text())?.[0]
  if (!found) throw new Error(`no link in answer ${answer.status}`)
  return found
}

function cookieFrom(answer: Response): string {
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

test('the code is shown once, and the page that it opens names nothing of the session', async () => {
  const answer = await invite()
  expect(answer.status).toBe(201)
  const link = await linkIn(answer)
  const code = link.slice('/guest/'.length)
  const session = await ask(paths.session(sessionId), { as: round.coordinator.id })
  expect(await session.text()).not.toContain(code)
  const notice = await ask(link)
  expect(notice.status).toBe(200)
  const text = await notice.text()
  expect(text).toContain('Ines Okafor (guest, Finance)')
  for (const secret of [round.candidates[0]?.name, round.snapshot.name, round.snapshot.interviews[0]?.focus])
    expect(text).not.toContain(secret)
  expect(notice.headers.get('Set-Cookie')).toBeNull()
  expect((await ask(paths.session(sessionId), { cookie: cookieFrom(notice) })).status).toBe(302)
})

test('whoever accepts lands on their session, leaves by the guest door and comes back by the typed code', async () => {
  const link = await linkIn(await invite({ name: 'Bea Lund' }))
  const entered = await ask(link, { form: {} })
  expect([entered.status, entered.headers.get('Location')]).toEqual([302, paths.briefing(sessionId)])
  const cookie = cookieFrom(entered)
  const closed = [
    paths.questions(),
    paths.roles(),
    paths.panels(),
    paths.candidates(),
    paths.schedule(),
    paths.people(),
    paths.account(),
    paths.sessionGuests(sessionId),
  ]
  for (const path of [paths.session(sessionId), paths.briefing(sessionId)]) {
    const page = await (await ask(path, { cookie })).text()
    expect(page).toContain('Your interview')
    for (const other of closed) expect(page).not.toContain(`href="${other}`)
  }
  expect((await ask(paths.home(), { cookie })).headers.get('Location')).toBe(paths.briefing(sessionId))
  const out = await ask(paths.signOut(), { cookie, form: {} })
  expect(out.headers.get('Location')).toBe(`${paths.guestEntry()}?done=out`)
  const typed = link.slice('/guest/'.length).toLowerCase().replaceAll('-', ' ')
  const again = await ask(`${paths.guestEntry()}?index`, { form: { code: typed } })
  expect(again.headers.get('Location')).toBe(link)
  expect((await ask(`${paths.guestEntry()}?index`, { form: { code: 'short' } })).status).toBe(422)
})

test('a revoked guest is told so at the next request, by page, document and save', async () => {
  const guest = await addGuestTo(server.services, round)
  const cookie = `panelist=${guest.secret}`
  expect((await ask(paths.session(sessionId), { cookie })).status).toBe(200)
  const revoked = await ask(paths.sessionGuests(sessionId), {
    as: round.coordinator.id,
    form: { intent: 'revoke', guestId: guest.guestId },
  })
  expect(revoked.headers.get('Location')).toBe(`${paths.session(sessionId)}?done=revoke-${guest.guestId}`)
  const page = await ask(paths.session(sessionId), { cookie })
  expect(page.headers.get('Location')).toBe(`${paths.guestEntry()}?done=ended`)
  expect(await (await ask(paths.guestEntry(), { cookie })).text()).toContain('Your guest access has ended')
  expect((await ask(paths.sessionKitPdf(sessionId), { cookie })).status).toBe(401)
  const save = await server.request(paths.operations(), {
    json: { personId: guest.person.id, operations: [] },
    headers: { Cookie: cookie, Accept: 'application/json' },
  })
  expect(save.status).toBe(403)
  expect(await save.text()).toContain('guest access has ended')
})

test('unknown, ended and revoked codes are answered alike, by link and by form, and guessing is slowed down', async () => {
  const ended = await addGuestTo(server.services, round, { hours: 12 })
  const revoked = await addGuestTo(server.services, round)
  await ask(paths.sessionGuests(sessionId), {
    as: round.coordinator.id,
    form: { intent: 'revoke', guestId: revoked.guestId },
  })
  server.clock.now = ended.access.endsAtMs
  const noise = /nonce="[^"]*"|cspNonce\\*",\\*"[^"\\]*|[0-9A-Z]{5}(-[0-9A-Z]{5}){2}/g
  const answers = { opened: new Set<string>(), posted: new Set<string>() }
  for (const code of [ended.access.code, revoked.access.code, 'AAAAA-AAAAA-AAAAA']) {
    const opened = await ask(paths.guestLink(code))
    answers.opened.add(`${opened.status} ${(await opened.text()).replace(noise, '#')}`)
    const posted = await ask(paths.guestLink(code), { form: {} })
    answers.posted.add(`${posted.status} ${(await posted.text()).replace(noise, '#')}`)
  }
  server.clock.now = roundStartMs
  for (const [answer, ...others] of Object.values(answers).map((set) => [...set]))
    expect([answer?.slice(0, 4), others]).toEqual(['404 ', []])
  const headers = { 'X-Forwarded-For': '203.0.113.77' }
  let last = 0
  for (let i = 0; i < 61; i++)
    last = (await server.request(`${paths.guestLink('AAAAA-AAAAA-AAAAA')}.data`, { headers })).status
  expect(last).toBe(429)
})

test('the code is mailed when an address is given, and neither code nor address is kept', async () => {
  const mails: Mail[] = []
  server.services.sendMail = (mail) => Promise.resolve(void mails.push(mail))
  const answer = await invite({ email: 'Ines@Example.org' })
  const text = await answer.text()
  expect(text).toContain('mailed to ines@example.org')
  const [mail] = mails
  expect(mail?.to).toBe('ines@example.org')
  const code = /[0-9A-Z]{5}(-[0-9A-Z]{5}){2}/.exec(mail?.text ?? '')?.[0] ?? 'none'
  expect(mail?.text).toContain(`${server.url}${paths.guestLink(code)}`)
  expect(mail?.text).not.toContain(round.candidates[0]?.name)
  const users = JSON.stringify(server.db.select().from(tables.user).all())
  expect(users).not.toContain('ines@example.org')
  server.services.sendMail = () => Promise.reject(new Error('the mail server sleeps'))
  expect(await (await invite({ name: 'Kim', email: 'kim@example.org' })).text()).toContain(
    'could not be sent',
  )
})

test('a form with mistakes comes back with what was typed', async () => {
  const answer = await invite({ name: '', note: 'Audit', email: 'no address', hours: '99999' })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  for (const words of ['Enter a name.', 'not an e-mail', 'Choose when', 'value="Audit"'])
    expect(text).toContain(words)
})
