import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Person } from '#app/domains/people/person.ts'
import { scorecard, session } from '#db/schema/scorecards.ts'
import { write } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { maxAdded, newAddedId } from './added-question.ts'
import type { Operation } from './field.schema.ts'
import { createSaver } from './group-commit.server.ts'
import { listOperations } from './operations-store.server.ts'
import type { OperationAnswer } from './operation.ts'

const hour = 3_600_000
const plus = newAddedId('0190a2b4-0000-7000-8000-000000000001')

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const clock = { now: roundStartMs + hour }
  const save = createSaver({ db, now: () => clock.now })
  const [writer, colleague] = round.interviewers
  const interview = round.snapshot.interviews[0]
  const card = round.candidates[0]?.sessions[0]?.cards.find((entry) => entry.interviewerId === writer?.id)
  if (!writer || !colleague || !interview || !card) throw new Error('the round is too small')
  const op = (field: string, base: number, value: unknown): Operation => ({
    opId: randomUUID(),
    scorecardId: card.id,
    field,
    base,
    value,
  })
  const one = async (operation: Operation, who: Person = writer): Promise<OperationAnswer> => {
    const [answer] = await save(who, [operation])
    if (!answer) throw new Error('no answer')
    return answer
  }
  const fill = async () => {
    const operations = interview.questions.map((q) =>
      op(`rating:${q.questionId}`, 0, { state: 'rated', level: 2 }),
    )
    await save(writer, [...operations, op('recommendation', 0, 'yes')])
  }
  return { db, round, clock, save, one, op, fill, writer, colleague, interview, cardId: card.id }
}

function firstQuestion(interview: ReturnType<typeof setUp>['interview']): string {
  return interview.questions[0]?.questionId ?? ''
}

test('an operation on the present version is applied and raises it', async () => {
  const { one, op, clock } = setUp()
  expect(await one(op('summary:for', 0, 'Clear'))).toMatchObject({
    outcome: 'applied',
    version: 1,
    atMs: clock.now,
  })
  expect(await one(op('summary:for', 1, 'Clearer'))).toMatchObject({ outcome: 'applied', version: 2 })
})

test('an operation on an older version is a conflict with the server’s value, and its text is kept', async () => {
  const { db, one, op, cardId } = setUp()
  await one(op('summary:for', 0, 'first'))
  expect(await one(op('summary:for', 0, 'second'))).toMatchObject({
    outcome: 'conflict',
    version: 1,
    value: 'first',
  })
  expect(listOperations(db, cardId).map((row) => [row.outcome, row.value])).toEqual([
    ['applied', 'first'],
    ['conflict', 'second'],
  ])
})

test('a replayed operation gets its first answer, whatever happened since', async () => {
  const { one, op } = setUp()
  const first = op('summary:for', 0, 'first')
  const lost = op('summary:for', 0, 'lost')
  const answer = await one(first)
  const conflict = await one(lost)
  await one(op('summary:for', 1, 'newer'))
  expect(await one(first)).toEqual(answer)
  expect(await one(lost)).toEqual(conflict)
  const early = op('submit', 0, true)
  const refusal = await one(early)
  expect(refusal.outcome).toBe('refused')
  expect(await one(early)).toEqual(refusal)
})

test('an operation id used again for something else is refused and changes nothing', async () => {
  const { db, one, op, cardId } = setUp()
  const first = op('summary:for', 0, 'first')
  await one(first)
  expect(await one({ ...first, value: 'other' })).toMatchObject({ outcome: 'reused' })
  expect(await one({ ...first, base: 1 })).toMatchObject({ outcome: 'reused' })
  expect(listOperations(db, cardId)).toHaveLength(1)
})

test('of fifty racing edits one is applied, forty-nine are conflicts, and all fifty texts are in the log', async () => {
  const { db, one, op, cardId } = setUp()
  const texts = Array.from({ length: 50 }, (_, i) => `text ${i}`)
  const answers = await Promise.all(texts.map((text) => one(op('summary:against', 0, text))))
  expect(answers.filter((answer) => answer.outcome === 'applied')).toHaveLength(1)
  expect(answers.filter((answer) => answer.outcome === 'conflict')).toHaveLength(49)
  expect(
    listOperations(db, cardId)
      .map((row) => row.value)
      .sort(),
  ).toEqual([...texts].sort())
})

test('twenty submits at once are one submission', async () => {
  const { db, one, op, fill } = setUp()
  await fill()
  const before = verifyAuditChain(db).events
  const same = op('submit', 0, true)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => one(i % 2 === 0 ? same : op('submit', 0, true))),
  )
  expect(answers.map((answer) => answer.outcome)).toEqual(Array.from({ length: 20 }, () => 'applied'))
  expect(verifyAuditChain(db).events).toBe(before + 1)
})

test('submitting locks the card and freezes what it said', async () => {
  const { db, one, op, fill, cardId, interview } = setUp()
  await fill()
  await one(op('submit', 0, true))
  expect(await one(op('summary:for', 0, 'late'))).toMatchObject({ outcome: 'refused' })
  const row = db.select().from(scorecard).where(eq(scorecard.id, cardId)).get()
  expect(row?.status).toBe('submitted')
  expect(row?.submitted?.questions[firstQuestion(interview)]?.rating).toEqual({ state: 'rated', level: 2 })
})

test('an incomplete card is not submitted, and the answer names each place', async () => {
  const { one, op, interview } = setUp()
  await one(op(`rating:${firstQuestion(interview)}`, 0, { state: 'rated', level: 4 }))
  const answer = await one(op('submit', 0, true))
  if (answer.outcome !== 'refused') throw new Error(answer.outcome)
  expect(answer.message).toMatch(/Question 1, .*: write the evidence for 4/)
  expect(answer.message).toMatch(/Question 2, .*: rate it/)
  expect(answer.message).toMatch(/choose a recommendation/)
})

test('a submission can be undone after 59.999 seconds and not after 60', async () => {
  const inTime = setUp()
  await inTime.fill()
  await inTime.one(inTime.op('submit', 0, true))
  inTime.clock.now += 59_999
  expect(await inTime.one(inTime.op('undo-submit', 1, true))).toMatchObject({
    outcome: 'applied',
    version: 2,
  })
  expect(await inTime.one(inTime.op('summary:for', 0, 'more'))).toMatchObject({ outcome: 'applied' })

  const late = setUp()
  await late.fill()
  await late.one(late.op('submit', 0, true))
  late.clock.now += 60_000
  expect(await late.one(late.op('undo-submit', 1, true))).toMatchObject({ outcome: 'refused' })
})

test('a submit that arrives again after an undo does not submit again', async () => {
  const { one, op, fill } = setUp()
  await fill()
  await one(op('submit', 0, true))
  await one(op('undo-submit', 1, true))
  expect(await one(op('submit', 0, true))).toMatchObject({ outcome: 'conflict', version: 2 })
  expect(await one(op('submit', 2, true))).toMatchObject({ outcome: 'applied', version: 3 })
})

test('nobody else can write to a card, and it looks as if it did not exist', async () => {
  const { one, op, round, colleague } = setUp()
  const operation = op('summary:for', 0, 'mine now')
  const answers = [
    await one(operation, colleague),
    await one(operation, round.manager),
    await one(operation, round.administrator),
    await one({ ...operation, scorecardId: 'none' }),
  ]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]?.outcome).toBe('not-found')
})

test.each([
  ['a level that the scale lacks', 'rating', { state: 'rated', level: 5 }],
  ['a level of zero', 'rating', { state: 'rated', level: 0 }],
  ['an unknown state', 'rating', { state: 'guessed' }],
  ['an extra key', 'rating', { state: 'not-asked', level: 1 }],
  ['a signal of another question', 'signals', ['Knows everything']],
  ['a probe of another question', 'probes', ['Why are you here?']],
  ['a probe of an unplanned question', `probes:${plus}`, []],
  ['a text that is too long', 'evidence', 'x'.repeat(20_001)],
  ['a number for a text', 'evidence', 7],
  ['a question of another interview', 'evidence:nothing-like-this', 'text'],
  ['an unknown field', 'mood', 'good'],
  [
    'an unplanned question under a name of another kind',
    'added:mine',
    { title: '', prompt: 'x', bankQuestionId: null },
  ],
  ['an unplanned question without words', `added:${plus}`, { title: '', prompt: ' ', bankQuestionId: null }],
  ['a signal of an unplanned question', `signals:${plus}`, []],
  ['an order with a stranger', 'order', ['nothing-like-this']],
  ['an order that names one twice', 'order', [plus, plus]],
  ['a clock on a stranger', 'clock', { startedAtMs: 1, spentMs: { stranger: 1 }, running: null }],
  ['a clock that ran backwards', 'clock', { startedAtMs: 1, spentMs: { '-': -1 }, running: null }],
])('%s is refused', async (_name, field, value) => {
  const { one, op, interview } = setUp()
  const name = /^(rating|signals|probes|evidence)$/.test(field)
    ? `${field}:${firstQuestion(interview)}`
    : field
  const answer = await one(op(name, 0, value))
  expect(answer.outcome).toBe('refused')
})

test('a card of a cancelled session keeps saving but cannot be submitted', async () => {
  const { db, one, op, fill, round } = setUp()
  await fill()
  const sessionId = round.candidates[0]?.sessions[0]?.id ?? ''
  write(db, (tx) => tx.update(session).set({ status: 'cancelled' }).where(eq(session.id, sessionId)).run())
  expect(await one(op('summary:for', 0, 'kept'))).toMatchObject({ outcome: 'applied' })
  expect(await one(op('submit', 0, true))).toMatchObject({ outcome: 'refused' })
})

test('an unplanned question is kept with its notes and its rating, and frozen with the card', async () => {
  const { db, one, op, fill, cardId, clock, interview } = setUp()
  await fill()
  const started = { startedAtMs: clock.now, spentMs: {}, running: { questionId: plus, sinceMs: clock.now } }
  const question = { title: '', prompt: 'Who watched it?', bankQuestionId: null }
  for (const [field, value] of [
    [`added:${plus}`, question],
    [`rating:${plus}`, { state: 'rated', level: 3 }],
    [`evidence:${plus}`, 'A dashboard'],
    ['order', [plus, ...interview.questions.map((entry) => entry.questionId)]],
    ['clock', started],
  ] as const) {
    expect(await one(op(field, 0, value))).toMatchObject({ outcome: 'applied' })
  }
  clock.now += 120_000
  await one(op('submit', 0, true))
  const submitted = db.select().from(scorecard).where(eq(scorecard.id, cardId)).get()?.submitted
  expect(submitted?.added).toMatchObject([{ ...question, id: plus, evidence: 'A dashboard' }])
  expect(submitted?.order[0]).toBe(plus)
  expect(submitted?.clock).toMatchObject({ spentMs: { [plus]: 120_000 }, running: null })
})

test('a card holds so many unplanned questions and no more; one taken off makes room', async () => {
  const { one, op } = setUp()
  const question = { title: '', prompt: 'And then?', bankQuestionId: null }
  const ids = Array.from({ length: maxAdded + 1 }, () => newAddedId(randomUUID()))
  for (const id of ids.slice(0, maxAdded)) {
    expect(await one(op(`added:${id}`, 0, question))).toMatchObject({ outcome: 'applied' })
  }
  const last = `added:${ids[maxAdded]}`
  expect(await one(op(last, 0, question))).toMatchObject({ outcome: 'refused' })
  expect(await one(op(`added:${ids[0]}`, 1, { ...question, prompt: 'Changed' }))).toMatchObject({
    outcome: 'applied',
  })
  await one(op(`added:${ids[0]}`, 2, null))
  expect(await one(op(last, 0, question))).toMatchObject({ outcome: 'applied' })
})
