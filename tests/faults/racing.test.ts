import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { report } from '#tests/support/faults.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'
import { sendAs } from '#tests/support/typing.ts'

let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer()
  round = addRound(server.db, { candidates: 1 })
})
afterAll(() => server.close())

/** Sends each operation in a request of its own, all at once. */
async function race(
  card: ReturnType<typeof pickCard>,
  operations: readonly { opId: string; field: string; base: number; value: unknown }[],
) {
  const cookie = server.cookieOf(card.person.id)
  const answered = await Promise.all(
    operations.map((operation) => sendAs(server.url, cookie, [{ scorecardId: card.cardId, ...operation }])),
  )
  return answered.map((entry) => entry?.answers[0])
}

test('of twenty equal submits at once one is applied, and all get the same answer', async () => {
  const card = pickCard(round, 0)
  fillCard(server.db, card, { now: roundStartMs, submit: false })
  const before = verifyAuditChain(server.db).events
  const submit = { opId: randomUUID(), field: 'submit', base: 0, value: true }
  const answers = await race(
    card,
    Array.from({ length: 20 }, () => submit),
  )
  expect(answers[0]).toMatchObject({ outcome: 'applied', version: 1 })
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(verifyAuditChain(server.db)).toEqual({ events: before + 1, brokenAt: null })
  const submissions = listOperations(server.db, card.cardId).filter(({ field }) => field === 'submit')
  expect(submissions).toHaveLength(1)
  report('20 equal submits at once', { sent: answers.length, applied: submissions.length })
})

test('of twenty submits by as many tabs at once one is applied, and all are told that it is submitted', async () => {
  const card = pickCard(round, 1)
  fillCard(server.db, card, { now: roundStartMs, submit: false })
  const before = verifyAuditChain(server.db).events
  const answers = await race(
    card,
    Array.from({ length: 20 }, () => ({ opId: randomUUID(), field: 'submit', base: 0, value: true })),
  )
  const atMs = listFields(server.db, [card.cardId]).get(card.cardId)?.submit?.atMs
  for (const answer of answers) expect(answer).toMatchObject({ outcome: 'applied', version: 1, atMs })
  expect(verifyAuditChain(server.db).events).toBe(before + 1)
})

test('of fifty racing edits of one field one is applied, forty-nine are conflicts that carry it, and all fifty texts are kept', async () => {
  const card = pickCard(round, 2)
  const texts = Array.from({ length: 50 }, (_, i) => `text ${i}`)
  const edits = texts.map((value) => ({ opId: randomUUID(), field: 'summary:for', base: 0, value }))
  const answers = await race(card, edits)
  const applied = answers.flatMap((answer, i) => (answer?.outcome === 'applied' ? [i] : []))
  expect(applied).toHaveLength(1)
  const winner = texts[applied[0] ?? -1]
  const conflicts = answers.filter((answer) => answer?.outcome === 'conflict')
  expect(conflicts).toHaveLength(49)
  for (const conflict of conflicts) expect(conflict).toMatchObject({ version: 1, value: winner })
  expect(listFields(server.db, [card.cardId]).get(card.cardId)?.['summary:for']).toMatchObject({
    version: 1,
    value: winner,
  })
  const kept = listOperations(server.db, card.cardId).map(({ opId, value }) => [opId, value])
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(edits.map(({ opId, value }) => [opId, value])))

  // Sent again, each gets what it got first.
  expect(await race(card, edits)).toEqual(answers)
  expect(listOperations(server.db, card.cardId)).toHaveLength(50)
  report('50 racing edits of one field', {
    sent: 100,
    applied: applied.length,
    conflicts: conflicts.length,
    'texts kept': kept.length,
  })
})
