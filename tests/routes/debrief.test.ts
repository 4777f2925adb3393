import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import * as tables from '#db/schema/index.ts'
import { debrief, debriefTopic, finalRating } from '#db/schema/debrief.ts'
import { auditEvent } from '#db/schema/people.ts'
import { addToSession } from '#tests/support/shadow.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addPerson, addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 86_400_000
const sealedAtMs = now - 600_000
let server: TestServer
let round: Round
let applicationId: string
let shadow: ReturnType<typeof pickCard>

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db)
  applicationId = round.candidates[0]?.applicationId ?? ''
  shadow = addToSession(server.db, round, { of: 0 })
  fillCard(server.db, shadow, { now: sealedAtMs, level: 1, text: 'Seen from beside.' })
  const cards = round.candidates[0]?.sessions.flatMap((session) => session.cards) ?? []
  // The two of every interview are three levels apart.
  cards.forEach((_card, at) =>
    fillCard(server.db, pickCard(round, at), {
      now: sealedAtMs,
      level: at % 2 ? 4 : 1,
      text: `Heard by ${at}`,
    }),
  )
})
afterAll(() => server.close())

beforeEach(() => {
  write(server.db, (tx) => {
    tx.delete(finalRating).run()
    tx.delete(debriefTopic).run()
    tx.delete(debrief).run()
  })
})

const page = () => paths.debrief(applicationId)
const manager = () => round.manager.id

async function post(form: Record<string, string>, as: string): Promise<number> {
  const answer = await server.request(page(), { as, form })
  await answer.body?.cancel()
  return answer.status
}
async function start(): Promise<void> {
  expect(await post({ intent: 'start' }, manager())).toBe(302)
}
function readDebrief() {
  return server.db.select().from(debrief).where(eq(debrief.applicationId, applicationId)).get()
}
function firstKey(): string {
  return readDebrief()?.topicKey ?? ''
}
function rateForm(index: number, change: Record<string, string> = {}) {
  const card = pickCard(round, index)
  return {
    intent: 'rate',
    scorecardId: card.cardId,
    questionId: card.interview.questions[0]?.questionId ?? '',
    base: '0',
    level: '3',
    reason: 'The other interview heard the whole story.',
    ...change,
  }
}
function listFinals() {
  return server.db.select().from(finalRating).all()
}

test('whoever leads starts it once, and everybody is at the widest disagreement, the least experienced first', async () => {
  await start()
  await start()
  const rows = server.db.select().from(debrief).all()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ leadId: manager(), turn: 0, timerEndsAtMs: null, lockedAtMs: null })
  expect(rows[0]?.speakers[0]).toBe(pickCard(round, 0).person.id)
  const events = server.db.select().from(auditEvent).where(eq(auditEvent.action, 'debrief.start')).all()
  expect(events.filter((event) => event.subjectId === rows[0]?.id)).toHaveLength(1)
  const text = await (await server.request(page(), { as: pickCard(round, 0).person.id })).text()
  expect(text).toContain('3 levels apart')
  expect(text).toContain('Heard by 0')
  expect(text).toContain('Heard by 1')
})

test.each([
  ['an interviewer', () => pickCard(round, 0).person.id, 403],
  ['an observer', () => round.observer.id, 403],
  ['a coordinator', () => round.coordinator.id, 403],
  ['an interviewer of others', () => round.interviewers.at(-1)?.id ?? '', 403],
])('%s does not start it', async (_who, as, status) => {
  expect(await post({ intent: 'start' }, as())).toBe(status)
  expect(readDebrief()).toBeUndefined()
})

test('a debrief of a candidate whose cards are not all in does not start, and says how many are', async () => {
  const other = paths.debrief(round.candidates[1]?.applicationId ?? '')
  const answer = await server.request(other, { as: manager(), form: { intent: 'start' } })
  expect(answer.status).toBe(409)
  const text = await (await server.request(other, { as: manager() })).text()
  expect(text).toMatch(/0 of \d+ scorecards are in/)
  expect(text).not.toContain('Start the debrief')
})

const moves: [string, () => Record<string, string>, object][] = [
  ['the topic', () => ({ intent: 'topic', topicKey: 'decide' }), { topicKey: 'decide', turn: 0 }],
  ['the turn', () => ({ intent: 'turn', turn: '2' }), { turn: 2 }],
  ['the timer', () => ({ intent: 'timer', minutes: '5' }), { timerEndsAtMs: now + 300_000 }],
  ['two minutes more', () => ({ intent: 'more' }), { timerEndsAtMs: now + 120_000 }],
  ['the timer, stopped', () => ({ intent: 'stop' }), { timerEndsAtMs: null }],
]

test.each(moves)('whoever leads sets %s, and every change counts', async (_what, form, expected) => {
  await start()
  expect(await post(form(), manager())).toBe(302)
  expect(readDebrief()).toMatchObject({ ...expected, revision: 2 })
})

test('a new topic gives the word to the first speaker again and stops the timer', async () => {
  await start()
  await post({ intent: 'turn', turn: '3' }, manager())
  await post({ intent: 'timer', minutes: '5' }, manager())
  await post({ intent: 'topic', topicKey: 'decide' }, manager())
  expect(readDebrief()).toMatchObject({ turn: 0, timerEndsAtMs: null })
})

test('whoever leads puts the speakers in another order', async () => {
  await start()
  const before = readDebrief()?.speakers ?? []
  const last = before.at(-1) ?? ''
  await post({ intent: 'order', personId: last, to: '0' }, manager())
  expect(readDebrief()?.speakers).toEqual([last, ...before.slice(0, -1)])
  await post({ intent: 'order', personId: manager(), to: '0' }, manager())
  expect(readDebrief()?.speakers).toEqual([last, ...before.slice(0, -1)])
})

test('a competency without a flag can be talked about, and taken off again while nothing was noted', async () => {
  await start()
  const question = pickCard(round, 0).interview.questions[0]
  const competencyId = question?.content.primaryCompetency ?? ''
  await post({ intent: 'add', topicKey: competencyId }, manager())
  expect(server.db.select().from(debriefTopic).all()).toMatchObject([{ topicKey: competencyId, version: 0 }])
  await post({ intent: 'remove', topicKey: competencyId }, manager())
  expect(server.db.select().from(debriefTopic).all()).toEqual([])
  await post({ intent: 'note', topicKey: competencyId, base: '0', note: 'Agreed.' }, manager())
  await post({ intent: 'remove', topicKey: competencyId }, manager())
  expect(server.db.select().from(debriefTopic).all()).toHaveLength(1)
})

test('what is no competency of the panel is no topic', async () => {
  await start()
  expect(await post({ intent: 'topic', topicKey: 'nothing' }, manager())).toBe(404)
  expect(await post({ intent: 'note', topicKey: 'nothing', base: '0', note: 'x' }, manager())).toBe(404)
  expect(await post({ intent: 'add', topicKey: 'nothing' }, manager())).toBe(404)
  expect(await post({ intent: 'remove', topicKey: 'nothing' }, manager())).toBe(404)
  expect(await post({ intent: 'done', topicKey: 'nothing', isDone: 'yes' }, manager())).toBe(404)
  expect(server.db.select().from(debriefTopic).all()).toEqual([])
})

test('nobody but whoever leads moves the meeting or writes its notes', async () => {
  await start()
  const revision = readDebrief()?.revision
  const forms = [
    ...moves.map(([, form]) => form()),
    { intent: 'order', personId: manager(), to: '0' },
    { intent: 'add', topicKey: firstKey() },
    { intent: 'remove', topicKey: firstKey() },
    { intent: 'done', topicKey: firstKey(), isDone: 'yes' },
    { intent: 'note', topicKey: firstKey(), base: '0', note: 'Mine' },
  ]
  for (const form of forms) {
    for (const as of [pickCard(round, 0).person.id, round.observer.id, round.coordinator.id]) {
      expect([form.intent, await post(form, as)]).toEqual([form.intent, 403])
    }
  }
  expect(readDebrief()?.revision).toBe(revision)
})

test('a note written on top of an old one is refused, and what was typed comes back beside what stands', async () => {
  await start()
  const topicKey = firstKey()
  expect(await post({ intent: 'note', topicKey, base: '0', note: 'First words' }, manager())).toBe(302)
  const answer = await server.request(page(), {
    as: round.administrator.id,
    form: { intent: 'note', form: `note ${topicKey}`, topicKey, base: '0', note: 'Other words' },
  })
  expect(answer.status).toBe(409)
  const text = await answer.text()
  expect(text).toContain('First words')
  expect(text).toContain('Other words')
  expect(server.db.select().from(debriefTopic).all()).toMatchObject([{ note: 'First words', version: 1 }])
  expect(await post({ intent: 'note', topicKey, base: '1', note: 'Both' }, round.administrator.id)).toBe(302)
  expect(server.db.select().from(debriefTopic).all()).toMatchObject([{ note: 'Both', version: 2 }])
})

test('marking a topic as done overtakes nobody who writes its note', async () => {
  await start()
  const topicKey = firstKey()
  await post({ intent: 'done', topicKey, isDone: 'yes' }, manager())
  expect(await post({ intent: 'note', topicKey, base: '0', note: 'Words' }, manager())).toBe(302)
  expect(server.db.select().from(debriefTopic).all()).toMatchObject([
    { isDone: true, note: 'Words', version: 1 },
  ])
})

test('a final rating stands beside the initial one, with every change, for everybody to read', async () => {
  await start()
  const own = pickCard(round, 0)
  expect(await post(rateForm(0), own.person.id)).toBe(302)
  const changed = rateForm(0, { base: '1', level: '4', reason: 'And the reference says the same.' })
  expect(await post(changed, own.person.id)).toBe(302)
  expect(listFinals()).toMatchObject([
    { version: 1, level: 3, userId: own.person.id },
    { version: 2, level: 4 },
  ])
  const text = await (await server.request(`${page()}?topic=decide`, { as: round.observer.id })).text()
  expect(text).toContain('And the reference says the same.')
  expect(await post(rateForm(0, { base: '2', level: '' }), own.person.id)).toBe(302)
  expect(listFinals()).toMatchObject([{ level: 3 }, { level: 4 }, { level: null }])
  const card = await (await server.request(paths.scorecard(own.cardId), { as: own.person.id })).text()
  expect(card).toContain('Heard by 0')
})

test.each<[string, () => Record<string, string>, () => string, number]>([
  ['somebody else’s card', () => rateForm(0), () => pickCard(round, 1).person.id, 404],
  ['a card that the manager reads', () => rateForm(0), manager, 404],
  ['a card, as an observer', () => rateForm(0), () => round.observer.id, 403],
  ['a card of another candidate', () => rateForm(0), () => round.interviewers.at(-1)?.id ?? '', 404],
  [
    'a question that is not on the card',
    () => rateForm(0, { questionId: 'none' }),
    () => pickCard(round, 0).person.id,
    404,
  ],
  [
    'a question of another interview',
    () => rateForm(0, { questionId: rateForm(2)['questionId'] }),
    () => pickCard(round, 0).person.id,
    404,
  ],
  ['without a reason', () => rateForm(0, { reason: '' }), () => pickCard(round, 0).person.id, 422],
  [
    'to a level that there is not',
    () => rateForm(0, { level: '9' }),
    () => pickCard(round, 0).person.id,
    422,
  ],
  ['on top of a change not seen', () => rateForm(0, { base: '4' }), () => pickCard(round, 0).person.id, 409],
  [
    'taken back that was never given',
    () => rateForm(0, { level: '' }),
    () => pickCard(round, 0).person.id,
    422,
  ],
  ['of a shadow', () => rateForm(0, { scorecardId: shadow.cardId }), () => shadow.person.id, 409],
])('a final rating is refused: %s', async (_what, form, as, status) => {
  await start()
  expect(await post(form(), as())).toBe(status)
  expect(listFinals()).toEqual([])
})

test('a refused final rating keeps what was typed', async () => {
  await start()
  const form = { ...rateForm(0, { level: '4', reason: 'short' }), form: 'rate x' }
  const { scorecardId, questionId } = form
  const answer = await server.request(page(), {
    as: pickCard(round, 0).person.id,
    form: { ...form, form: `rate ${scorecardId} ${questionId}` },
  })
  const text = await answer.text()
  expect(text).toContain('Say in a sentence what changed your mind')
  expect(text).toMatch(/<textarea[^>]*>short<\/textarea>/)
})

test('once it is locked nothing of it changes any more', async () => {
  await start()
  write(server.db, (tx) => tx.update(debrief).set({ lockedAtMs: now }).run())
  const own = pickCard(round, 0).person.id
  expect(await post(rateForm(0), own)).toBe(409)
  const topicKey = firstKey()
  const others = [
    { intent: 'order', personId: own, to: '0' },
    { intent: 'add', topicKey },
    { intent: 'remove', topicKey },
    { intent: 'done', topicKey, isDone: 'yes' },
  ]
  for (const form of [...moves.map(([, make]) => make()), ...others])
    expect([form.intent, await post(form, manager())]).toEqual([form.intent, 409])
  expect(await post({ intent: 'note', topicKey: firstKey(), base: '0', note: 'Late' }, manager())).toBe(409)
  const text = await (await server.request(page(), { as: own })).text()
  expect(text).toContain('This debrief is locked')
  expect(text).not.toContain('Change my rating')
})

test('guests never take part, interviewers of others find nothing', async () => {
  await start()
  const guest = await addGuestTo(server.services, round, { candidate: 1 })
  expect((await server.request(page(), { as: guest.person.id })).status).toBe(403)
  expect((await server.request(paths.debriefEvents(applicationId), { as: guest.person.id })).status).toBe(403)
  const stranger = round.interviewers.at(-1)?.id ?? ''
  expect((await server.request(page(), { as: stranger })).status).toBe(404)
  expect((await server.request(paths.debriefEvents(applicationId), { as: stranger })).status).toBe(404)
})

test('whoever still owes a card reads only that they wait, and can do nothing', async () => {
  await start()
  const late = addToSession(server.db, round, {
    of: 1,
    seat: 'interviewer',
    person: addPerson(server.db, { access: 'manager', name: 'Lena Late' }),
  })
  const text = await (await server.request(page(), { as: late.person.id })).text()
  expect(text).toContain('you see the others a minute after you submit yours')
  expect(text).not.toContain('Heard by')
  for (const [, form] of moves) expect(await post(form(), late.person.id)).toBe(409)
  expect(await post({ intent: 'start' }, late.person.id)).toBe(409)
  expect((await server.request(paths.debriefEvents(applicationId), { as: late.person.id })).status).toBe(204)
  write(server.db, (tx) =>
    tx
      .update(tables.sessionInterviewer)
      .set({ removedAtMs: now })
      .where(
        and(
          eq(tables.sessionInterviewer.sessionId, late.sessionId),
          eq(tables.sessionInterviewer.userId, late.person.id),
        ),
      )
      .run(),
  )
})

test('what is no form of the page is refused in words', async () => {
  await start()
  expect(await post({ intent: 'nothing' }, manager())).toBe(422)
  expect(await post({ intent: 'turn', turn: '-1' }, manager())).toBe(422)
  expect(await post({ intent: 'timer', minutes: '999' }, manager())).toBe(422)
})
