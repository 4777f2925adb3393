import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { progressType, readProgress } from '#app/lib/print-progress.ts'
import { paths, type SearchQuery } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { application, session } from '#db/schema/scorecards.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { readOutline } from '#tests/support/pdf-structure.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

// Every test prints, and a printer takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const now = roundStartMs + 3 * 86_400_000
let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 3 })
})
afterAll(() => server.close())

const own = () => first(round.interviewers)
const loop = () => first(round.candidates).sessions
function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error('the round is empty')
  return item
}

const choose = (query: SearchQuery): SearchQuery => ({ chosen: '1', who: 'all', ...query })
const one = (document: string | string[], query: SearchQuery = {}) =>
  choose({ document, who: 'some', candidate: first(round.candidates).applicationId, ...query })

// why: reading a file keeps this process busy for longer than the server in it keeps a connection open.
const headers = { Connection: 'close' }

async function openPage(query: SearchQuery, as: string) {
  const answer = await server.request(paths.printPanel(round.panelId, query), { as, headers })
  const html = (await answer.text())
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', '’')
    .replaceAll('<!-- -->', '')
  const count = /role="status"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
  return { status: answer.status, html, count }
}

async function fetchFile(query: SearchQuery, as: string) {
  const answer = await server.request(paths.packetPdf(round.panelId, query), { as, headers })
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  const pdf = new Uint8Array(await answer.arrayBuffer())
  return { answer, pdf, pages: (await readPdf(pdf)).pages }
}

async function fetchZip(query: SearchQuery, as: string): Promise<Record<string, Uint8Array>> {
  const answer = await server.request(paths.packetZip(round.panelId, query), { as, headers })
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/zip'])
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; .*\.zip$/)
  return unzipSync(new Uint8Array(await answer.arrayBuffer()))
}

test('kits of every candidate are one file with bookmarks, as many pages as the page says', async () => {
  const [, , , fourth] = round.interviewers
  const query = choose({ document: 'kit', by: [own().id, fourth?.id ?? ''] })
  const { count } = await openPage(query, round.coordinator.id)
  const { pdf, pages } = await fetchFile(query, round.coordinator.id)
  const kits = 3 * 2
  expect(count).toBe(`${kits} documents, ${pages.length} pages.`)
  expect(pages.filter((page) => page.includes('Page 1 of'))).toHaveLength(kits)
  const outline = await readOutline(pdf)
  expect(outline.map(({ title }) => title)).toEqual(round.candidates.map(({ name }) => name))
  const [interview] = round.snapshot.interviews
  const seat = outline[0]?.items[0]
  expect(seat?.title).toBe(`A ${interview?.focus}, ${own().name}`)
  expect(seat?.items.map(({ title }) => title)).toEqual(['Interview kit'])
})

test('nothing chosen begins with the kits of all, or of those of today and tomorrow', async () => {
  const { db } = server
  const later = await openPage({}, round.observer.id)
  expect(later.html).toContain('Interviewed today or tomorrow: 0')
  expect(later.count).toMatch(/^24 documents,/)
  server.clock.now = roundStartMs - 3_600_000
  const move = (startsAtMs: number) =>
    write(db, (tx) =>
      tx
        .update(session)
        .set({ startsAtMs })
        .where(eq(session.id, first(loop()).id))
        .run(),
    )
  move(roundStartMs + 30 * 86_400_000)
  const before = await openPage({}, round.observer.id)
  move(roundStartMs)
  server.clock.now = now
  expect(before.html).toContain('Interviewed today or tomorrow: 3')
  // The kits of the session that is held next month wait until then.
  expect(before.count).toMatch(/^22 documents,/)
})

test('printed on both sides the page counts sheets, and the file has twice as many pages', async () => {
  const query = one('kit', { sides: 'both' })
  const { count } = await openPage(query, round.coordinator.id)
  const { pages } = await fetchFile(query, round.coordinator.id)
  expect(count).toContain(`${pages.length / 2} sheets printed on both sides`)
})

test('an interviewer gets their own kits and nobody else’s', async () => {
  const { pages } = await fetchFile(choose({ document: ['kit', 'blank'] }), own().id)
  const [, other] = round.interviewers
  const text = pages.join(' ')
  expect(text).toContain(own().name)
  expect(text).not.toContain(other?.name ?? 'nobody')
  expect(pages.filter((page) => page.includes('Page 1 of'))).toHaveLength(2 * 3)
  // They are the only one whom they could choose, so there is nothing to choose.
  expect((await openPage({}, own().id)).html).not.toContain('Interviewers: all')
})

test('whoever interviews nobody here has nothing to print, whatever ids they send', async () => {
  const stranger = round.interviewers.at(-1) ?? own()
  const page = await openPage({}, stranger.id)
  expect(page.html).toContain('No candidates to print for')
  expect(page.html).not.toContain(first(round.candidates).name)
  for (const path of [paths.packetPdf, paths.packetZip])
    for (const query of [
      choose({ document: ['kit', 'filled', 'debrief', 'form'] }),
      one(['kit', 'filled', 'form']),
    ]) {
      const answer = await server.request(path(round.panelId, query), { as: stranger.id })
      expect(answer.status).toBe(409)
      expect(await answer.text()).not.toContain(first(round.candidates).name)
    }
  expect((await server.request(paths.packetPdf(round.panelId, one('kit')))).status).toBe(401)
})

test('a panel or a choice that there is not, is not there', async () => {
  for (const path of [
    paths.packetPdf('no-such-panel', one('kit')),
    paths.packetZip('no-such-panel', one('kit')),
    paths.packetPdf(round.panelId, one('diary')),
    paths.packetPdf(round.panelId, one('kit', { paper: 'a3' })),
    paths.printPanel(round.panelId, one('kit', { who: 'me' })),
    paths.printPanel(round.panelId, { candidate: Array.from({ length: 151 }, (_, i) => `c${i}`) }),
  ])
    expect([path, (await server.request(path, { as: round.manager.id })).status]).toEqual([path, 404])
})

test('some candidates and some interviewers are those and no others', async () => {
  const [, second] = round.candidates
  const query = choose({ document: 'kit', who: 'some', candidate: second?.applicationId, by: own().id })
  const { pages } = await fetchFile(query, round.coordinator.id)
  expect(pages.filter((page) => page.includes('Page 1 of'))).toHaveLength(1)
  expect(pages[0]).toContain(second?.name)
  expect(pages[0]).toContain(own().name)
})

test('the code stands in place of the name, in the file, its bookmarks, and the names of the zip', async () => {
  const { code, name } = first(round.candidates)
  const query = one('kit', { names: 'code', by: own().id })
  const { answer, pdf, pages } = await fetchFile(query, round.coordinator.id)
  expect(pages.join(' ')).not.toContain(name)
  expect((await readOutline(pdf)).map(({ title }) => title)).toEqual([`Candidate ${code}`])
  expect(answer.headers.get('Content-Disposition')).not.toContain(name)
  const files = await fetchZip(query, round.coordinator.id)
  expect(Object.keys(files)).toEqual([expect.stringMatching(new RegExp(`^Candidate ${code}/A .*\\.pdf$`))])
  expect((await openPage(query, round.coordinator.id)).html).not.toContain(`${name}<`)
})

test('filled scorecards that the rule does not open yet are left out, and the page says so before', async () => {
  const { db } = server
  const candidate = first(round.candidates)
  fillCard(db, pickCard(round, 1), { now: now - 600_000, text: 'Astonishing' })
  const query = one(['filled', 'debrief', 'kit'])
  const owed = loop().flatMap(({ cards }) => cards).length
  const manager = await openPage(query, round.manager.id)
  expect(manager.html).toContain(
    `of ${candidate.name}: 1 of ${owed} scorecards is in; you see them when all are.`,
  )
  const bound = await fetchFile(query, round.manager.id)
  expect(bound.pages.join(' ')).not.toContain('Astonishing')
  expect(manager.count).toBe(`${owed} documents, ${bound.pages.length} pages.`)
  const alone = await server.request(paths.packetPdf(round.panelId, one(['filled', 'debrief'])), {
    as: round.manager.id,
  })
  expect(alone.status).toBe(409)
  // Their own draft is theirs to print, as a draft; what the other one of the session wrote is not.
  const waiting = await openPage(query, own().id)
  expect(waiting.html).toContain('you see the others a minute after you submit yours.')
  const mine = (await fetchFile(one('filled'), own().id)).pages
  expect(mine.every((page) => page.includes('DRAFT'))).toBe(true)
  expect(mine.join(' ')).not.toContain('Astonishing')
})

test('once all are in, scorecards and debrief packet stand under their candidate', async () => {
  const { db } = server
  const [, , third] = round.candidates
  const cards = third?.sessions.flatMap((entry) => entry.cards) ?? []
  for (const index of cards.keys())
    fillCard(db, pickCard(round, index, 2), { now: now - 600_000, text: `Said to ${index}` })
  const query = choose({
    document: ['filled', 'debrief', 'comparison', 'plan'],
    who: 'some',
    candidate: third?.applicationId,
  })
  const { pdf, pages } = await fetchFile(query, round.manager.id)
  const text = pages.join(' ')
  for (const index of cards.keys()) expect(text).toContain(`Said to ${index}`)
  expect(text).not.toContain('Private:')
  const outline = await readOutline(pdf)
  expect(outline.map(({ title }) => title)).toEqual(['Panel', third?.name])
  expect(outline[0]?.items.map(({ title }) => title)).toEqual(['Panel plan', 'Comparison'])
  expect(outline[1]?.items[0]?.title).toBe('Debrief packet')
  expect(outline[1]?.items).toHaveLength(1 + cards.length)
  expect((await openPage(query, round.manager.id)).count).toBe(
    `${3 + cards.length} documents, ${pages.length} pages.`,
  )
})

test('forms come in the zip alone, each to fill and bring back by itself; the page says so', async () => {
  const query = one(['form', 'kit'], { by: own().id })
  const page = await openPage(query, own().id)
  expect(page.count).toMatch(/^1 document, .* 1 scorecard to fill on screen comes in the zip alone\.$/)
  const files = await fetchZip(query, own().id)
  expect(Object.keys(files)).toHaveLength(2)
  const [form] = Object.entries(files).filter(([name]) => name.includes('to fill on screen'))
  expect(Buffer.from(form?.[1] ?? []).toString('latin1')).toContain('/AcroForm')
  const bound = await fetchFile(query, own().id)
  expect(Buffer.from(bound.pdf).toString('latin1')).not.toContain('/AcroForm')
  // The same form as the one that is printed alone.
  const cardId = pickCard(round, 0).cardId
  const single = await server.request(paths.formPdf(cardId), { as: own().id })
  const text = async (pdf: Uint8Array) => (await readPdf(pdf)).pages.join(' ')
  expect(await text(form?.[1] ?? new Uint8Array())).toBe(
    await text(new Uint8Array(await single.arrayBuffer())),
  )
  const alone = await server.request(paths.packetPdf(round.panelId, one('form')), { as: own().id })
  expect(alone.status).toBe(409)
})

test('an observer is offered no forms, and gets none', async () => {
  const { html } = await openPage({}, round.observer.id)
  expect(html).not.toContain('Scorecards to fill on screen')
  const answer = await server.request(paths.packetZip(round.panelId, one('form')), { as: round.observer.id })
  expect(answer.status).toBe(409)
})

test('equal packets are made once and have one ETag; the zip is another file', async () => {
  const query = one('kit', { by: own().id })
  const { answer } = await fetchFile(query, own().id)
  const etag = answer.headers.get('ETag') ?? ''
  for (const [path, status] of [
    [paths.packetPdf(round.panelId, query), 304],
    [paths.packetZip(round.panelId, query), 200],
  ] as const) {
    const again = await server.request(path, { as: own().id, headers: { 'If-None-Match': etag } })
    expect([path, again.status]).toEqual([path, status])
  }
})

test('a packet tells how far it is, as a zip too', async () => {
  const answer = await server.request(paths.packetZip(round.panelId, choose({ document: 'blank' })), {
    as: own().id,
    headers: { Accept: progressType },
  })
  if (!answer.body) throw new Error('nothing came')
  const steps: number[] = []
  const zip = await readProgress(answer.body, (percent) => steps.push(percent))
  expect(steps.length).toBeGreaterThan(1)
  expect(Object.keys(unzipSync(zip))).toHaveLength(3)
})

test('how a packet is printed is remembered', async () => {
  await openPage({ ...one('kit'), paper: 'letter', ink: 'grey' }, round.observer.id)
  const { html } = await openPage({}, round.observer.id)
  expect(html).toMatch(
    /<input[^>]*name="paper"[^>]*checked=""[^>]*value="letter"|<input[^>]*value="letter"[^>]*checked=""/,
  )
})

test('what stands in the way is told in words: nobody planned, withdrawn, too many', async () => {
  const { db } = server
  const [, second] = round.candidates
  const ids = second?.sessions.map(({ id }) => id) ?? []
  write(db, (tx) => {
    for (const id of ids) tx.update(session).set({ status: 'cancelled' }).where(eq(session.id, id)).run()
  })
  const query = choose({ document: 'kit', who: 'some', candidate: second?.applicationId })
  expect((await openPage(query, round.manager.id)).html).toContain(
    `of ${second?.name}: No such interview is planned.`,
  )
  expect((await server.request(paths.packetPdf(round.panelId, query), { as: round.manager.id })).status).toBe(
    409,
  )
  write(db, (tx) =>
    tx
      .update(application)
      .set({ withdrawnAtMs: now })
      .where(eq(application.id, second?.applicationId ?? ''))
      .run(),
  )
  expect((await openPage(query, round.manager.id)).html).toContain(
    `of ${second?.name}: Withdrawn from this panel.`,
  )
})
