import { afterAll, beforeAll, expect, test } from 'vitest'
import { pickCard, fillCard } from '#tests/support/cards.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { importBuild, startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 86_400_000
let server: TestServer
let round: Round

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db)
})
afterAll(() => server.close())

/** The same cards, submitted at the same moments, with another content; those that never said `from` stay. */
function rewriteOthers(from: string, to: string, level: number): void {
  const others = `(select scorecard_id from scorecard_field where field = 'summary:for' and value like '%${from}%')`
  server.db.$client.exec(`
    create temp table rewritten as select id from scorecard where id in ${others};
    update scorecard_field set value = replace(value, '${from}', '${to}') where scorecard_id in rewritten;
    update scorecard_field set value = json_set(value, '$.level', ${level})
      where field like 'rating:%' and scorecard_id in rewritten;
    update scorecard_field set value = '"strong-yes"' where field = 'recommendation' and scorecard_id in rewritten;
    update scorecard set submitted = replace(submitted, '${from}', '${to}') where id in rewritten;
    drop table rewritten;
  `)
}

const noise =
  /nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|cspNonce\\*",\\*"[^"\\]*/g

/** What may differ between two answers to the same question: nonces and the keys of forms. Ids of the round are kept. */
function withoutNoise(text: string, ids: ReadonlySet<string>): string {
  return text.replace(noise, (found) => (ids.has(found) ? found : '#'))
}

function idsOf(): Record<string, string> {
  const other = pickCard(round, 1)
  const candidate = round.candidates[0]
  return {
    panelId: round.panelId,
    candidateId: candidate?.id ?? '',
    applicationId: candidate?.applicationId ?? '',
    sessionId: other.sessionId,
    scorecardId: other.cardId,
    interviewerId: other.person.id,
    questionId: other.interview.questions[0]?.questionId ?? '',
    roleId: round.snapshot.role.id,
    personId: other.person.id,
    userId: other.person.id,
  }
}

/** Every address that answers to GET, from the build itself, with the ids of somebody else's card filled in. */
async function listAddresses(): Promise<string[]> {
  const { routes } = await importBuild()
  const ids = idsOf()
  const pathOf = (id: string): string => {
    const route = routes[id]
    const parent = route?.parentId ? pathOf(route.parentId) : ''
    return route?.path ? `${parent}/${route.path}` : parent
  }
  const found = Object.values(routes)
    .filter((route) => route && (route.path || route.index))
    .map((route) => pathOf(route?.id ?? '').replace(/:(\w+)\??/g, (_, name: string) => ids[name] ?? 'none'))
  const own = pickCard(round, 0)
  const extra = [`/scorecards/${own.cardId}`, `/scorecards/${own.cardId}/fill`, `/sessions/${own.sessionId}`]
  return [...new Set([...found, ...extra])].filter((path) => path !== '' && !/\*|sign-out/.test(path)).sort()
}

async function answersOf(cookie: string, more: readonly string[] = []): Promise<Record<string, string>> {
  const ids = new Set([
    ...Object.values(idsOf()),
    ...round.candidates.flatMap((entry) => [
      entry.id,
      entry.applicationId,
      ...entry.sessions.flatMap((session) => [session.id, ...session.cards.map((card) => card.id)]),
    ]),
    ...round.interviewers.map((person) => person.id),
  ])
  const answers: Record<string, string> = {}
  for (const path of [...(await listAddresses()), ...more]) {
    const isFile = /\.(pdf|csv|json)$/.test(path)
    for (const address of isFile ? [path] : [path, `${path === '/' ? '/_root' : path}.data`]) {
      const response = await server.request(address, { headers: { Cookie: cookie } })
      const body = withoutNoise(Buffer.from(await response.arrayBuffer()).toString('latin1'), ids)
      answers[address] = `${response.status} ${response.headers.get('Location') ?? ''}\n${body}`
    }
  }
  return answers
}

test(
  'nothing an interviewer is sent before their own submission depends on what others wrote',
  { timeout: 120_000 },
  async () => {
    const me = pickCard(round, 0)
    const others = [1, 2, 3].map((index) => pickCard(round, index))
    for (const card of others) fillCard(server.db, card, { now: now - 600_000, level: 2, text: 'Ordinary' })
    const cookie = server.cookieOf(me.person.id)
    const before = await answersOf(cookie)

    rewriteOthers('Ordinary', 'Astonishing and rather longer', 4)
    const after = await answersOf(cookie)

    expect(Object.keys(before).length).toBeGreaterThan(10)
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const different = Object.keys(before).filter((address) => after[address] !== before[address])
    expect(different, 'these depend on what others wrote').toEqual([])
    expect(Object.values(after).filter((text) => text.includes('Astonishing'))).toEqual([])
  },
)

test('the comparison of two databases would notice a leak: the writers themselves see the difference', async () => {
  const answers = await answersOf(server.cookieOf(pickCard(round, 1).person.id))
  expect(Object.values(answers).some((text) => text.includes('Astonishing'))).toBe(true)
})

test(
  'nothing a guest is sent depends on what others wrote, not even after they handed in their own',
  { timeout: 120_000 },
  async () => {
    const guest = await addGuestTo(server.services, round)
    const beside = pickCard(round, 0)
    fillCard(server.db, beside, { now: now - 600_000, level: 2, text: 'Everyday' })
    fillCard(server.db, guest.card, { now: now - 600_000, level: 3, text: 'Their own' })
    const cookie = server.cookieOf(guest.person.id)
    const { cardId, sessionId } = guest.card
    const more = [`/scorecards/${cardId}`, `/scorecards/${beside.cardId}`, `/sessions/${sessionId}`]
    const before = await answersOf(cookie, more)
    rewriteOthers('Everyday', 'Unheard of and rather longer', 4)
    const after = await answersOf(cookie, more)

    expect(before[`/scorecards/${cardId}`]).toContain('Their own')
    const different = Object.keys(before).filter((address) => after[address] !== before[address])
    expect(different, 'these depend on what others wrote').toEqual([])
    const leaks = [/Everyday|Unheard of/, /Astonishing/].map((words) =>
      Object.keys(after).filter((address) => words.test(`${before[address]} ${after[address]}`)),
    )
    expect(leaks).toEqual([[], []])
  },
)
