import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefingAdvice } from '#app/domains/scheduling/briefing-advice.ts'
import { paths } from '#app/paths.ts'
import { candidate, scorecard } from '#db/schema/scorecards.ts'
import { pickCard } from '#tests/support/cards.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
let round: Round
beforeAll(async () => {
  server = await startTestServer({ now: roundStartMs })
  round = addRound(server.db)
})
afterAll(() => server.close())

const cvUrl = 'https://example.org/cv.pdf'
const read = async (path: string, as: string) => (await server.request(path, { as })).text()
const momentOf = (cardId: string) =>
  server.db.select({ atMs: scorecard.checkedInAtMs }).from(scorecard).where(eq(scorecard.id, cardId)).get()
    ?.atMs

async function saveCv(text: string, as: string): Promise<Response> {
  const path = paths.candidate(round.candidates[0]?.id ?? '')
  return server.request(path, { as, form: { intent: 'cv', cvUrl: text } })
}

test('the briefing says what to ask, what others ask, whom one meets, and what to mind', async () => {
  const { sessionId, person, interview } = pickCard(round, 0)
  const page = await read(paths.briefing(sessionId), person.id)
  const other = round.snapshot.interviews.find((entry) => entry.id !== interview.id)
  const competency = round.snapshot.competencies.find((entry) => entry.id === interview.competencyIds[0])
  for (const words of [
    round.candidates[0]?.name,
    competency?.definition,
    interview.questions[0]?.content.title,
    other?.questions[0]?.content.title,
    briefingAdvice.dos[0].title,
    briefingAdvice.donts[0].title,
    'Check in and open the scorecard',
  ])
    expect(page).toContain(words)
})

test('checking in opens the card once for all, and those who arrange interviews see when', async () => {
  const { sessionId, cardId, person } = pickCard(round, 0)
  const post = () => server.request(paths.briefing(sessionId), { as: person.id, form: {} })
  for (const answer of [await post(), await post()]) {
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, paths.fillScorecard(cardId)])
  }
  expect(momentOf(cardId)).toBe(roundStartMs)
  const words = `checked in ${new Date(roundStartMs).toISOString().slice(11, 16)}`
  const { coordinator, observer } = round
  for (const path of [paths.session(sessionId), paths.schedule(), paths.home()]) {
    expect([path, (await read(path, coordinator.id)).includes(words)]).toEqual([path, true])
  }
  expect(await read(paths.session(sessionId), observer.id)).not.toContain(words)
  expect(await read(paths.briefing(sessionId), person.id)).toContain(words)
})

test('a colleague in the same session does not learn who is there, others of the loop find nothing', async () => {
  const { sessionId } = pickCard(round, 0)
  const colleague = pickCard(round, 1)
  expect(colleague.sessionId).toBe(sessionId)
  for (const path of [paths.session(sessionId), paths.schedule(), paths.briefing(sessionId)])
    expect(await read(path, colleague.person.id)).not.toMatch(/checked in \d/)
  const stranger = round.interviewers.at(-1)?.id ?? ''
  const asked = await server.request(paths.briefing(sessionId), { as: stranger })
  const posted = await server.request(paths.briefing(sessionId), { as: stranger, form: {} })
  const observed = await server.request(paths.briefing(sessionId), { as: round.observer.id, form: {} })
  expect([asked.status, posted.status, observed.status]).toEqual([404, 404, 403])
})

test('the card opens without a check-in, and offers the briefing until then', async () => {
  const { sessionId, cardId, person } = pickCard(round, 2)
  const offer = `href="${paths.briefing(sessionId)}"`
  expect(await read(paths.fillScorecard(cardId), person.id)).toContain(offer)
  await server.request(paths.briefing(sessionId), { as: person.id, form: {} })
  expect(await read(paths.fillScorecard(cardId), person.id)).not.toContain(offer)
})

test('the link to a CV is for those who arrange the interviews and those who hold them', async () => {
  const { sessionId, person } = pickCard(round, 0)
  const { coordinator, manager, observer } = round
  const saved = await saveCv(cvUrl, coordinator.id)
  expect(saved.headers.get('Location')).toContain('done=cv')
  const path = paths.candidate(round.candidates[0]?.id ?? '')
  for (const as of [manager.id, person.id]) {
    for (const address of [path, paths.briefing(sessionId)]) {
      const page = await read(address, as)
      expect(page).toContain(`href="${cvUrl}"`)
      expect(page).toMatch(/target="_blank" rel="noreferrer"/)
    }
  }
  for (const address of [path, `${path}.data`, paths.briefing(sessionId)])
    expect(await read(address, observer.id)).not.toContain(cvUrl)
})

test.each(['javascript:alert(1)', 'http://example.org/cv', 'https://a:b@example.org/', 'example.org'])(
  'an address that is not safe to open is refused in words: %s',
  async (text) => {
    const answer = await saveCv(text, round.coordinator.id)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/begins with https:\/\/|Take out what stands before/)
    const form = { formKey: 'briefing-form', name: 'Nadia Rahman', cvUrl: text }
    const added = await server.request(paths.newCandidate(), { as: round.coordinator.id, form })
    expect(added.status).toBe(422)
    const rows = JSON.stringify([{ line: 2, name: 'Bo Lind', email: '', code: '', cvUrl: text }])
    const imported = { intent: 'confirm', formKey: `import-${text}`, rows }
    await server.request(paths.importCandidates(), { as: round.coordinator.id, form: imported })
    const kept = server.db.select({ cvUrl: candidate.cvUrl }).from(candidate).all()
    expect(new Set(kept.map((row) => row.cvUrl))).toEqual(new Set([cvUrl, null]))
  },
)

test('an interviewer cannot change the link, and an empty field takes it away', async () => {
  const { person } = pickCard(round, 0)
  expect((await saveCv('https://example.org/other', person.id)).status).toBe(403)
  await saveCv('', round.manager.id)
  const kept = server.db.select({ cvUrl: candidate.cvUrl }).from(candidate).all()
  expect(kept.every((row) => row.cvUrl === null)).toBe(true)
})
