import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { can, accountLevels } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { auditEvent, competency, question } from '#db/schema/index.ts'
import type { Question } from '#rubrics/content.schema.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addContent, addPerson } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { addTwin } from '#tests/support/twin.ts'
import { readBankIndex, readCompetencyIndex } from './bank-index.server.ts'
import {
  decideDuplicate,
  findNearDuplicatesOf,
  listAlike,
  listDuplicateGroups,
  listNearDuplicates,
} from './use-cases.server.ts'

function firstShipped(): Question {
  const [first] = shippedRubrics().questions
  if (!first) throw new Error('no question')
  return first
}
const original = firstShipped()

/** The shipped bank and a team's copy of its first question. */
function start(access: Ctx['user']['access'] = 'manager') {
  const db = openTestDatabase()
  addContent(db)
  const user = addPerson(db, { access })
  const ctx: Ctx = { db, user, now: 1_000 }
  addTwin(db, original, { id: 'a-copy', title: 'A copy' })
  return ctx
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.kind)
  return result.value
}

const pair = { aId: original.id, bId: 'a-copy' }
const isPair = ({ a, b }: { a: { id: string }; b: { id: string } }) =>
  [a.id, b.id].sort().join() === [pair.aId, pair.bId].sort().join()

test('a copy is suggested, on the list and at the question', () => {
  const ctx = start()
  const list = must(listNearDuplicates(ctx))
  expect(list.suggested[0]).toMatchObject({ decision: null, score: expect.closeTo(1, 6) })
  expect(list.suggested.filter(isPair)).toHaveLength(1)
  const found = must(findNearDuplicatesOf(ctx, 'a-copy'))
  expect(found.pairs[0]).toMatchObject({ a: { id: 'a-copy' }, b: { id: original.id } })
  expect(must(findNearDuplicatesOf(ctx, original.id)).pairs[0]?.b.id).toBe('a-copy')
})

test('what somebody says moves the pair, is audited, and can be taken back', () => {
  const ctx = start()
  expect(must(decideDuplicate(ctx, { ...pair, verdict: 'same' }))).toEqual({ before: null })
  expect(must(listNearDuplicates(ctx)).confirmed.filter(isPair)).toHaveLength(1)
  expect(must(listDuplicateGroups(ctx))).toEqual([[pair.aId, pair.bId].sort()])
  expect(must(decideDuplicate(ctx, { ...pair, verdict: 'different' }))).toEqual({ before: 'same' })
  expect(must(listNearDuplicates(ctx)).dismissed.filter(isPair)).toHaveLength(1)
  expect(must(findNearDuplicatesOf(ctx, 'a-copy')).pairs.filter(isPair)).toEqual([])
  expect(must(listDuplicateGroups(ctx))).toEqual([])
  expect(must(decideDuplicate(ctx, { ...pair, verdict: null }))).toEqual({ before: 'different' })
  expect(must(listNearDuplicates(ctx)).suggested.filter(isPair)).toHaveLength(1)
  const events = ctx.db.select({ action: auditEvent.action }).from(auditEvent).all()
  expect(events.map((event) => event.action)).toEqual([
    'question-pair.decide',
    'question-pair.decide',
    'question-pair.undo',
  ])
  expect(verifyAuditChain(ctx.db).brokenAt).toBeNull()
})

test('the order of the two makes no difference, and saying the same again records nothing', () => {
  const ctx = start()
  must(decideDuplicate(ctx, { ...pair, verdict: 'same' }))
  expect(must(decideDuplicate(ctx, { aId: pair.bId, bId: pair.aId, verdict: 'same' }))).toEqual({
    before: 'same',
  })
  expect(ctx.db.select().from(auditEvent).all()).toHaveLength(1)
})

test.each(accountLevels.filter((access) => !can(access, 'bank.edit', 'other')))(
  'a person with the access %s reads what is alike and decides nothing',
  (access) => {
    const ctx = start(access)
    expect(decideDuplicate(ctx, { ...pair, verdict: 'same' })).toMatchObject({ error: { kind: 'forbidden' } })
    expect(must(listNearDuplicates(ctx))).toMatchObject({ mayDecide: false, confirmed: [] })
  },
)

test('a question that does not exist is not found, and one is no pair with itself', () => {
  const ctx = start()
  expect(findNearDuplicatesOf(ctx, 'nothing')).toMatchObject({ error: { kind: 'not-found' } })
  expect(decideDuplicate(ctx, { aId: 'a-copy', bId: 'nothing', verdict: 'same' })).toMatchObject({
    error: { kind: 'not-found' },
  })
  expect(decideDuplicate(ctx, { aId: 'a-copy', bId: 'a-copy', verdict: 'same' })).toMatchObject({
    error: { kind: 'invalid' },
  })
})

test('the index follows every change of the bank: a new wording, the archive, and back', () => {
  const ctx = start()
  const isThere = () => must(listNearDuplicates(ctx)).suggested.some(isPair)
  const archive = (archivedAtMs: number | null) =>
    write(ctx.db, (tx) => tx.update(question).set({ archivedAtMs }).where(eq(question.id, 'a-copy')).run())
  expect(isThere()).toBe(true)
  archive(5)
  expect(isThere()).toBe(false)
  archive(null)
  expect(isThere()).toBe(true)
  const [anchor] = original.rubrics
  addTwin(ctx.db, original, {
    id: 'a-copy',
    prompt: 'Who waters the ferns while the gardener is away?',
    intent: 'Ferns.',
    rubrics: anchor
      ? [{ ...anchor, anchors: anchor.anchors.map((item) => ({ ...item, text: 'Ferns.' })) }]
      : [],
    tags: ['motivation'],
  })
  expect(isThere()).toBe(false)
})

test('an archived question still says what it resembles among those in use', () => {
  const ctx = start()
  must(decideDuplicate(ctx, { ...pair, verdict: 'same' }))
  write(ctx.db, (tx) => tx.update(question).set({ archivedAtMs: 5 }).where(eq(question.id, 'a-copy')).run())
  expect(must(findNearDuplicatesOf(ctx, 'a-copy')).pairs[0]).toMatchObject({
    b: { id: original.id },
    score: expect.closeTo(1, 1),
    decision: { verdict: 'same' },
  })
  expect(must(listNearDuplicates(ctx)).confirmed).toEqual([])
})

test('a text from outside finds its question by the prompt alone', () => {
  const { index } = readBankIndex(start().db)
  const [first, second] = index.similarTo({ id: '', prompt: original.prompt })
  expect([first?.id, second?.id].sort()).toEqual([pair.aId, pair.bId].sort())
  expect(first?.score).toBeCloseTo(1, 6)
  expect(index.similarTo({ id: '', prompt: 'Who waters the ferns?' })).toEqual([])
})

test('what is alike among the questions of a panel comes with whether somebody said so', () => {
  const ctx = start()
  const ids = [original.id, 'a-copy', 'nothing']
  const ofPanel = () => must(listAlike(ctx, ids)).filter(({ otherId }) => ids.includes(otherId))
  expect(ofPanel().map(({ isConfirmed }) => isConfirmed)).toEqual([false, false])
  must(decideDuplicate(ctx, { ...pair, verdict: 'same' }))
  expect(ofPanel().map(({ isConfirmed }) => isConfirmed)).toEqual([true, true])
  must(decideDuplicate(ctx, { ...pair, verdict: 'different' }))
  expect(ofPanel()).toEqual([])
})

test('of a bank too large to compare, what people said asks the same is given still', () => {
  const ctx = start()
  const ids = [original.id, 'a-copy', 'nothing']
  expect(must(listAlike(ctx, ids, 1))).toEqual([])
  must(decideDuplicate(ctx, { ...pair, verdict: 'same' }))
  const given = must(listAlike(ctx, ids, 1))
  expect(given.map(({ id, otherId, isConfirmed }) => [id, otherId, isConfirmed]).sort()).toEqual(
    [
      [original.id, 'a-copy', true],
      ['a-copy', original.id, true],
    ].sort(),
  )
  expect(must(listAlike(ctx, ['nothing'], 1))).toEqual([])
  must(decideDuplicate(ctx, { ...pair, verdict: 'different' }))
  expect(must(listAlike(ctx, ids, 1))).toEqual([])
})

test('the words of a question suggest its competency, as competencies stand now', () => {
  const { db } = start()
  const { prompt, intent, primaryCompetency } = original
  const suggested = () => readCompetencyIndex(db).suggestFor({ id: '', prompt, intent })[0]?.competencyId
  expect(suggested()).toBe(primaryCompetency)
  write(db, (tx) =>
    tx.update(competency).set({ archivedAtMs: 5 }).where(eq(competency.id, primaryCompetency)).run(),
  )
  expect(suggested()).not.toBe(primaryCompetency)
})
