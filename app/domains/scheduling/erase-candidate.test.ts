import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newAddedId } from '#app/domains/scorecards/added-question.ts'
import { amendScorecard } from '#app/domains/scorecards/amend.server.ts'
import { applyOperation } from '#app/domains/scorecards/operations.server.ts'
import { listVisibleScorecards, overrideVisibility } from '#app/domains/scorecards/use-cases.server.ts'
import { closeDatabase, openDatabase, write, type Db } from '#db/client.server.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import { migrate } from '#db/migrate.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { eraseCandidate } from './erase-use-cases.server.ts'

const now = roundStartMs + 86_400_000
const plus = newAddedId('0190a2b4-0000-7000-8000-000000000001')
const marker = 'zanzibarian'

/** A round whose first candidate is named, quoted and marked in every kind of field there is. */
function setUp() {
  const file = join(mkdtempSync(join(tmpdir(), 'erase-')), 'panelist.db')
  const db = openDatabase(file)
  migrate(db)
  const round = addRound(db)
  const [candidate] = round.candidates
  if (!candidate) throw new Error('no candidate')
  const secrets = [candidate.name, 'candidate1@example.org', marker]
  const text = `${candidate.name} <candidate1@example.org> ${marker}`
  const [submitted, draft, signalled] = [pickCard(round, 0), pickCard(round, 1), pickCard(round, 2)]

  const say = (card: typeof draft, values: readonly [string, unknown][], base = 0) =>
    write(db, (tx) => {
      for (const [field, value] of values)
        applyOperation({ db, user: card.person, now: now - 400_000 }, tx, {
          opId: randomUUID(),
          scorecardId: card.cardId,
          field,
          base,
          value,
        })
    })
  say(submitted, [
    ['recommendation:reason', text],
    ['nonsense', text],
    ['evidence:nonsense', text],
    [`added:${plus}`, { title: text, prompt: text, bankQuestionId: null }],
    [`evidence:${plus}`, text],
    [`answer:${plus}`, text],
    [`private:${plus}`, text],
  ])
  fillCard(db, submitted, { now: now - 300_000, text })
  fillCard(db, draft, { now: now - 300_000, text, submit: false })
  // Texts that were written over, so that pages of the file were freed before.
  const evidence = `evidence:${draft.interview.questions[0]?.questionId}`
  for (let version = 1; version < 60; version++)
    say(draft, [[evidence, `${text} `.repeat(20 * ((version * 7) % 11) + 1)]], version)
  say(draft, [[evidence, text]], 0)
  const question = signalled.interview.questions[0]
  say(signalled, [
    [`signals:${question?.questionId}`, question?.content.signals.strong.slice(0, 1)],
    ['recommendation', 'no-decision'],
    ['recommendation:reason', text],
  ])
  const amended = amendScorecard(
    { db, user: submitted.person, now },
    {
      scorecardId: submitted.cardId,
      fields: [{ field: 'summary:for', base: 1, value: `Amended: ${text}` }],
      reason: `Misheard ${text}`,
    },
  )
  const seen = overrideVisibility(
    { db, user: round.manager, now },
    { applicationId: candidate.applicationId, reason: `A complaint of ${text}` },
  )
  if (!amended.ok || !seen.ok) throw new Error(JSON.stringify([amended, seen]))
  fillCard(db, pickCard(round, 0, 1), { now: now - 300_000, text: 'Others stay.' })
  debriefAbout(candidate.applicationId, text)
  debriefAbout(round.candidates[1]?.applicationId ?? '', 'Others stay.')

  /** A debrief with a text in every place that has room for one. */
  function debriefAbout(applicationId: string, words: string): void {
    const userId = round.manager.id
    const debriefId = `debrief ${applicationId}`
    const decisionId = `decision ${applicationId}`
    const by = { userId, atMs: now }
    const scorecardId = submitted.cardId
    write(db, (tx) => {
      const started = { revision: 1, speakers: [], turn: 0, startedAtMs: now }
      tx.insert(tables.debrief)
        .values({ id: debriefId, applicationId, leadId: userId, ...started })
        .run()
      const topic = { topicKey: 'api-design', isDone: true, version: 1 }
      tx.insert(tables.debriefTopic)
        .values({ debriefId, ...topic, note: words, ...by })
        .run()
      const rated = { scorecardId, questionId: 'q', version: 1, level: 4 }
      tx.insert(tables.finalRating)
        .values({ debriefId, ...rated, reason: words, ...by })
        .run()
      const locked = { lockedAtMs: now, lockedBy: userId, reopenedAtMs: now, reopenedBy: userId }
      const decided = { outcome: 'hire' as const, competencyIds: [], reason: words, reopenReason: words }
      tx.insert(tables.decision)
        .values({ id: decisionId, debriefId, number: 1, version: 2, ...decided, ...locked, ...by })
        .run()
      const signed = { stance: 'dissent' as const, decisionVersion: 2, dissent: words }
      tx.insert(tables.signature)
        .values({ decisionId, ...signed, ...by })
        .run()
    })
  }
  return { file, db, round, candidate, secrets, text, submitted, draft }
}

/** Every table and column that holds one of the words, those of the full text search and of SQLite too. */
function placesOf(db: Db, words: readonly string[]): string[] {
  const names = db
    .all<{ name: string }>(sql`select name from sqlite_schema where type = 'table'`)
    .map(({ name }) => name)
  return names.flatMap((table) =>
    db.all<{ name: string }>(sql`select name from pragma_table_info(${table})`).flatMap(({ name }) => {
      const cells = db.all<{ cell: unknown }>(
        sql`select cast(${sql.identifier(name)} as text) as cell from ${sql.identifier(table)}`,
      )
      const has = cells.some(({ cell }) => words.some((word) => String(cell).includes(word)))
      return has ? [`${table}.${name}`] : []
    }),
  )
}

test('the scan finds what the erasure has to remove', () => {
  const { db, secrets } = setUp()
  expect(placesOf(db, secrets).toSorted()).toEqual([
    'amendment.after',
    'amendment.before',
    'amendment.reason',
    'candidate.email',
    'candidate.name',
    'debrief_topic.note',
    'decision.reason',
    'decision.reopen_reason',
    'field_op.value',
    'final_rating.reason',
    'scorecard.submitted',
    'scorecard_field.value',
    'signature.dissent',
    'visibility_override.reason',
  ])
})

test('after an erasure no column of any table holds the name, the address or a word written about them', () => {
  const { db, round, candidate, secrets } = setUp()
  const ctx = { db, user: round.manager, now }
  expect(eraseCandidate(ctx, { candidateId: candidate.id, confirmation: candidate.name })).toEqual({
    ok: true,
  })
  expect(placesOf(db, [...secrets, candidate.code])).toEqual([])
  expect(placesOf(db, ['Others stay.', 'Candidate 2 Testname'])).not.toEqual([])
  expect(verifyAuditChain(db)).toMatchObject({ brokenAt: null })
})

test('neither the file nor what lies beside it holds a byte of what was erased', () => {
  const { file, db, round, candidate, secrets } = setUp()
  eraseCandidate(
    { db, user: round.manager, now },
    { candidateId: candidate.id, confirmation: candidate.name },
  )
  const found = () =>
    readdirSync(join(file, '..')).filter((name) => {
      const bytes = readFileSync(join(file, '..', name))
      return secrets.some((secret) => bytes.includes(secret))
    })
  expect(found()).toEqual([])
  closeDatabase(db)
  expect(found()).toEqual([])
})

test('the levels and recommendations stay, as scores without a name', () => {
  const { db, round, candidate, submitted } = setUp()
  const ctx = { db, user: round.manager, now }
  eraseCandidate(ctx, { candidateId: candidate.id, confirmation: candidate.name })
  const [application] = listVisibleScorecards(ctx, [candidate.applicationId])
  const record = application?.cards.find((card) => card.scorecardId === submitted.cardId)?.record
  expect(Object.values(record?.questions ?? {}).map(({ rating }) => rating)).toEqual(
    submitted.interview.questions.map(() => ({ state: 'rated', level: 3 })),
  )
  expect(record).toMatchObject({ recommendation: 'yes', summaryFor: '', summaryAgainst: '' })
})

test('what was decided stays, without a word of why', () => {
  const { db, round, candidate } = setUp()
  eraseCandidate(
    { db, user: round.manager, now },
    { candidateId: candidate.id, confirmation: candidate.name },
  )
  const of = (table: string, columns: string) =>
    db.$client.prepare(`select ${columns} from ${table} order by reason_kept`).all()
  expect(of('decision', 'outcome, version, reason is not null as reason_kept')).toEqual([
    { outcome: 'hire', version: 2, reason_kept: 0 },
    { outcome: 'hire', version: 2, reason_kept: 1 },
  ])
  expect(of('signature', 'stance, dissent is not null as reason_kept')).toEqual([
    { stance: 'dissent', reason_kept: 0 },
    { stance: 'dissent', reason_kept: 1 },
  ])
  expect(of('final_rating', 'level, reason is not null as reason_kept')).toEqual([
    { level: 4, reason_kept: 0 },
    { level: 4, reason_kept: 1 },
  ])
  expect(of('debrief_topic', "is_done, note <> '' as reason_kept")).toEqual([
    { is_done: 1, reason_kept: 0 },
    { is_done: 1, reason_kept: 1 },
  ])
})

test('the name has to be typed, and only who may erase can', () => {
  const { db, round, candidate, secrets } = setUp()
  const input = { candidateId: candidate.id, confirmation: candidate.name }
  for (const user of [round.coordinator, round.observer, pickCard(round, 0).person])
    expect(eraseCandidate({ db, user, now }, input)).toMatchObject({ error: { kind: 'forbidden' } })
  const ctx = { db, user: round.manager, now }
  for (const confirmation of ['', 'Candidate 1', candidate.name.toLowerCase(), candidate.code])
    expect(eraseCandidate(ctx, { ...input, confirmation })).toMatchObject({ error: { kind: 'invalid' } })
  expect(eraseCandidate(ctx, { ...input, candidateId: 'nobody' })).toMatchObject({
    error: { kind: 'not-found' },
  })
  expect(placesOf(db, secrets)).toContain('candidate.name')
})

test('erasing twice is the same as erasing once', () => {
  const { db, round, candidate } = setUp()
  const input = { candidateId: candidate.id, confirmation: candidate.name }
  eraseCandidate({ db, user: round.manager, now }, input)
  const read = () => [
    db.select().from(tables.candidate).where(eq(tables.candidate.id, candidate.id)).get(),
    verifyAuditChain(db),
  ]
  const first = read()
  expect(eraseCandidate({ db, user: round.manager, now: now + 5000 }, input)).toEqual({ ok: true })
  expect(read()).toEqual(first)
})

test('a device that was offline cannot bring the text back', () => {
  const { db, round, candidate, secrets, text, draft } = setUp()
  eraseCandidate(
    { db, user: round.manager, now },
    { candidateId: candidate.id, confirmation: candidate.name },
  )
  const late = { opId: randomUUID(), scorecardId: draft.cardId, field: 'summary:for', base: 1, value: text }
  const answer = write(db, (tx) => applyOperation({ db, user: draft.person, now: now + 1000 }, tx, late))
  expect(answer.outcome).toBe('refused')
  const amended = amendScorecard(
    { db, user: pickCard(round, 0).person, now: now + 1000 },
    { scorecardId: pickCard(round, 0).cardId, fields: [], reason: text },
  )
  expect(amended).toMatchObject({ error: { kind: 'not-found' } })
  expect(placesOf(db, secrets)).toEqual([])
})
