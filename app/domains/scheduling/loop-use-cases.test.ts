import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson, addRound, roundStartMs } from '#tests/support/round.ts'
import { addToPanel, createCandidate } from './candidate-use-cases.server.ts'
import { checkLoop, planLoop } from './loop-use-cases.server.ts'
import { setSessionStatus } from './session-use-cases.server.ts'
import { listSessionPeople, listSessionsOfApplication } from './session-store.server.ts'

function start() {
  const db = openTestDatabase()
  const round = addRound(db, { candidates: 1 })
  const ctx = { db, user: round.coordinator, now: roundStartMs }
  const made = createCandidate(ctx, { formKey: 'form-create', name: 'Nadia Rahman', panelId: round.panelId })
  if (!made.ok) throw new Error('no candidate')
  const application = addToPanel(ctx, { candidateId: made.value.candidateId, panelId: round.panelId })
  if (!application.ok) throw new Error('no application')
  const loop = {
    formKey: 'form-loop',
    applicationId: application.value.applicationId,
    sessions: round.snapshot.interviews.map((interview, i) => ({
      interviewId: interview.id,
      startsAtMs: roundStartMs + (48 + i * 2) * 3_600_000,
      interviewerIds: interview.interviewerIds,
      shadowIds: [],
    })),
  }
  return { db, round, ctx, loop }
}

test('the whole loop is planned in one step, with a card for each interviewer', () => {
  const { db, ctx, loop } = start()
  expect(planLoop(ctx, loop)).toMatchObject({ ok: true })
  const sessions = listSessionsOfApplication(db, { applicationId: loop.applicationId })
  expect(sessions.map((session) => session.interviewId)).toEqual(loop.sessions.map((s) => s.interviewId))
  const people = listSessionPeople(
    db,
    sessions.map((session) => session.id),
  )
  expect(people).toHaveLength(loop.sessions.flatMap((session) => session.interviewerIds).length)
  expect(people.every((person) => person.scorecardId !== null)).toBe(true)
})

test('the same form posted twice plans one loop; another form is refused in words', () => {
  const { db, ctx, loop } = start()
  planLoop(ctx, loop)
  expect(planLoop(ctx, loop)).toMatchObject({ ok: true })
  expect(listSessionsOfApplication(db, { applicationId: loop.applicationId })).toHaveLength(
    loop.sessions.length,
  )
  expect(planLoop(ctx, { ...loop, formKey: 'form-other' })).toMatchObject({
    ok: false,
    error: { kind: 'conflict', message: expect.stringContaining('already planned') },
  })
})

test('a refused form can be mended and sent again', () => {
  const { ctx, loop } = start()
  const broken = { ...loop, sessions: loop.sessions.map((s) => ({ ...s, interviewerIds: ['nobody'] })) }
  expect(planLoop(ctx, broken)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
  expect(planLoop(ctx, loop)).toMatchObject({ ok: true })
})

test('the check sees interviewers who are booked with another candidate', () => {
  const { ctx, loop } = start()
  const clash = loop.sessions.map((session) => ({ ...session, startsAtMs: roundStartMs }))
  const result = checkLoop(ctx, { ...loop, sessions: clash })
  const texts = result.ok ? result.value.map((warning) => warning.text) : []
  expect(texts).toContain('API craft: Interviewer 1 is in another interview at the same time.')
  expect(texts).toContain('Failure in production: the candidate has another interview at the same time.')
})

test('a cancelled session is not planned again beside the one that took its place', () => {
  const { db, ctx, loop } = start()
  planLoop(ctx, loop)
  const [first] = listSessionsOfApplication(db, { applicationId: loop.applicationId })
  const sessionId = first?.id ?? ''
  setSessionStatus(ctx, { sessionId, status: 'cancelled' })
  planLoop(ctx, { ...loop, formKey: 'form-again', sessions: loop.sessions.slice(0, 1) })
  expect(setSessionStatus(ctx, { sessionId, status: 'planned' })).toMatchObject({
    ok: false,
    error: { kind: 'conflict' },
  })
})

test('interviewers and observers may not plan', () => {
  const { ctx, round, loop, db } = start()
  const interviewer = addPerson(db, { access: 'interviewer' })
  for (const user of [interviewer, round.observer])
    expect(planLoop({ ...ctx, user }, loop)).toEqual({ ok: false, error: { kind: 'forbidden' } })
})
