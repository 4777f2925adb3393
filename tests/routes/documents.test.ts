import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainedTitles } from '#app/domains/panels/planner/plan-explained.ts'
import { paths } from '#app/paths.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { addRound, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer()
  round = addRound(server.db)
}, 30_000)
afterAll(() => server.close())

function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('the round is empty')
  return item
}
const session = () => first(first(round.candidates).sessions)
const own = () => first(round.interviewers)
const stranger = () => round.interviewers.at(-1) ?? own()

async function pages(path: string, as: string): Promise<string[]> {
  const answer = await server.request(path, { as })
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')
  return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages
}

test('blank kits of a panel print before there is any candidate, one interview or all', async () => {
  const all = await pages(paths.panelKitsPdf(round.panelId), round.observer.id)
  for (const interview of round.snapshot.interviews) expect(all.join(' ')).toContain(interview.focus)
  const interview = first(round.snapshot.interviews)
  const one = await pages(
    paths.panelKitsPdf(round.panelId, { interview: interview.id, as: 'scorecard' }),
    own().id,
  )
  expect(one.length).toBeLessThan(all.length)
}, 30_000)

test('a kit names the candidate, or only the code when it is blind', async () => {
  const candidate = first(round.candidates)
  expect((await pages(paths.sessionKitPdf(session().id), own().id)).join(' ')).toContain(candidate.name)
  const blind = (await pages(paths.sessionKitPdf(session().id, { blind: '1' }), own().id)).join(' ')
  expect(blind).toContain(candidate.code)
  expect(blind).not.toContain(candidate.name)
}, 30_000)

test('the whole loop of a candidate is one file, with a kit for each interviewer', async () => {
  const candidate = first(round.candidates)
  const text = (await pages(paths.loopPdf(candidate.applicationId), round.coordinator.id)).join(' ')
  for (const interview of round.snapshot.interviews) expect(text).toContain(interview.focus)
  for (const person of round.interviewers.slice(0, -1)) expect(text).toContain(person.name)
}, 30_000)

test('one’s own draft prints as a draft', async () => {
  const card = session().cards.find((entry) => entry.interviewerId === own().id)
  const printed = await pages(paths.scorecardPdf(card?.id ?? ''), own().id)
  expect(printed.every((page) => page.includes('DRAFT'))).toBe(true)
}, 30_000)

test('the debrief packet prints what the viewer may see, and how much is still owed', async () => {
  const text = (await pages(paths.debriefPdf(round.panelId), round.manager.id)).join(' ')
  expect(text).toContain('0 of')
  expect(text).toContain(first(round.candidates).name)
}, 30_000)

test('debrief packet and scorecard name the candidate by code when they are blind', async () => {
  const candidate = first(round.candidates)
  const card = session().cards.find((entry) => entry.interviewerId === own().id)
  for (const [path, as] of [
    [paths.scorecardPdf(card?.id ?? '', { blind: '1' }), own().id],
    [paths.debriefPdf(round.panelId, { blind: '1' }), round.manager.id],
  ] as const) {
    const answer = await server.request(path, { as })
    expect(answer.headers.get('Content-Disposition')).not.toContain(candidate.name)
    const text = (await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages.join(' ')
    expect(text).toContain(`Candidate ${candidate.code}`)
    expect(text).not.toContain(candidate.name)
  }
}, 30_000)

test('the comparison is printed with what its page shows of each candidate, by code where that is asked for', async () => {
  const candidate = first(round.candidates)
  const text = (await pages(paths.comparisonPdf(round.panelId), round.manager.id)).join(' ')
  for (const words of [candidate.name, '0 of', 'not ordered', 'waiting']) expect(text).toContain(words)
  const blind = (await pages(paths.comparisonPdf(round.panelId, { blind: '1' }), round.manager.id)).join(' ')
  expect(blind).toContain(`Candidate ${candidate.code}`)
  for (const { name } of round.candidates) expect(blind).not.toContain(name)
}, 30_000)

test('an interviewer prints of the comparison their own candidates alone', async () => {
  const path = paths.comparisonPdf(round.panelId)
  expect((await server.request(path, { as: own().id })).status).toBe(200)
  expect((await server.request(path, { as: stranger().id })).status).toBe(404)
  expect((await server.request(path)).status).toBe(401)
}, 30_000)

test('everybody prints the plan of a panel; what is published is no draft', async () => {
  const text = (await pages(paths.panelPlanPdf(round.panelId, { paper: 'letter' }), own().id)).join(' ')
  for (const interview of round.snapshot.interviews) expect(text).toContain(interview.focus)
  expect(text).not.toContain('DRAFT')
  const draft = await pages(paths.panelPlanPdf(round.panelId, { version: 'draft' }), own().id)
  expect(draft.every((page) => page.includes('DRAFT'))).toBe(true)
  for (const words of [text, draft.join(' ')]) {
    expect(words).toContain(explainedTitles.worth)
    expect(words).toMatch(
      /Proven: no plan of this bank is worth more under these rules\. Worth [\d,]+ points/,
    )
    expect(words).toMatch(/Ten more minutes for .+ would bring/)
  }
  expect((await server.request(paths.panelPlanPdf('no-such-panel'), { as: own().id })).status).toBe(404)
  expect(
    (await server.request(paths.panelPlanPdf(round.panelId, { version: '99' }), { as: own().id })).status,
  ).toBe(404)
}, 60_000)

test('the same content is answered once', async () => {
  const path = paths.panelKitsPdf(round.panelId, { interview: first(round.snapshot.interviews).id })
  const etag = (await server.request(path, { as: own().id })).headers.get('ETag') ?? ''
  const again = await server.request(path, { as: own().id, headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
}, 30_000)

test('somebody else’s session, candidate or card is not there', async () => {
  const candidate = first(round.candidates)
  const card = first(session().cards)
  for (const path of [
    paths.sessionKitPdf(session().id),
    paths.loopPdf(candidate.applicationId),
    paths.scorecardPdf(card.id),
    paths.sessionKitPdf('no-such-session'),
  ]) {
    expect((await server.request(path, { as: stranger().id })).status, path).toBe(404)
    expect((await server.request(path)).status, path).toBe(401)
  }
})

test('paper of an unknown size is not there', async () => {
  const path = `${paths.panelKitsPdf(round.panelId)}?paper=a0`
  expect((await server.request(path, { as: own().id })).status).toBe(404)
})
