import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { factsType, progressType, readProgress } from '#app/lib/print-progress.ts'
import { paths } from '#app/paths.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'
import { eq } from 'drizzle-orm'
import { write } from '#db/client.server.ts'
import { candidate } from '#db/schema/scorecards.ts'

vi.setConfig({ testTimeout: 120_000 })

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db)
})
afterAll(() => server.close())

const own = () => first(round.interviewers)
const session = () => first(first(round.candidates).sessions)
function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('the round is empty')
  return item
}

async function open(path: string, as: string, headers: Record<string, string> = {}) {
  const answer = await server.request(path, { as, headers })
  const html = (await answer.text()).replaceAll('&amp;', '&')
  return { status: answer.status, html, download: /href="([^"]+\.pdf[^"]*)"/.exec(html)?.[1] ?? '' }
}

test('every document has a page that leads to its file with everything that was chosen', async () => {
  const { applicationId } = first(round.candidates)
  const card = first(session().cards).id
  const manager = round.manager.id
  for (const [path, as, file] of [
    [paths.print('kit', session().id), own().id, `/sessions/${session().id}/kit.pdf`],
    [paths.print('loop', applicationId), round.coordinator.id, `/applications/${applicationId}/loop.pdf`],
    [
      paths.print('panel-kits', round.panelId, { as: 'scorecard' }),
      own().id,
      `/panels/${round.panelId}/kits.pdf`,
    ],
    [paths.print('scorecard', card), own().id, `/scorecards/${card}/scorecard.pdf`],
    [paths.print('form', card), own().id, `/scorecards/${card}/form.pdf`],
    [
      paths.print('form-for', session().id, { interviewerId: own().id }),
      round.coordinator.id,
      `/sessions/${session().id}/transcribe/${own().id}/form.pdf`,
    ],
    [paths.print('panel-plan', round.panelId), own().id, `/panels/${round.panelId}/plan.pdf`],
    [paths.print('comparison', round.panelId), manager, `/panels/${round.panelId}/compare.pdf`],
    [paths.print('debrief', round.panelId), manager, `/panels/${round.panelId}/debrief.pdf`],
  ] as const) {
    const page = await open(path, as)
    expect([path, page.status]).toEqual([path, 200])
    expect(page.download).toContain(file)
    expect(page.download).toContain('paper=a4')
    const pdf = await server.request(page.download, { as })
    expect([path, pdf.status, pdf.headers.get('Content-Type')]).toEqual([path, 200, 'application/pdf'])
  }
})

test('somebody else’s document, and a kind that there is not, are not there', async () => {
  const stranger = round.interviewers.at(-1) ?? own()
  const guest = await addGuestTo(server.services, round, { candidate: 1 })
  const card = first(session().cards)
  for (const person of [stranger, guest.person])
    for (const path of [
      paths.print('kit', session().id),
      paths.print('scorecard', card.id),
      paths.print('form', card.id),
      paths.print('form-for', session().id, { interviewerId: own().id }),
      paths.print('copy', first(round.candidates).id),
      `/print/loop/${first(round.candidates).applicationId}`,
    ])
      expect([path, [403, 404].includes((await open(path, person.id)).status)]).toEqual([path, true])
  expect((await open(paths.print('kit', session().id), stranger.id)).status).toBe(404)
  expect((await open('/print/nothing/1', own().id)).status).toBe(404)
  expect((await open('/print/constructor/1', own().id)).status).toBe(404)
  expect((await open(`${paths.print('kit', session().id)}?paper=a3`, own().id)).status).toBe(404)
})

test('paper begins as it is sold where the browser is, and as it was chosen last', async () => {
  const path = paths.print('panel-kits', round.panelId)
  const { observer, coordinator } = round
  const american = { 'Accept-Language': 'en-US,en;q=0.9' }
  expect((await open(path, observer.id, american)).download).toContain('paper=letter')
  // What a link asks for is not what a person chose.
  await open(`${path}?size=clear`, observer.id)
  expect((await open(path, observer.id)).download).toContain('size=compact')
  await open(`${path}?chosen=1&paper=letter&size=clear&ink=grey`, observer.id)
  const again = (await open(path, observer.id)).download
  for (const chosen of ['paper=letter', 'size=clear', 'ink=grey']) expect(again).toContain(chosen)
  // It is theirs, and of this kind of document.
  expect((await open(path, coordinator.id)).download).toContain('size=compact')
  const other = paths.print('panel-kits', round.panelId, { as: 'scorecard' })
  expect((await open(other, observer.id)).download).toContain('size=compact')
})

test('the code in place of the name is a choice too', async () => {
  const path = paths.print('kit', session().id)
  const { code, name } = first(round.candidates)
  const page = await open(`${path}?chosen=1&names=code`, own().id)
  expect(page.download).toContain('blind=1')
  const pdf = await server.request(page.download, { as: own().id })
  const text = (await readPdf(new Uint8Array(await pdf.arrayBuffer()))).pages.join(' ')
  expect(text).toContain(code)
  expect(text).not.toContain(name)
  await open(`${path}?chosen=1&names=name`, own().id)
})

test('what no font has is named with the text it stands in', async () => {
  const { id, applicationId } = first(round.candidates)
  write(server.db, (tx) =>
    tx.update(candidate).set({ name: 'Ana 山田 Ribeiro' }).where(eq(candidate.id, id)).run(),
  )
  const page = await open(paths.print('loop', applicationId), round.coordinator.id)
  expect(page.html).toContain('come out as question marks: 山 田')
  expect(page.html).toContain('Ana 山田 Ribeiro</li>')
  const blind = await open(paths.print('loop', applicationId, { names: 'code' }), round.coordinator.id)
  expect(blind.html).not.toContain('question marks')
})

test('the file tells how far it is, and comes whole after that', async () => {
  const path = `${paths.panelKitsPdf(round.panelId)}?size=clear&ink=grey&paper=letter`
  const steps: number[] = []
  const answer = await server.request(path, { as: own().id, headers: { Accept: progressType } })
  if (!answer.body) throw new Error('nothing came')
  const pdf = await readProgress(answer.body, (percent) => steps.push(percent))
  expect(steps.length).toBeGreaterThan(1)
  const plain = await server.request(path, { as: own().id })
  expect(Buffer.compare(pdf, Buffer.from(await plain.arrayBuffer()))).toBe(0)
})

test('whoever may not have the file gets neither its facts nor its progress', async () => {
  const stranger = round.interviewers.at(-1) ?? own()
  for (const Accept of [factsType, progressType]) {
    const answer = await server.request(paths.sessionKitPdf(session().id), {
      as: stranger.id,
      headers: { Accept },
    })
    expect(answer.status).toBe(404)
  }
})

test('whoever leaves calls the work off, and the next one is served', async () => {
  const leaving = new AbortController()
  const path = new URL(`${paths.panelKitsPdf(round.panelId)}?paper=letter`, server.url)
  const cookie = server.cookieOf(own().id)
  const left = fetch(path, {
    headers: { Accept: progressType, Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    signal: leaving.signal,
  })
  const reader = (await left).body?.getReader()
  await reader?.read()
  leaving.abort()
  await expect(reader?.read()).rejects.toThrow()
  expect((await server.request(paths.sessionKitPdf(session().id), { as: own().id })).status).toBe(200)
})
