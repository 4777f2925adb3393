import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as tables from '#db/schema/index.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { importCandidates, previewImport } from './import-use-cases.server.ts'

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db, { candidates: 1 })
  const ctx = { db, user: round.coordinator, now: roundStartMs }
  const count = () => db.select().from(tables.candidate).all().length
  return { db, round, ctx, count }
}

const row = (line: number, name: string, more: { email?: string; code?: string; cvUrl?: string } = {}) => ({
  line,
  name,
  email: '',
  code: '',
  cvUrl: '',
  ...more,
})

test('an import adds the rows that are good, with codes for those without, on the panel that was chosen', () => {
  const { db, round, ctx } = setUp()
  const rows = [
    row(2, 'Bo Lind', { email: 'bo@example.org', code: 'X1', cvUrl: 'https://example.org/bo' }),
    row(3, 'Cy Mar'),
    row(3, 'Di Run', { cvUrl: 'javascript:alert(1)' }),
    row(4, ''),
    row(5, 'Somebody', { email: 'candidate1@example.org' }),
  ]
  const made = importCandidates(ctx, { formKey: 'form-import', rows, panelId: round.panelId })
  expect(made).toEqual({ ok: true, value: { added: 2 } })
  const added = db
    .select({ name: tables.candidate.name, code: tables.candidate.code, cvUrl: tables.candidate.cvUrl })
    .from(tables.application)
    .innerJoin(tables.candidate, eq(tables.candidate.id, tables.application.candidateId))
    .where(eq(tables.application.panelId, round.panelId))
    .all()
    .filter((candidate) => !candidate.name?.endsWith('Testname'))
  expect(added.map((candidate) => candidate.name).toSorted()).toEqual(['Bo Lind', 'Cy Mar'])
  expect(added.map((candidate) => candidate.code)).toContain('X1')
  expect(added.map((candidate) => candidate.cvUrl)).toContain('https://example.org/bo')
  expect(added.every((candidate) => /^[A-Z0-9]{2,6}$/.test(candidate.code))).toBe(true)
})

test('the same form posted twice imports once, and the file chosen again adds nobody', () => {
  const { ctx, count } = setUp()
  const rows = [row(2, 'Bo Lind', { email: 'bo@example.org' }), row(3, 'Cy Mar')]
  const input = { formKey: 'form-import', rows }
  const first = importCandidates(ctx, input)
  expect(importCandidates(ctx, input)).toEqual(first)
  expect(count()).toBe(3)
  expect(importCandidates(ctx, { ...input, formKey: 'form-again' })).toEqual({
    ok: true,
    value: { added: 0 },
  })
  expect(count()).toBe(3)
})

test('a panel that is gone stops the whole import', () => {
  const { ctx, count } = setUp()
  const input = { formKey: 'form-import', rows: [row(2, 'Bo Lind')], panelId: 'nowhere' }
  expect(importCandidates(ctx, input)).toMatchObject({ error: { errors: { panelId: [/archived or gone/] } } })
  expect(count()).toBe(1)
})

test('who may not edit candidates neither previews nor imports', () => {
  const { db, round, count } = setUp()
  for (const user of [round.observer, round.interviewers[0]]) {
    if (!user) throw new Error('no interviewer')
    const ctx = { db, user, now: roundStartMs }
    expect(previewImport(ctx, new Uint8Array())).toMatchObject({ error: { kind: 'forbidden' } })
    const input = { formKey: 'form-import', rows: [row(2, 'Bo Lind')] }
    expect(importCandidates(ctx, input)).toMatchObject({ error: { kind: 'forbidden' } })
  }
  expect(count()).toBe(1)
})
