import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer()
  round = addRound(server.db)
  rename(round.manager.id, 'Mina Leaderman')
  round.interviewers.forEach(({ id }, i) => rename(id, `${first[i] ?? 'Zoltan'} ${last[i] ?? 'Zeman'}`))
  const [own, other] = round.candidates
  if (!own || !other) throw new Error('the round is empty')
  nameCandidate(own.id, 'Ana Ribeiro')
  nameCandidate(other.id, 'Bartholomew Quist')
}, 30_000)
afterAll(() => server.close())

const first = ['Maren', 'Tomasz', 'Farah', 'Dmitri', 'Yusuf', 'Ingrid', 'Paolo', 'Keiko']
const last = ['Hoekstra', 'Ellery', 'Nazari', 'Orlov', 'Demir', 'Solberg', 'Ricci', 'Tanaka']
/** Everybody who must not be read, in every way in which notes name people. */
const written = [...first, ...last, 'Mina', 'Leaderman', 'Bartholomew', 'Quist']

function rename(id: string, name: string): void {
  server.db.update(tables.user).set({ name }).where(eq(tables.user.id, id)).run()
}
function nameCandidate(id: string, name: string): void {
  server.db.update(tables.candidate).set({ name }).where(eq(tables.candidate.id, id)).run()
}
const candidate = () => {
  const [own] = round.candidates
  if (!own) throw new Error('the round is empty')
  return own
}
const ask = (as?: string) => server.request(paths.accessCopyPdf(candidate().id), { as, method: 'POST' })
const preview = () => paths.print('copy', candidate().id)
const countCopies = () =>
  server.db.select().from(tables.auditEvent).where(eq(tables.auditEvent.action, 'candidate.copy')).all()
    .length

test('only managers and administrators may, and nobody while scorecards are closed to them', async () => {
  expect((await ask()).status).toBe(401)
  for (const person of [round.coordinator, round.observer, round.interviewers[0]])
    expect((await ask(person?.id)).status).toBe(403)
  const closed = await ask(round.manager.id)
  expect(closed.status).toBe(409)
  const page = await server.request(paths.candidate(candidate().id), { as: round.manager.id })
  const words = await page.text()
  expect(words).toContain('you see them when all are')
  expect(words).not.toContain(preview())
  expect((await server.request(preview(), { as: round.manager.id })).status).toBe(409)
  for (const method of ['GET', 'POST'])
    expect(
      (await server.request(paths.accessCopyPdf('nobody'), { as: round.manager.id, method })).status,
    ).toBe(404)
  expect(countCopies()).toBe(0)
})

test('the copy holds what was written, with no name but the candidate’s, and stands in the audit log', async () => {
  const names = written.join(', ')
  const cards = candidate().sessions.flatMap(({ cards: own }) => own)
  const handedInAt = Date.now() - 120_000
  cards.forEach((_, i) =>
    fillCard(server.db, pickCard(round, i), {
      now: handedInAt,
      text: `Ana said it well; ${names} agreed. Write to x@firm.example`,
    }),
  )
  const debriefId = newId()
  const { applicationId } = candidate()
  const leadId = round.manager.id
  server.db
    .insert(tables.debrief)
    .values({
      id: debriefId,
      applicationId,
      leadId,
      revision: 1,
      speakers: [],
      turn: 0,
      startedAtMs: Date.now(),
    })
    .run()
  server.db
    .insert(tables.debriefTopic)
    .values({
      debriefId,
      topicKey: 'decide',
      isDone: true,
      note: `Noted: ${names}`,
      version: 1,
      userId: leadId,
      atMs: Date.now(),
    })
    .run()
  server.db
    .insert(tables.decision)
    .values({
      id: newId(),
      debriefId,
      number: 1,
      outcome: 'hire',
      competencyIds: [],
      reason: `Decided: ${names}`,
      version: 1,
      userId: leadId,
      atMs: Date.now(),
    })
    .run()

  const answer = await ask(round.manager.id)
  expect(answer.status).toBe(200)
  const text = (await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages.join(' ')
  for (const name of written) expect(text, name).not.toMatch(new RegExp(name, 'i'))
  for (const words of [
    'Ana Ribeiro',
    'candidate1@example.org',
    'Ana said it well',
    'What Interviewer A wrote',
    `What Interviewer ${String.fromCharCode(64 + cards.length)} wrote`,
    'another candidate',
    'a colleague',
    '[e-mail address]',
    'Noted:',
    'Decided:',
    'Hire',
    'read all of it',
    'For For:',
    'In your words',
  ])
    expect(text, words).toContain(words)
  expect(text).not.toContain('Private:')
  expect(text).not.toContain('firm.example')
  expect(countCopies()).toBe(1)
}, 60_000)

test('looking at the page before a copy is made, or following a link to the file, makes none', async () => {
  const as = round.manager.id
  const shown = await server.request(preview(), { as })
  const words = await shown.text()
  expect(shown.status).toBe(200)
  expect(words).toContain('Copy of what is held about Ana Ribeiro')
  expect(words).toContain(`action="${paths.accessCopyPdf(candidate().id)}`)
  const followed = await server.request(paths.accessCopyPdf(candidate().id), { as })
  expect([followed.status, followed.headers.get('Location')]).toEqual([302, preview()])
  expect(countCopies()).toBe(1)
  expect((await server.request(preview(), { as: round.coordinator.id })).status).toBe(403)
  await ask(as)
  expect(countCopies()).toBe(2)
})

test('the candidate’s page leads to it for those who may, and nothing is left once the candidate is erased', async () => {
  const page = (as: string) => server.request(paths.candidate(candidate().id), { as })
  expect(await (await page(round.administrator.id)).text()).toContain(preview())
  expect(await (await page(round.coordinator.id)).text()).not.toContain(preview())
  server.db
    .update(tables.candidate)
    .set({ name: null, erasedAtMs: 1 })
    .where(eq(tables.candidate.id, candidate().id))
    .run()
  expect((await ask(round.administrator.id)).status).toBe(409)
})
