import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import { followPlan, stopPlans } from '#app/domains/panels/planner/plan-jobs.server.ts'
import { editPanel } from '#app/domains/panels/use-cases.server.ts'
import { findPanel } from '#app/domains/panels/store.server.ts'
import type { PlanMode } from '#app/domains/panels/planner/problem-of-panel.ts'
import { paths } from '#app/paths.ts'
import { addPerson, addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
let ctx: Ctx
beforeAll(async () => {
  server = await startTestServer()
  round = addRound(server.db)
  ctx = { db: server.db, user: round.manager, now: 1_000 }
})
afterAll(() => server.close())

const atOnce = { patienceMs: 0 }
const patient = { patienceMs: 50_000 }
const request = (mode: PlanMode = 'start-over') => ({ panelId: round.panelId, mode })
const revision = () => findPanel(server.db, round.panelId)?.revision ?? -1

test('whoever does not wait is told how far it is, and all who ask the same get the same plan', async () => {
  const first = await followPlan(ctx, request(), atOnce)
  expect(first).toMatchObject({
    value: {
      state: 'working',
      head: { id: round.panelId },
      mode: 'start-over',
      questions: expect.any(Number),
    },
  })
  const [one, other] = await Promise.all([
    followPlan(ctx, request(), patient),
    followPlan(ctx, request(), patient),
  ])
  expect(one).toMatchObject({ value: { state: 'done', proposed: { revision: revision() } } })
  expect(other).toEqual(one)
})

test('what is stopped is told to everybody who waits, changes nothing, and can be asked for again', async () => {
  const before = revision()
  const waiting = [followPlan(ctx, request('fill'), patient), followPlan(ctx, request('fill'), patient)]
  expect(stopPlans(ctx, round.panelId)).toEqual({ ok: true, value: undefined })
  for (const answer of await Promise.all(waiting))
    expect(answer).toMatchObject({ value: { state: 'stopped' } })
  expect(revision()).toBe(before)
  expect(await followPlan(ctx, request('fill'), patient)).toMatchObject({ value: { state: 'done' } })
})

test('an edit meanwhile calls the plan of the older draft off as soon as the new one is asked for', async () => {
  const older = followPlan(ctx, request('improve'), patient)
  const edit = { intent: 'rename', name: 'Renamed meanwhile' } as const
  expect(editPanel(ctx, { panelId: round.panelId, revision: revision(), edit }).ok).toBe(true)
  const newer = await followPlan(ctx, request('improve'), patient)
  expect(newer).toMatchObject({ value: { state: 'done', proposed: { revision: revision() } } })
  expect(await older).toMatchObject({ value: { state: 'stopped' } })
})

test('only who may edit a panel may follow its plan or stop it', async () => {
  const theirs = { ...ctx, user: addPerson(server.db, { access: 'observer' }) }
  expect(await followPlan(theirs, request(), patient)).toMatchObject({
    ok: false,
    error: { kind: 'forbidden' },
  })
  expect(stopPlans(theirs, round.panelId)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  expect(stopPlans(ctx, 'no-such-panel')).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

test('stopping leads to a page that says so and offers to plan again, without scripts', async () => {
  const as = round.manager.id
  const address = paths.suggestPlan(round.panelId, { mode: 'fill' })
  const stopped = await server.request(address, { as, form: {} })
  expect(stopped.status).toBe(302)
  const where = stopped.headers.get('Location') ?? ''
  expect(where).toContain('stopped=1')
  const page = await (await server.request(where, { as })).text()
  expect(page).toContain('The planning was stopped')
  expect(page).toContain('Plan again')
  expect((await server.request(address, { form: {} })).status).toBe(401)
})
