import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 86_400_000
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db, { candidates: 6 })
  // All cards of the first two are in, of the third one is missing, the rest have none.
  fillRound(server.db, round, {
    now: now - 600_000,
    text: 'Words of a scorecard',
    levelOf: (who, card) => (who > 2 || (who === 2 && card === 0) ? null : who === 0 ? 4 : 1 + (card % 2)),
  })
})
afterAll(() => server.close())

function address(candidates: readonly number[], query: { order?: 'panel'; only?: 'different' } = {}): string {
  const ids = candidates.map((index) => round.candidates[index]?.applicationId ?? '')
  return paths.sideBySide(round.panelId, { ids: ids.join(','), ...query })
}

async function read(path: string, as = round.manager.id): Promise<string> {
  const response = await server.request(path, { as })
  expect(response.status).toBe(200)
  return response.text()
}

test('two candidates stand beside each other with their scores, what was written and what may be said of them', async () => {
  const html = await read(address([0, 1]))
  expect(html).toContain('If every interviewer had met Candidate 1 Testname')
  expect(html).toMatch(/Candidate 1 Testname is (clearly|probably) ahead of Candidate 2 Testname/)
  expect(html).toContain('Words of a scorecard')
  expect(html).not.toContain('Private: ')
  const asked = round.snapshot.interviews.flatMap((interview) => interview.questions)
  for (const { content } of asked) expect(html).toContain(content.title.replaceAll("'", '&#x27;'))
})

test('of a candidate whose cards the viewer may not see yet nothing stands there but that they are to come', async () => {
  const html = await read(address([2, 3]))
  expect(html).not.toContain('Words of a scorecard')
  expect(html).toContain('Nothing to see of Candidate 3 Testname here yet')
  expect(html).toContain('you see them when all are')
})

test('too few and too many are told so, and can be chosen anew', async () => {
  const nobody = await read(paths.sideBySide(round.panelId))
  expect(nobody).toContain('Candidates to set side by side, 2 to 5')
  expect(nobody).not.toContain('This is one')
  expect(await read(address([0]))).toContain('This is one. Choose another')
  expect(await read(address([0, 1, 2, 3, 4, 5]))).toContain('These are 6. Take some away')
  const repeated = [0, 1].map((index) => `ids=${round.candidates[index]?.applicationId ?? ''}`).join('&')
  expect(await read(`${paths.sideBySide(round.panelId)}?${repeated}`)).toContain('Over all competencies')
})

test('an id of no candidate, one of another’s candidate and a stranger’s request are answered alike', async () => {
  const unknown = paths.sideBySide(round.panelId, { ids: `${round.candidates[0]?.applicationId},nothing` })
  expect((await server.request(unknown, { as: round.manager.id })).status).toBe(404)
  const nowhere = paths.sideBySide('nothing')
  expect((await server.request(nowhere, { as: round.manager.id })).status).toBe(404)
  const stranger = round.interviewers.at(-1)?.id ?? ''
  expect((await server.request(address([0, 1]), { as: stranger })).status).toBe(404)
  expect((await server.request(address([0, 1]))).status).toBe(302)
})

test('the filter leaves only what they differ in, and says how much is left', async () => {
  const counted = async (path: string) =>
    /role="status"[^>]*>(\d+)(?:<!-- -->)? of (?:<!-- -->)?(\d+)/
      .exec(await read(path))
      ?.slice(1)
      .map(Number)
  const [shown, all] = (await counted(address([0, 1], { order: 'panel' }))) ?? []
  expect(shown).toBeGreaterThan(0)
  expect(shown).toBe(all)
  expect(await counted(address([0, 1], { only: 'different' }))).toEqual([all, all])
  expect(await counted(address([1, 3], { only: 'different' }))).toEqual([0, all])
  expect(await read(address([1, 3], { only: 'different' }))).toContain('They differ nowhere by a whole level')
})

test('the comparison leads there, with those that are kept on top when two to five are', async () => {
  const ids = [0, 2].map((index) => round.candidates[index]?.applicationId ?? '').join(',')
  const html = await read(`${paths.comparison(round.panelId)}?keep=${ids},nothing`)
  expect(html).toContain(`href="${paths.sideBySide(round.panelId, { ids })}"`)
  expect(html).toMatch(/Side by side(<!-- -->)? \((<!-- -->)?2/)
  expect(await read(paths.comparison(round.panelId))).toContain(`href="${paths.sideBySide(round.panelId)}"`)
})
