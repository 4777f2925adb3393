import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { counted } from '#app/domains/panels/panel.ts'
import { findPanel, readArrangement } from '#app/domains/panels/store.server.ts'
import { listCurrentForms } from '#app/domains/panels/versions-store.server.ts'
import { listVersions } from '#app/domains/debrief/store.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { addPerson, addRound, type Round } from '#tests/support/round.ts'
import { panelVersion } from '#db/schema/panels.ts'
import { application, candidate, session } from '#db/schema/scorecards.ts'
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

function draft() {
  const panel = findPanel(server.db, round.panelId)
  if (!panel) throw new Error('the round has a panel')
  const { interviews } = readArrangement(server.db, panel)
  return {
    revision: panel.revision,
    a: interviews.map(({ questionIds }) => questionIds),
    b: interviews.map(({ formBIds }) => formBIds),
  }
}

function act(intent: string, { as = round.manager.id, revision = draft().revision } = {}) {
  const form = { intent, revision: String(revision) }
  return server.request(paths.panelForms(round.panelId), { as, form })
}

test('who may not edit a panel reads its forms and changes none of them', async () => {
  const { observer, panelId } = round
  for (const as of [observer.id, stranger]) {
    const page = await server.request(paths.panelForms(panelId), { as })
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('Make form B')
    for (const intent of ['make-form', 'remove-form', 'undo-this'])
      expect((await act(intent, { as })).status).toBe(403)
  }
  const signedOut = await server.request(paths.panelForms(panelId), { form: { intent: 'make-form' } })
  expect(signedOut.status).toBe(401)
  const nowhere = { as: round.manager.id, form: { intent: 'make-form', revision: '1' } }
  expect((await server.request(paths.panelForms('nowhere'), nowhere)).status).toBe(404)
  expect(draft().b.flat()).toEqual([])
})

test('one step makes a form B of other questions, and Undo takes it back', async () => {
  const before = draft()
  const page = await server.request(paths.panelForms(round.panelId), { as: round.manager.id })
  expect(await page.text()).toContain('This panel has one form')
  const made = await act('make-form')
  expect([made.status, made.headers.get('Location')]).toEqual([
    302,
    paths.panelForms(round.panelId, { done: 'made' }),
  ])
  const after = draft()
  expect(after.a).toEqual(before.a)
  expect(after.b.map((ids) => ids.length)).toEqual(before.a.map((ids) => ids.length))
  expect(after.b.flat().filter((id) => after.a.flat().includes(id))).toEqual([])
  const shown = await server.request(paths.panelForms(round.panelId), { as: round.observer.id })
  const html = await shown.text()
  expect(html).toContain('Mean difficulty')
  expect(html).not.toContain('This panel has one form')
  expect((await act('undo-this')).status).toBe(302)
  expect(draft().b.flat()).toEqual([])
})

test('a form B is made from the draft that was looked at, and removed once', async () => {
  expect((await act('make-form', { revision: draft().revision - 1 })).status).toBe(409)
  expect((await act('remove-form')).status).toBe(422)
  await act('make-form')
  expect((await act('remove-form')).status).toBe(302)
  expect(draft().b.flat()).toEqual([])
  expect((await act('undo-this')).status).toBe(302)
  expect(draft().b.flat()).not.toEqual([])
  expect((await act('no-such-act')).status).toBe(422)
})

test('the builder edits the questions of the form in its address and leaves the other alone', async () => {
  const before = draft()
  const [first] = before.b[0] ?? []
  const path = paths.editPanel(round.panelId, { form: 'B' })
  const form = { intent: 'remove-question', questionId: first ?? '', revision: String(before.revision) }
  const html = await (await server.request(path, { as: round.manager.id })).text()
  expect(html).toContain(`question-${first}`)
  const answer = await server.request(path, { as: round.manager.id, form })
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, path])
  expect(draft().a).toEqual(before.a)
  expect(draft().b).toEqual([before.b[0]?.slice(1), ...before.b.slice(1)])
  const builder = await (
    await server.request(paths.editPanel(round.panelId), { as: round.manager.id })
  ).text()
  expect(builder).toContain('from A, form B')
})

test('the planner fills form B with nothing that form A asks', async () => {
  const path = paths.suggestPlan(round.panelId, { mode: 'fill', form: 'B' })
  const html = await (await server.request(path, { as: round.manager.id })).text()
  expect(html).toContain('The best plan for form B')
  const proposed = /name="plan" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"')
  const plan: { questionIds: string[] }[] = JSON.parse(proposed ?? '[]')
  const asked = plan.flatMap(({ questionIds }) => questionIds)
  expect(asked.length).toBeGreaterThan(draft().b.flat().length)
  expect(asked.filter((id) => draft().a.flat().includes(id))).toEqual([])
})

async function publish() {
  const form = { formKey: newId(), revision: String(draft().revision) }
  return server.request(paths.publishPanel(round.panelId), { as: round.manager.id, form })
}

test('both forms are published under one number, and each is read and printed by itself', async () => {
  const asManager = { as: round.manager.id }
  const page = await (await server.request(paths.publishPanel(round.panelId), asManager)).text()
  expect(page).toContain('Two forms of it')
  expect((await publish()).status).toBe(302)
  const forms = listCurrentForms(server.db, round.panelId)
  expect(forms.map(({ number, form }) => [number, form])).toEqual([
    [2, 'A'],
    [2, 'B'],
  ])
  const askedIn = (i: number) =>
    forms[i]?.snapshot.interviews.map(({ questions }) => questions.map(({ questionId }) => questionId))
  expect([askedIn(0), askedIn(1)]).toEqual([draft().a, draft().b])
  const ids = forms.map(({ snapshot }) => snapshot.interviews.map(({ id }) => id).join())
  expect(new Set(ids).size).toBe(1)
  for (const [i, form] of (['A', 'B'] as const).entries()) {
    const path = `${paths.panel(round.panelId)}?version=2&form=${form}`
    const title = forms[i]?.snapshot.interviews[0]?.questions[0]?.content.title ?? ''
    const html = await (await server.request(path, asManager)).text()
    expect(html).toContain(title.replaceAll("'", '&#x27;'))
  }
  const interview = forms[1]?.snapshot.interviews[0]?.id ?? ''
  const kit = await server.request(paths.panelKitsPdf(round.panelId, { form: 'B', interview }), asManager)
  expect(kit.headers.get('Content-Disposition')).toContain('form B')
  expect((await server.request(`${paths.panel(round.panelId)}?version=1&form=B`, asManager)).status).toBe(404)
  expect((await publish()).status).toBe(302)
  expect(listCurrentForms(server.db, round.panelId)).toEqual(forms)
})

test('a candidate is planned in the form that fewer have had, unless somebody chooses the other', async () => {
  const { coordinator, candidates, panelId, snapshot } = round
  const [first, second] = snapshot.interviews
  const planned = async (applicationId: string, fields: Record<string, string>) => {
    const form = { formKey: newId(), zone: 'Europe/Berlin', date: '2026-09-21', ...fields }
    return server.request(paths.planLoop(applicationId), { as: coordinator.id, form })
  }
  const other = addPerson(server.db, { access: 'interviewer' }).id
  const [applicationId] = addCandidate()
  const page = await (await server.request(paths.planLoop(applicationId), { as: coordinator.id })).text()
  expect(page).toMatch(/<option value="B" selected="">Form B, 0 candidates so far/)
  expect(page).toContain(`Form A, ${counted(candidates.length, 'candidate')} so far`)
  const at = (id: string | undefined) => ({ [`time.${id}`]: '', [`who.${id}.0`]: other })
  expect((await planned(applicationId, { form: 'B', anyway: '1', ...at(first?.id) })).status).toBe(302)
  const sessions = () =>
    server.db
      .select({ id: session.id, form: panelVersion.form })
      .from(session)
      .innerJoin(panelVersion, eq(panelVersion.id, session.panelVersionId))
      .where(eq(session.applicationId, applicationId))
      .all()
  expect(sessions()).toMatchObject([{ form: 'B' }])
  const shown = await server.request(paths.session(sessions()[0]?.id ?? ''), { as: other })
  expect(await shown.text()).toContain('version 2, form B')
  const again = await planned(applicationId, { form: 'A', anyway: '1', ...at(first?.id) })
  expect(again.status).toBe(409)
  const mixed = await planned(applicationId, { form: 'A', ...at(second?.id) })
  expect(await mixed.text()).toContain('other interviews are form B')
  expect((await planned(applicationId, { form: 'C', ...at(second?.id) })).status).toBe(422)
  expect(sessions()).toHaveLength(1)
  expect((await server.request(paths.planLoop(applicationId), { as: other })).status).toBe(403)

  function addCandidate(): [string] {
    const ids = { candidate: newId(), application: newId() }
    const at = { createdAtMs: 1 }
    server.db
      .insert(candidate)
      .values({ id: ids.candidate, code: 'Z9Y8', name: 'Zoe Testname', createdBy: coordinator.id, ...at })
      .run()
    server.db
      .insert(application)
      .values({ id: ids.application, candidateId: ids.candidate, panelId, ...at })
      .run()
    return [ids.application]
  }
})

test('a comparison spans both forms, and marks no score of a current form as one of another version', () => {
  const rows = listVersions(server.db, round.panelId)
  const [a, b] = listCurrentForms(server.db, round.panelId)
  expect(rows.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([a?.id])
  const first = rows.find(({ number }) => number === 1)
  // Form A says what version 1 said, so what was recorded under that is marked no more than what is recorded now.
  expect(first?.isAsNow).toBe(JSON.stringify(first?.snapshot) === JSON.stringify(a?.snapshot))
  expect(
    rows
      .filter(({ isAsNow, number }) => isAsNow && number === 2)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([a?.id ?? '', b?.id ?? ''].toSorted())
})
