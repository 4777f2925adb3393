import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { addPerson, addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
let stranger: string
beforeAll(async () => {
  server = await startTestServer()
  round = addRound(server.db)
  stranger = addPerson(server.db, { access: 'interviewer' }).id
})
afterAll(() => server.close())

test('signed out, every page of panels leads to the sign-in page and every post is refused', async () => {
  const { panelId } = round
  for (const path of [
    paths.panels(),
    paths.panel(panelId),
    paths.editPanel(panelId),
    paths.publishPanel(panelId),
  ]) {
    const answer = await server.request(path)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, paths.signIn(path)])
  }
  const post = await server.request(paths.editPanel(panelId), { form: { intent: 'undo', revision: '1' } })
  expect(post.status).toBe(401)
})

test('everybody reads panels, their plan to print and nothing that is not there', async () => {
  for (const { id } of [round.observer, round.coordinator, round.manager]) {
    expect((await server.request(paths.panels(), { as: id })).status).toBe(200)
    expect((await server.request(paths.panel(round.panelId), { as: id })).status).toBe(200)
    expect((await server.request(paths.printPanel(round.panelId), { as: id })).status).toBe(200)
  }
  for (const path of [paths.panel('nowhere'), `${paths.panel(round.panelId)}?version=9`])
    expect((await server.request(path, { as: round.observer.id })).status).toBe(404)
})

test('who may not make, edit or publish panels is told so', async () => {
  const { panelId, observer, coordinator, interviewers } = round
  const refused: [string, string][] = [
    [paths.newPanel(), observer.id],
    [paths.newPanel(), coordinator.id],
    [paths.editPanel(panelId), observer.id],
    [paths.editPanel(panelId), stranger],
    [paths.publishPanel(panelId), interviewers[0]?.id ?? ''],
  ]
  for (const [path, as] of refused) expect((await server.request(path, { as })).status).toBe(403)
  expect((await server.request(paths.editPanel(panelId), { as: interviewers[0]?.id })).status).toBe(200)
})

test('a stranger’s edit and archiving are refused, whatever they post', async () => {
  const [interview] = round.snapshot.interviews
  const form = { intent: 'remove-interview', revision: '1', interviewId: interview?.id ?? '' }
  expect((await server.request(paths.editPanel(round.panelId), { as: stranger, form })).status).toBe(403)
  const archive = { intent: 'archive' }
  expect((await server.request(paths.panel(round.panelId), { as: stranger, form: archive })).status).toBe(403)
})

test('a form without a script makes one panel, however often it is posted, and leads to its builder', async () => {
  const form = {
    formKey: newId(),
    name: 'Posted twice',
    roleId: 'integration-architect',
    start: 'recommended',
    copyOf: '',
  }
  const one = await server.request(`${paths.newPanel()}`, { as: round.manager.id, form })
  const two = await server.request(`${paths.newPanel()}`, { as: round.manager.id, form })
  expect(one.status).toBe(302)
  expect(one.headers.get('Location')).toMatch(/^\/panels\/[^/]+\/edit$/)
  expect(two.headers.get('Location')).toBe(one.headers.get('Location'))
})

test('a new panel without a name comes back with what was typed and says what is wrong', async () => {
  const form = { formKey: newId(), name: '', roleId: 'integration-architect', start: 'nothing', copyOf: '' }
  const answer = await server.request(paths.newPanel(), { as: round.manager.id, form })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Give the panel a name')
})

test('an edit posted without a script redirects, and a stale one shows the present state with the reason', async () => {
  const [first] = round.snapshot.interviews
  const [top, next] = first?.questions ?? []
  const move = {
    intent: 'move-question',
    questionId: next?.questionId ?? '',
    interviewId: first?.id ?? '',
    beforeQuestionId: top?.questionId ?? '',
    revision: '1',
  }
  const done = await server.request(paths.editPanel(round.panelId), { as: round.manager.id, form: move })
  expect([done.status, done.headers.get('Location')]).toEqual([302, paths.editPanel(round.panelId)])
  const stale = await server.request(paths.editPanel(round.panelId), {
    as: round.administrator.id,
    form: move,
  })
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain('Somebody else changed this panel')
})

test('a malformed edit is refused in words', async () => {
  for (const form of [{ intent: 'explode', revision: '2' }, { intent: 'undo' }, { revision: 'x' }]) {
    const fields: Record<string, string> = { ...form }
    const answer = await server.request(paths.editPanel(round.panelId), {
      as: round.manager.id,
      form: fields,
    })
    expect(answer.status).toBe(422)
  }
})

test('a plan is proposed without changing anything, taken as one edit, and taken back', async () => {
  const { manager } = round
  const ask = (query: Parameters<typeof paths.suggestPlan>[1] = {}) =>
    server.request(`${paths.suggestPlan(round.panelId, query)}`, { as: manager.id })
  const page = await (await ask({ mode: 'start-over' })).text()
  expect(page).toContain('Proven: no plan of this bank is worth more')
  const [, plan = ''] = /name="plan" value="([^"]*)"/.exec(page) ?? []
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page) ?? []
  const send = (form: Record<string, string>) =>
    server.request(paths.editPanel(round.panelId), { as: manager.id, form })
  const titlesOf = async () => [
    ...(await (await ask()).text()).matchAll(/<span class="block font-semibold wrap-anywhere">([^<]*)</g),
  ]
  const before = (await titlesOf()).map(([, title]) => title)
  const taken = await send({ intent: 'take-plan', revision, plan: plan.replaceAll('&quot;', '"') })
  expect(taken.status).toBe(302)
  expect(await (await ask({ mode: 'start-over' })).text()).toContain('The panel is this plan already')
  const stale = await send({ intent: 'take-plan', revision, plan: '[]' })
  expect(stale.status).toBe(422)
  expect(await stale.text()).toContain('Ask for it again')
  expect((await send({ intent: 'undo', revision: String(Number(revision) + 1) })).status).toBe(302)
  expect((await titlesOf()).map(([, title]) => title)).toEqual(before)
})

test('why a question is not asked, and what more room would bring, stand on the page of the proposal', async () => {
  const { panelId, manager } = round
  const used = new Set(
    round.snapshot.interviews.flatMap((item) => item.questions.map((one) => one.questionId)),
  )
  const other = server.db.$client
    .prepare<[], { id: string }>('select id from question where archived_at_ms is null')
    .all()
    .find(({ id }) => !used.has(id))
  const address = paths.suggestPlan(panelId, { mode: 'fill', why: other?.id ?? '', more: '1' })
  const page = await (await server.request(address, { as: manager.id })).text()
  expect(page).toMatch(/is worth .{1,20} less|is worth as much|can stand in no interview|is asked in/)
  expect(page).toContain('more minutes for')
  const odd = await server.request(`/panels/${panelId}/suggest?mode=wild&why=${'x'.repeat(500)}`, {
    as: manager.id,
  })
  expect(odd.status).toBe(200)
  expect((await server.request(address, { as: stranger })).status).toBe(403)
})

test('the five next best stand beside the builder, and one swap puts a question in the place', async () => {
  const { panelId, manager } = round
  const [question] = round.snapshot.interviews[0]?.questions ?? []
  const path = `${paths.editPanel(panelId)}?swap=${question?.questionId ?? ''}`
  const page = await (await server.request(path, { as: manager.id })).text()
  expect(page).toContain('Swap for another')
  const offers = [...page.matchAll(/name="byQuestionId" value="([^"]*)"/g)]
  expect(offers.length).toBeGreaterThan(0)
  expect(offers.length).toBeLessThanOrEqual(5)
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page) ?? []
  const form = {
    intent: 'swap-question',
    revision,
    questionId: question?.questionId ?? '',
    byQuestionId: offers[0]?.[1] ?? '',
  }
  expect((await server.request(paths.editPanel(panelId), { as: manager.id, form })).status).toBe(302)
  const invented = {
    ...form,
    questionId: form.byQuestionId,
    byQuestionId: 'invented',
    revision: String(Number(revision) + 1),
  }
  expect((await server.request(paths.editPanel(panelId), { as: manager.id, form: invented })).status).toBe(
    422,
  )
})

test('stars are given by whoever plans, and taken back', async () => {
  const [question] = round.snapshot.interviews[0]?.questions ?? []
  const id = question?.questionId ?? ''
  const give = (stars: string, as: string, of = id) =>
    server.request(paths.questionStars(of), { as, form: { stars } })
  const words = async () => await (await server.request(paths.question(id), { as: stranger })).text()
  expect((await give('4', round.manager.id)).status).toBe(302)
  expect((await give('5', round.administrator.id)).status).toBe(302)
  expect(await words()).toContain('4.5 stars from 2 people.')
  expect((await give('', round.administrator.id)).status).toBe(302)
  expect(await words()).toContain('4 stars from one person.')
  expect((await give('3', stranger)).status).toBe(403)
  expect((await give('6', round.manager.id)).status).toBe(404)
  expect((await give('3', round.manager.id, 'nowhere')).status).toBe(404)
})
