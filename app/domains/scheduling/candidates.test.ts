import { expect, test } from 'vitest'
import { verifyAuditChain } from '#db/events.server.ts'
import type { Db } from '#db/client.server.ts'
import { write } from '#db/client.server.ts'
import { amendment, scorecard, visibilityOverride } from '#db/schema/scorecards.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { suggestCode } from './candidate.ts'
import { addToPanel, createCandidate, setWithdrawn } from './candidate-use-cases.server.ts'
import { eraseCandidate } from './erase-use-cases.server.ts'
import { importCandidates, previewImport } from './import-use-cases.server.ts'
import { getCandidateList, getCandidatePage } from './read-candidates.server.ts'
import { changeInterviewers } from './session-use-cases.server.ts'
import { listSessionPeople } from './session-store.server.ts'

const zone = 'Europe/London'
const anything = { search: '', states: [], panelIds: [], sorting: [], page: 1, zone }

function start() {
  const db = openTestDatabase()
  const round = addRound(db)
  return { db, round, ctx: { db, user: round.manager, now: roundStartMs } }
}
function refusalOf(result: { ok: boolean; error?: unknown }) {
  return result.ok ? 'ok' : result.error
}

test('a code has letters and figures that nobody confuses, and grows when they are crowded', () => {
  expect(suggestCode(new Set(), () => 0)).toBe('A2A2')
  expect(suggestCode(new Set(['A2A2']), () => 0)).toBe('A2A2A2')
})

test('the same form twice adds one candidate; a taken code is refused and can be mended', () => {
  const { ctx, round } = start()
  const form = { formKey: 'form-one', name: 'Nadia Rahman', code: 'K1M2', panelId: round.panelId }
  expect(createCandidate(ctx, form)).toMatchObject({ error: { kind: 'invalid', errors: { code: [/./] } } })
  const mended = { ...form, code: 'X7X7' }
  const first = createCandidate(ctx, mended)
  expect(first.ok).toBe(true)
  expect(createCandidate(ctx, mended)).toEqual(first)
  const list = getCandidateList(ctx, { ...anything, search: 'rahman' })
  expect(list.ok && list.value.rows.map((row) => [row.name, row.state])).toEqual([['Nadia Rahman', 'active']])
})

test('an import is looked at first, added once, and skips who is there', () => {
  const { ctx, round } = start()
  const file = new TextEncoder().encode(
    'Name;E-mail\nNadia Rahman;nadia@example.org\nX;candidate1@example.org\n;\n',
  )
  const preview = previewImport(ctx, file)
  const rows = preview.ok ? preview.value : []
  expect(rows.map((row) => row.state)).toEqual(['add', 'skip'])
  const input = { formKey: 'form-import', rows, panelId: round.panelId }
  expect(importCandidates(ctx, input)).toEqual({ ok: true, value: { added: 1 } })
  expect(importCandidates(ctx, input)).toEqual({ ok: true, value: { added: 1 } })
  expect(importCandidates(ctx, { ...input, formKey: 'form-again' })).toEqual({
    ok: true,
    value: { added: 0 },
  })
  const list = getCandidateList(ctx, anything)
  expect(list.ok && list.value.all).toBe(3)
})

test('interviewers see only whom they interview, and no e-mail address', () => {
  const { ctx, round } = start()
  const own = round.candidates[0]?.id ?? ''
  const [interviewer, stranger] = [round.interviewers[0], round.interviewers.at(-1)]
  if (!interviewer || !stranger) throw new Error('no interviewers')
  const page = getCandidatePage({ ...ctx, user: interviewer }, { candidateId: own, zone })
  expect(page.ok && page.value.candidate.email).toBeNull()
  expect(page.ok && page.value.applications[0]?.sessions).toHaveLength(1)
  expect(refusalOf(getCandidatePage({ ...ctx, user: stranger }, { candidateId: own, zone }))).toEqual({
    kind: 'not-found',
  })
  const list = getCandidateList({ ...ctx, user: stranger }, anything)
  expect(list.ok && list.value.all).toBe(0)
})

test('interviewers and observers change nothing; coordinators do not erase', () => {
  const { ctx, round } = start()
  const { id: candidateId = '', applicationId = '', name = '' } = round.candidates[0] ?? {}
  const forbidden = { kind: 'forbidden' }
  for (const user of [round.observer, round.interviewers[0] ?? round.observer]) {
    const as = { ...ctx, user }
    expect(refusalOf(createCandidate(as, { formKey: 'form-none', name: 'X' }))).toEqual(forbidden)
    expect(refusalOf(addToPanel(as, { candidateId, panelId: round.panelId }))).toEqual(forbidden)
    expect(refusalOf(setWithdrawn(as, { applicationId, isWithdrawn: true }))).toEqual(forbidden)
    expect(refusalOf(previewImport(as, new Uint8Array()))).toEqual(forbidden)
  }
  const asCoordinator = { ...ctx, user: round.coordinator }
  expect(refusalOf(eraseCandidate(asCoordinator, { candidateId, confirmation: name }))).toEqual(forbidden)
})

test('withdrawing can be taken back', () => {
  const { ctx, round } = start()
  const { applicationId = '' } = round.candidates[0] ?? {}
  setWithdrawn(ctx, { applicationId, isWithdrawn: true })
  const withdrawn = getCandidateList(ctx, { ...anything, states: ['withdrawn'] })
  expect(withdrawn.ok && withdrawn.value.shown).toBe(1)
  setWithdrawn(ctx, { applicationId, isWithdrawn: false })
  const again = getCandidateList(ctx, { ...anything, states: ['withdrawn'] })
  expect(again.ok && again.value.shown).toBe(0)
})

test('an erased candidate is restored to no panel', () => {
  const { ctx, round } = start()
  const { id: candidateId = '', applicationId = '', name = '' } = round.candidates[0] ?? {}
  expect(eraseCandidate({ ...ctx, user: round.manager }, { candidateId, confirmation: name }).ok).toBe(true)
  expect(refusalOf(setWithdrawn(ctx, { applicationId, isWithdrawn: false }))).toMatchObject({
    kind: 'conflict',
  })
})

test('whoever recorded nothing leaves a session without a trace; a card with words stays with its writer', () => {
  const { db, ctx, round } = start()
  const [quiet, writer, newcomer] = [pickCard(round, 0), pickCard(round, 1), round.interviewers.at(-1)]
  fillCard(db, writer, { now: roundStartMs, submit: false })
  const { sessionId } = quiet
  changeInterviewers(ctx, { sessionId, removeId: quiet.person.id, addId: newcomer?.id })
  changeInterviewers(ctx, { sessionId, removeId: writer.person.id })
  const people = listSessionPeople(db, [sessionId])
  expect(people.map((person) => [person.userId, person.removedAtMs !== null])).toEqual(
    expect.arrayContaining([
      [writer.person.id, true],
      [newcomer?.id, false],
    ]),
  )
  expect(people).toHaveLength(2)
  expect(people.find((person) => person.userId === writer.person.id)?.scorecardId).toBe(writer.cardId)
})

/** Every text of every table, to find what should be gone. */
function everyText(db: Db): string {
  const tables: { name: string }[] = db.$client
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    )
    .all()
  return tables
    .map(({ name }) => JSON.stringify(db.$client.prepare(`select * from "${name}"`).all()))
    .join('\n')
}

test('erasing leaves no trace of the name or of what was written, keeps the levels and the audit chain', () => {
  const { db, ctx, round } = start()
  const who = round.candidates[0]
  if (!who) throw new Error('no candidate')
  const card = pickCard(round, 0)
  const kept = pickCard(round, 0, 1)
  fillCard(db, card, { now: roundStartMs, level: 3, text: `${who.name} said so.` })
  fillCard(db, kept, { now: roundStartMs, text: 'Another one said so.' })
  write(db, (tx) => {
    const texts = { before: 'was', after: `${who.name} again`, reason: `${who.name} asked` }
    const field = `evidence:${card.interview.questions[0]?.questionId}`
    const { cardId: scorecardId } = card
    tx.insert(amendment)
      .values({ id: 'a1', scorecardId, field, ...texts, userId: card.person.id, atMs: 1 })
      .run()
    const { applicationId } = who
    tx.insert(visibilityOverride)
      .values({ applicationId, userId: ctx.user.id, reason: who.name, atMs: 1 })
      .run()
  })
  expect(everyText(db)).toContain(who.name)

  const wrong = eraseCandidate(ctx, { candidateId: who.id, confirmation: 'Somebody' })
  expect(refusalOf(wrong)).toMatchObject({ kind: 'invalid' })
  expect(eraseCandidate(ctx, { candidateId: who.id, confirmation: ` ${who.name} ` })).toMatchObject({
    ok: true,
  })

  const texts = everyText(db)
  for (const trace of [who.name, 'said so.', 'candidate1@example.org', `"${who.code}"`])
    expect(texts.split('Another one said so.').join('')).not.toContain(trace)
  expect(texts).toContain('Another one said so.')
  const submitted = db
    .select({ id: scorecard.id, submitted: scorecard.submitted })
    .from(scorecard)
    .all()
    .find((row) => row.id === card.cardId)?.submitted
  const ratings = Object.values(submitted?.questions ?? {}).map((question) => question.rating)
  expect(ratings).toEqual(card.interview.questions.map(() => ({ state: 'rated', level: 3 })))
  expect(submitted?.recommendation).toBe('yes')
  expect(verifyAuditChain(db).brokenAt).toBeNull()
})
