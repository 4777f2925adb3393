import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#app/domains/people/person.ts'
import { couldReadTag } from '#app/domains/scorecards/could-read.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { application, scorecard, session, sessionInterviewer } from '#db/schema/scorecards.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { addPerson, addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 300 * 3_600_000
let server: TestServer
let round: Round
let used = 0

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 20 })
})
afterAll(() => server.close())

/** A candidate of their own for each test, all of whose cards but `without` are handed in for good. */
function nextCandidate(without: readonly number[] = []) {
  const at = used++
  const found = round.candidates[at]
  if (!found) throw new Error('the round has no more candidates')
  const cards = found.sessions.flatMap((held) => held.cards).map((_, index) => pickCard(round, index, at))
  for (const [index, card] of cards.entries())
    if (!without.includes(index)) fillCard(server.db, card, { now: now - 600_000 })
  const [first] = cards
  if (!first) throw new Error('the candidate has no session')
  return { ...found, cards, first, sealed: cards.length - without.length }
}

function newManager(): Person {
  return addPerson(server.db, { access: 'manager', name: `Lena ${newId().slice(-6)}` })
}
async function post(path: string, form: Record<string, string>): Promise<Response> {
  return server.request(path, { as: round.coordinator.id, form })
}
async function change(sessionId: string, form: Record<string, string>): Promise<void> {
  expect((await post(paths.session(sessionId), form)).status).toBe(302)
}
const add = (sessionId: string, person: Person, more: Record<string, string> = {}) =>
  change(sessionId, { intent: 'interviewers', addId: person.id, ...more })
const takeOut = (sessionId: string, person: Person) =>
  change(sessionId, { intent: 'interviewers', removeId: person.id })
const setStatus = (sessionId: string, status: string) => change(sessionId, { intent: 'status', status })

function isMarked(sessionId: string, userId: string): boolean | undefined {
  return server.db
    .select({ mark: sessionInterviewer.couldReadOthers })
    .from(sessionInterviewer)
    .where(and(eq(sessionInterviewer.sessionId, sessionId), eq(sessionInterviewer.userId, userId)))
    .get()?.mark
}
async function read(path: string, person: Person = round.coordinator): Promise<string> {
  const answer = await server.request(path, { as: person.id })
  expect(answer.status).toBe(200)
  return answer.text()
}
const willBeMarked = 'Their own will be marked.'

test('who could read everything and is added is told of before, and marked', async () => {
  const { first, sealed } = nextCandidate()
  const manager = newManager()
  expect(await read(paths.session(first.sessionId))).toContain(
    `${manager.name} could already read ${sealed} scorecards of this candidate. ${willBeMarked}`,
  )
  await add(first.sessionId, manager)
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
})

test('who takes a seat while a card is owed is not marked, and nothing is told', async () => {
  const { first } = nextCandidate([1])
  const manager = newManager()
  const page = await read(paths.session(first.sessionId))
  expect(page.includes(`${manager.name} (will be marked)`)).toBe(false)
  expect(page.includes(`${manager.name} could`)).toBe(false)
  await add(first.sessionId, manager)
  expect(isMarked(first.sessionId, manager.id)).toBe(false)
})

test('who replaces the last one who owes a card in one act could read nothing', async () => {
  const { first } = nextCandidate([1])
  const manager = newManager()
  const owing = pickCard(round, 1)
  await add(first.sessionId, manager, { removeId: owing.person.id })
  expect(isMarked(first.sessionId, manager.id)).toBe(false)
})

test('who is put in after the last one who owed a card was taken out could read them all', async () => {
  const { first } = nextCandidate([1])
  const manager = newManager()
  await takeOut(first.sessionId, pickCard(round, 1).person)
  await add(first.sessionId, manager)
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
})

test('an organiser who takes themselves out and puts themselves back is marked', async () => {
  const { first } = nextCandidate()
  const manager = newManager()
  const asManager = (form: Record<string, string>) =>
    server.request(paths.session(first.sessionId), { as: manager.id, form })
  write(server.db, (tx) =>
    tx
      .insert(sessionInterviewer)
      .values({ sessionId: first.sessionId, userId: manager.id, addedAtMs: now })
      .run(),
  )
  expect(isMarked(first.sessionId, manager.id)).toBe(false)
  await asManager({ intent: 'interviewers', removeId: manager.id })
  await asManager({ intent: 'interviewers', addId: manager.id })
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
})

test('closing the cards again before taking the seat does not hide that they were open', async () => {
  const { first } = nextCandidate()
  const manager = newManager()
  const late = addPerson(server.db, { access: 'interviewer', name: 'Lars Late' })
  await add(first.sessionId, late)
  expect(await read(paths.session(first.sessionId))).toContain(
    `${manager.name} could read scorecards of this candidate before. ${willBeMarked}`,
  )
  await add(first.sessionId, manager)
  await takeOut(first.sessionId, late)
  expect(isMarked(first.sessionId, late.id)).toBe(undefined)
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
})

test('a cancelled session that is planned again marks who could read meanwhile, and says so before', async () => {
  const { cards } = nextCandidate([0, 1])
  const [held] = cards
  if (!held) throw new Error('no card')
  const manager = newManager()
  await add(held.sessionId, manager)
  expect(isMarked(held.sessionId, manager.id)).toBe(false)
  await setStatus(held.sessionId, 'cancelled')
  expect(await read(paths.session(held.sessionId))).toContain(`${manager.name} could already read`)
  await setStatus(held.sessionId, 'planned')
  expect(isMarked(held.sessionId, manager.id)).toBe(true)
  expect(isMarked(held.sessionId, held.person.id)).toBe(false)
})

test('a shadow is marked too, and stays so as an interviewer', async () => {
  const { first } = nextCandidate()
  const manager = newManager()
  await add(first.sessionId, manager, { seat: 'shadow' })
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
  await change(first.sessionId, { intent: 'seat', personId: manager.id, seat: 'interviewer' })
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
})

test('an interviewer made a shadow while others owe cards, and back, could read nothing', async () => {
  const { first } = nextCandidate([0])
  await change(first.sessionId, { intent: 'seat', personId: first.person.id, seat: 'shadow' })
  await change(first.sessionId, { intent: 'seat', personId: first.person.id, seat: 'interviewer' })
  expect(isMarked(first.sessionId, first.person.id)).toBe(false)
})

test('an interviewer who handed in and takes more seats is marked in each of them', async () => {
  const { first, sessions } = nextCandidate()
  const [, second, third] = sessions
  for (const held of [second, third]) {
    await add(held?.id ?? '', first.person)
    expect(isMarked(held?.id ?? '', first.person.id)).toBe(true)
  }
  expect(isMarked(first.sessionId, first.person.id)).toBe(false)
})

test('who looked ahead is marked', async () => {
  const { first, applicationId } = nextCandidate([1])
  const manager = newManager()
  const path = `${paths.application(applicationId)}?index`
  await server.request(path, { as: manager.id, form: { reason: 'The offer has to go out tonight.' } })
  await add(first.sessionId, manager)
  expect(isMarked(first.sessionId, manager.id)).toBe(true)
})

test('who typed in a card from paper is marked, even before anything is handed in', async () => {
  const all = pickCard(round, 0, used)
  const count = round.candidates[used]?.sessions.flatMap((held) => held.cards).length ?? 0
  const { first } = nextCandidate(Array.from({ length: count }, (_, index) => index))
  const typist = addPerson(server.db, { access: 'coordinator', name: 'Tina Typist' })
  const path = paths.transcribeScorecard(first.sessionId, first.person.id)
  const questionId = first.interview.questions[0]?.questionId ?? ''
  await server.request(path, {
    as: typist.id,
    form: { [`base.evidence:${questionId}`]: '0', [`evidence:${questionId}`]: 'From paper' },
  })
  const entered = server.db.select().from(scorecard).where(eq(scorecard.id, all.cardId)).get()
  expect(entered?.enteredBy).toBe(typist.id)
  await add(first.sessionId, typist)
  expect(isMarked(first.sessionId, typist.id)).toBe(true)
})

test('a loop that seats a reader warns first, and marks', async () => {
  const { first, applicationId, sealed } = nextCandidate([0, 1])
  const manager = newManager()
  await setStatus(first.sessionId, 'cancelled')
  const form = {
    formKey: newId(),
    zone: 'Europe/London',
    date: '2026-10-01',
    [`time.${first.interview.id}`]: '09:00',
    [`who.${first.interview.id}.0`]: manager.id,
  }
  const path = paths.planLoop(applicationId)
  const warned = await post(path, form)
  expect(await warned.text()).toContain(`${manager.name} could already read ${sealed} scorecards`)
  expect((await post(path, { ...form, anyway: '1' })).status).toBe(302)
  const planned = server.db
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.applicationId, applicationId), eq(session.interviewId, first.interview.id)))
    .all()
    .find((row) => row.id !== first.sessionId)
  expect(isMarked(planned?.id ?? '', manager.id)).toBe(true)
})

test('a guest is never marked', async () => {
  const { first } = nextCandidate()
  const form = { intent: 'add', formKey: newId(), name: 'Ines Okafor', note: 'Legal', email: '', hours: '48' }
  expect((await post(paths.sessionGuests(first.sessionId), form)).status).toBe(201)
  const rows = server.db
    .select({ mark: sessionInterviewer.couldReadOthers })
    .from(sessionInterviewer)
    .where(eq(sessionInterviewer.sessionId, first.sessionId))
    .all()
  expect(rows).toHaveLength(3)
  expect(rows.some((row) => row.mark)).toBe(false)
})

test('a seat that comes back with a restored application is marked for what another panel shows', async () => {
  const candidate = nextCandidate()
  const other = addRound(server.db, { candidates: 0 })
  const manager = newManager()
  const elsewhere = { applicationId: newId(), sessionId: newId() }
  write(server.db, (tx) => {
    tx.insert(application)
      .values({
        id: elsewhere.applicationId,
        candidateId: candidate.id,
        panelId: other.panelId,
        createdAtMs: now,
      })
      .run()
    tx.insert(session)
      .values({
        id: elsewhere.sessionId,
        applicationId: elsewhere.applicationId,
        panelVersionId: other.panelVersionId,
        interviewId: other.snapshot.interviews[0]?.id ?? '',
        status: 'planned',
        createdAtMs: now,
      })
      .run()
    tx.insert(sessionInterviewer)
      .values({ sessionId: elsewhere.sessionId, userId: manager.id, addedAtMs: now })
      .run()
  })
  const path = paths.candidate(candidate.id)
  for (const intent of ['withdraw', 'restore'])
    expect((await post(path, { intent, applicationId: elsewhere.applicationId })).status).toBe(302)
  expect(isMarked(elsewhere.sessionId, manager.id)).toBe(true)
})

test('a marked card says so wherever it is shown or counts, and to nobody who may not see it', async () => {
  const { first, applicationId } = nextCandidate()
  const manager = newManager()
  await add(first.sessionId, manager)
  const { id } = server.db
    .select({ id: scorecard.id })
    .from(scorecard)
    .where(and(eq(scorecard.sessionId, first.sessionId), eq(scorecard.interviewerId, manager.id)))
    .get() ?? { id: '' }
  const tells = async (path: string, words: string) => (await read(path, round.manager)).includes(words)
  expect(await tells(paths.application(applicationId), couldReadTag)).toBe(false)
  fillCard(server.db, { ...first, cardId: id, person: manager }, { now: now - 600_000, level: 4 })
  expect(await tells(paths.application(applicationId), couldReadTag)).toBe(true)
  expect(await tells(paths.scorecard(id), couldReadTag)).toBe(true)
  expect(await tells(paths.comparison(round.panelId), '1 could read others first')).toBe(true)
  expect(await tells(paths.comparisonCsv(round.panelId), '1 of 3 could read others first')).toBe(true)
  const pdf = async (path: string) => {
    const answer = await server.request(path, { as: round.manager.id })
    return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages.join(' ').replace(/\s+/g, ' ')
  }
  expect(await pdf(paths.scorecardPdf(id))).toContain('could already read other scorecards')
  expect(await pdf(paths.debriefPdf(round.panelId))).toContain(couldReadTag)
})
