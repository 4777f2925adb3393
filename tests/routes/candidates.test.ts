import { afterAll, beforeAll, expect, test } from 'vitest'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db)
})
afterAll(() => server.close())

const key = (n: number) => `candidates-form-${n}`

test('adding the same form twice leads to the same candidate', async () => {
  const form = { formKey: key(1), name: 'Nadia Rahman', email: '', code: '', panelId: round.panelId }
  const as = round.coordinator.id
  const first = await server.request('/candidates/new', { as, form })
  const second = await server.request('/candidates/new', { as, form })
  expect(first.status).toBe(302)
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
})

test('what was typed comes back beside the error', async () => {
  const form = { formKey: key(2), name: 'Typed Name', email: 'no address', code: '' }
  const answer = await server.request('/candidates/new', { as: round.manager.id, form })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Typed Name')
  expect(page).toContain('This is not an e-mail address')
})

async function postFile(name: string, content: string): Promise<Response> {
  const body = new FormData()
  body.set('intent', 'preview')
  body.set('file', new File([content], name, { type: 'text/csv' }))
  const encoded = new Response(body)
  const bytes = Buffer.from(await encoded.arrayBuffer())
  return fetch(new URL('/candidates/import', server.url), {
    method: 'POST',
    headers: {
      Cookie: server.cookieOf(round.manager.id),
      'Sec-Fetch-Site': 'same-origin',
      Accept: 'text/html',
      'Content-Type': encoded.headers.get('Content-Type') ?? '',
    },
    body: bytes,
    redirect: 'manual',
  })
}

test('an import is previewed with each problem in words, and a file name is never shown as markup', async () => {
  const answer = await postFile(
    '<img src=x>.csv',
    'Name,E-mail\n<b>Bold</b>,x\nGood Person,good@example.org\n',
  )
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain('&lt;b&gt;Bold&lt;/b&gt;')
  expect(page).not.toContain('<b>Bold</b>')
  expect(page).toContain('This is not an e-mail address')
  expect(page).toContain('Good Person')
})

test('a large file is let through to the import, a larger one is refused', async () => {
  const fine = await postFile('many.csv', `Name\n${'x'.repeat(100)}\n`.repeat(25_000))
  expect(fine.status).toBe(422)
  expect(await fine.text()).toContain('more than 5,000')
  const tooLarge = await postFile('huge.csv', 'x'.repeat(7_000_000))
  expect(tooLarge.status).toBe(413)
})

test('an interviewer gets 404 for a candidate of others, 403 for the forms that add', async () => {
  const stranger = round.interviewers.at(-1)?.id
  const [candidate] = round.candidates
  expect((await server.request(`/candidates/${candidate?.id}`, { as: stranger })).status).toBe(404)
  expect((await server.request('/candidates/new', { as: stranger })).status).toBe(403)
  expect((await server.request('/candidates/import', { as: stranger })).status).toBe(403)
  expect(
    (await server.request(`/applications/${candidate?.applicationId}/loop`, { as: stranger })).status,
  ).toBe(403)
  const own = round.interviewers[0]?.id
  const path = `/candidates/${candidate?.id}`
  expect((await server.request(path, { as: own })).status).toBe(200)
  const form = { intent: 'erase', confirmation: candidate?.name ?? '' }
  expect((await server.request(path, { as: own, form })).status).toBe(403)
})

test('erasing wants the name, typed', async () => {
  const candidate = round.candidates[1]
  const path = `/candidates/${candidate?.id}`
  const as = round.manager.id
  const wrong = await server.request(path, { as, form: { intent: 'erase', confirmation: 'Somebody' } })
  expect(wrong.status).toBe(422)
  const right = await server.request(path, {
    as,
    form: { intent: 'erase', confirmation: candidate?.name ?? '' },
  })
  expect(right.status).toBe(302)
  const page = await (await server.request(path, { as })).text()
  expect(page).not.toContain(candidate?.name)
})

test('a loop posted twice is planned once', async () => {
  const as = round.coordinator.id
  const made = await server.request('/candidates/new', {
    as,
    form: { formKey: key(3), name: 'Loop Person', panelId: round.panelId },
  })
  const location = made.headers.get('Location') ?? ''
  const page = await (await server.request(location, { as })).text()
  const path = /\/applications\/[\w-]+\/loop/.exec(page)?.[0] ?? ''
  const first = round.snapshot.interviews[0]
  const form = {
    formKey: key(4),
    zone: 'Europe/London',
    date: '2026-10-01',
    [`time.${first?.id}`]: '09:00',
    [`who.${first?.id}.0`]: first?.interviewerIds[0] ?? '',
  }
  for (const answer of [await server.request(path, { as, form }), await server.request(path, { as, form })])
    expect(answer.status).toBe(302)
  const after = await (await server.request(location, { as })).text()
  expect(after.match(/href="\/sessions\//g)).toHaveLength(1)
  const typo = await server.request(path, { as, form: { ...form, formKey: key(5), date: '2026-02-31' } })
  expect(typo.status).toBe(422)
})
