import { and, asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDemoRound } from './demo-round.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { verifyAuditChain } from '#db/events.server.ts'
import * as tables from '#db/schema/index.ts'
import { seedContent } from '#db/seed.ts'
import { panels } from './cast.ts'
import apiNotes from './evidence-api-integration-specialist.json'
import architectNotes from './evidence-integration-architect.json'

const now = Date.UTC(2026, 8, 16, 9, 20)
const db = demoDatabase()

function demoDatabase(at = now) {
  const db = openTestDatabase()
  seedContent(db, shippedRubrics(), at)
  addDemoRound(db, at)
  return db
}

test('the demo holds a round with finished, half written and missing cards', () => {
  expect(db.select({ id: tables.candidate.id }).from(tables.candidate).all()).toHaveLength(15)
  expect(db.select({ id: tables.panel.id }).from(tables.panel).all()).toHaveLength(3)
  expect(db.select({ id: tables.panelVersion.id }).from(tables.panelVersion).all()).toHaveLength(2)
  const cards = db
    .select({ status: tables.scorecard.status, submittedAtMs: tables.scorecard.submittedAtMs })
    .from(tables.scorecard)
    .all()
  const submitted = cards.filter((card) => card.status === 'submitted')
  expect(submitted.length).toBeGreaterThanOrEqual(58)
  expect(submitted.every((card) => (card.submittedAtMs ?? now) < now - 60_000)).toBe(true)
  expect(verifyAuditChain(db).brokenAt).toBeNull()
})

test('one session was cancelled, one missed, and some lie today and tomorrow', () => {
  const sessions = db
    .select({ status: tables.session.status, startsAtMs: tables.session.startsAtMs })
    .from(tables.session)
    .all()
  expect(sessions.filter((row) => row.status === 'cancelled')).toHaveLength(1)
  expect(sessions.filter((row) => row.status === 'no-show')).toHaveLength(1)
  const dayMs = 86_400_000
  const ahead = sessions.filter((row) => row.status === 'planned' && (row.startsAtMs ?? 0) > now)
  expect(ahead.filter((row) => (row.startsAtMs ?? 0) < now + 3 * 3_600_000)).toHaveLength(2)
  expect(ahead.filter((row) => (row.startsAtMs ?? 0) < now + 2 * dayMs).length).toBeGreaterThanOrEqual(5)
})

test('there is a shadow who has handed in, a guest, a candidate who withdrew, cards that came late and clocks that ran', () => {
  const seats = db
    .select({ seat: tables.sessionInterviewer.seat, submittedAtMs: tables.scorecard.submittedAtMs })
    .from(tables.sessionInterviewer)
    .innerJoin(
      tables.scorecard,
      and(
        eq(tables.scorecard.sessionId, tables.sessionInterviewer.sessionId),
        eq(tables.scorecard.interviewerId, tables.sessionInterviewer.userId),
      ),
    )
    .where(eq(tables.sessionInterviewer.seat, 'shadow'))
    .all()
  expect(seats.map(({ submittedAtMs }) => submittedAtMs !== null)).toEqual([true])
  expect(db.select({ id: tables.accessCode.id }).from(tables.accessCode).all()).toHaveLength(1)
  const applications = db.select({ atMs: tables.application.withdrawnAtMs }).from(tables.application).all()
  expect(applications.filter((row) => row.atMs !== null)).toHaveLength(1)
  const held = db
    .select({ startsAtMs: tables.session.startsAtMs, submittedAtMs: tables.scorecard.submittedAtMs })
    .from(tables.scorecard)
    .innerJoin(tables.session, eq(tables.session.id, tables.scorecard.sessionId))
    .all()
  const dayMs = 86_400_000
  const late = held.filter((row) => (row.submittedAtMs ?? 0) - (row.startsAtMs ?? 0) > dayMs)
  expect(late.length).toBeGreaterThanOrEqual(2)
  const clocks = db
    .select({ field: tables.scorecardField.field })
    .from(tables.scorecardField)
    .where(eq(tables.scorecardField.field, 'clock'))
    .all()
  expect(clocks.length).toBeGreaterThanOrEqual(50)
})

test('nobody is in two interviews at once', () => {
  const rows = db
    .select({
      userId: tables.sessionInterviewer.userId,
      candidateId: tables.application.candidateId,
      startsAtMs: tables.session.startsAtMs,
      interviewId: tables.session.interviewId,
      snapshot: tables.panelVersion.snapshot,
    })
    .from(tables.sessionInterviewer)
    .innerJoin(tables.session, eq(tables.session.id, tables.sessionInterviewer.sessionId))
    .innerJoin(tables.application, eq(tables.application.id, tables.session.applicationId))
    .innerJoin(tables.panelVersion, eq(tables.panelVersion.id, tables.session.panelVersionId))
    .where(eq(tables.session.status, 'planned'))
    .all()
  const booked = rows.map(({ snapshot, interviewId, startsAtMs, ...row }) => {
    const minutes = snapshot.interviews.find((interview) => interview.id === interviewId)?.minutes ?? 0
    return { ...row, from: startsAtMs ?? 0, to: (startsAtMs ?? 0) + minutes * 60_000 }
  })
  const clashes = booked.flatMap((one, at) =>
    booked
      .slice(at + 1)
      .filter((other) => one.userId === other.userId || one.candidateId === other.candidateId)
      .filter((other) => other.from !== one.from || other.candidateId !== one.candidateId)
      .filter((other) => one.from < other.to && other.from < one.to),
  )
  expect(clashes).toEqual([])
})

test('no two cards carry the same note, and candidates divide their interviewers', () => {
  const notes = db
    .select({ value: tables.scorecardField.value, field: tables.scorecardField.field })
    .from(tables.scorecardField)
    .orderBy(asc(tables.scorecardField.field))
    .all()
    .filter((row) => row.field.startsWith('evidence:'))
    .map((row) => row.value)
  expect(new Set(notes).size).toBe(notes.length)
  expect(notes.filter((note) => String(note).startsWith('Heard: '))).toEqual([])
  expect(disagreements().length).toBeGreaterThanOrEqual(3)
})

test('no candidate is summed up in the same words twice, and no words are everybody’s', () => {
  const rows = db
    .select({
      applicationId: tables.session.applicationId,
      field: tables.scorecardField.field,
      value: tables.scorecardField.value,
    })
    .from(tables.scorecardField)
    .innerJoin(tables.scorecard, eq(tables.scorecard.id, tables.scorecardField.scorecardId))
    .innerJoin(tables.session, eq(tables.session.id, tables.scorecard.sessionId))
    .all()
    .filter(({ field }) => field.startsWith('summary:'))
  expect(rows.length).toBeGreaterThanOrEqual(100)
  const ofOne = rows.map(({ applicationId, value }) => `${applicationId} ${String(value)}`)
  expect(ofOne.filter((line, at) => ofOne.indexOf(line) !== at)).toEqual([])
  const lines = rows.map(({ value }) => String(value))
  const most = Math.max(...lines.map((line) => lines.filter((other) => other === line).length))
  expect(most).toBeLessThanOrEqual(4)
})

test.each([1, 3, 4, 6])('the demo can be filled on any day of the week, at any hour (%i)', (day) => {
  const at = now + day * 86_400_000 + day * 3.4 * 3_600_000
  expect(verifyAuditChain(demoDatabase(at)).brokenAt).toBeNull()
})

test('there are notes for every level of every question of the published panels', () => {
  const notes = new Map(Object.entries({ ...apiNotes, ...architectNotes }))
  for (const { roleId } of [panels.api, panels.architect]) {
    const panel = shippedRubrics().roles.find((role) => role.id === roleId)?.recommendedPanel
    for (const id of panel?.interviews.flatMap((interview) => interview.questions) ?? [])
      expect(Object.keys(notes.get(id) ?? {}), id).toEqual(['1', '2', '3', '4'])
  }
})

function disagreements() {
  const rows = db
    .select({
      applicationId: tables.session.applicationId,
      field: tables.scorecardField.field,
      value: tables.scorecardField.value,
    })
    .from(tables.scorecardField)
    .innerJoin(tables.scorecard, eq(tables.scorecard.id, tables.scorecardField.scorecardId))
    .innerJoin(tables.session, eq(tables.session.id, tables.scorecard.sessionId))
    .all()
  const levels = new Map<string, number[]>()
  for (const { applicationId, field, value } of rows) {
    if (!field.startsWith('rating:') || typeof value !== 'object' || value === null) continue
    if (!('level' in value) || typeof value.level !== 'number') continue
    const key = `${applicationId} ${field}`
    levels.set(key, [...(levels.get(key) ?? []), value.level])
  }
  return [...levels.values()].filter((given) => Math.max(...given) - Math.min(...given) >= 2)
}
