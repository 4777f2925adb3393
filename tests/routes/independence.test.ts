import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '#app/domains/people/person.ts'
import { write } from '#db/client.server.ts'
import * as tables from '#db/schema/index.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { addPerson, addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { fillPath, listRoutes, sampleParams } from '#tests/support/routes.ts'
import { importBuild, startTestServer, type TestServer } from '#tests/support/server.ts'
import { addToSession } from '#tests/support/shadow.ts'

const now = roundStartMs + 86_400_000
const sealedAtMs = now - 600_000
let server: TestServer
let round: Round
let addresses: string[] = []

/** Everybody whom the rule still closes the first candidate's cards to, with their own card where they have one. */
let viewers: Viewer[] = []
type Viewer = { kind: string; person: Person; ownCardId: string | null; cookie: string }

beforeAll(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db)
  const { db } = server
  for (const index of [1, 2, 3]) {
    fillCard(db, pickCard(round, index), { now: sealedAtMs, level: 2, text: 'Ordinary' })
  }
  const otherShadow = addToSession(db, round, { of: 1 })
  fillCard(db, otherShadow, { now: sealedAtMs, level: 2, text: 'Ordinary' })
  fillCard(db, pickCard(round, 4), { now: sealedAtMs, level: 2, text: 'Ordinary', submit: false })

  const interviewer = pickCard(round, 0)
  const shadow = addToSession(db, round, {
    of: 1,
    person: addPerson(db, { access: 'interviewer', name: 'Sam' }),
  })
  const leading = addPerson(db, { access: 'manager', name: 'Lena Both' })
  const manager = addToSession(db, round, { of: 2, person: leading, seat: 'interviewer' })
  for (const card of [interviewer, shadow, manager])
    fillCard(db, card, { now: sealedAtMs, level: 3, text: 'Mine', submit: false })
  const guest = await addGuestTo(server.services, round, { session: 1 })
  const guestBefore = await addGuestTo(server.services, round, { session: 0, name: 'Gil Before' })
  fillCard(db, guestBefore.card, { now: sealedAtMs, level: 3, text: 'Mine' })
  const stranger = round.interviewers.at(-1)
  if (!stranger) throw new Error('the round has no interviewers')
  const viewerOf = (kind: string, person: Person, ownCardId: string | null = null): Viewer => ({
    kind,
    person,
    ownCardId,
    cookie: server.cookieOf(person.id),
  })
  viewers = [
    viewerOf('an interviewer with a draft', interviewer.person, interviewer.cardId),
    viewerOf('a shadow with a draft', shadow.person, shadow.cardId),
    viewerOf('a manager who interviews', leading, manager.cardId),
    viewerOf('a guest', guest.person, guest.card.cardId),
    viewerOf('a guest who has handed in', guestBefore.person, guestBefore.card.cardId),
    viewerOf('an interviewer of nobody', stranger),
    viewerOf('a manager who does not interview', round.manager),
    viewerOf('a coordinator', round.coordinator),
    viewerOf('an observer', round.observer),
    viewerOf('an administrator', round.administrator),
  ]
  addresses = await listAddresses()
})
afterAll(() => server.close())

/** What prints plans and forms to be filled takes seconds and is the same for everybody who may have it: one of them prints it. */
const blankForm = /\/(?:(?:kit|kits|loop|plan|packet)\.pdf|packet\.zip)$/
/** Large and without a word of cards: what their markup is made of is compared, not the markup. */
const bankPage = /^\/(questions|competencies|roles)/
/** Suggests a code by chance. */
const byChance = /^\/candidates\/new/

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const noise = new RegExp(`nonce="[^"]*"|${uuid}|cspNonce\\\\*",\\\\*"[^"\\\\]*`, 'g')
/** Sizes of files and disks, which everything on the machine moves. */
const sizes = /\d[\d.,]*\s(?:bytes|kB|MB|GB|TB)\b/g

/** What may differ between two answers to the same question: nonces and the keys of forms. Ids of the round are kept. */
function withoutNoise(text: string, ids: ReadonlySet<string>): string {
  return text.replace(sizes, '#').replace(noise, (found) => (ids.has(found) ? found : '#'))
}

/** Ids of everything that exists: a form's key is none of them. */
function listIds(): Set<string> {
  const tables = ['user', 'panel', 'candidate', 'application', 'session', 'scorecard']
  const rows = tables.flatMap((name) =>
    server.db.$client.prepare<[], { id: string }>(`select id from "${name}"`).all(),
  )
  return new Set([...rows.map((row) => row.id), round.panelVersionId, round.importId, round.draftId])
}

const queries = {
  '/candidates': ['q=Ordinary', 'q=Astonish', 'sort=planned', 'sort=-next', 'sort=-name'],
  '/questions': ['q=Ordinary', 'q=Astonish', 'sort=-used'],
  '/people': ['q=Interviewer', 'sort=-name'],
  '/schedule': ['when=past'],
  '/scorecards/due': ['show=late', 'show=today', 'show=all&panel=none'],
  compare: [
    'sort=overall',
    'sort=-overall',
    'sort=-name',
    'sort=submitted',
    'score=raw',
    'score=raw&sort=overall',
  ],
} as const

/** Every address that answers to GET, with the ids of a card that somebody else has handed in. */
async function listAddresses(): Promise<string[]> {
  const other = pickCard(round, 1)
  const samples = {
    ...sampleParams(round),
    sessions: other.sessionId,
    scorecards: other.cardId,
    transcribe: other.person.id,
    people: other.person.id,
  }
  const paths = listRoutes(await importBuild())
    .filter((route) => route.hasLoader && route.rule !== 'public' && route.path !== '')
    .map((route) => fillPath(route, samples))
  const pair = round.candidates.map((candidate) => candidate.applicationId).join(',')
  const sides = `${paths.find((path) => path.endsWith('/compare/side')) ?? ''}?ids=${pair}`
  const kept = `${paths.find((path) => path.endsWith('/compare')) ?? ''}?keep=${round.candidates[0]?.applicationId ?? ''}`
  const chosen = [sides, `${sides}&order=panel`, `${sides}&only=different`, kept, `${kept}&score=raw`]
  const printed = [
    `/print/scorecard/${other.cardId}`,
    `/print/debrief/${round.panelId}`,
    `/print/comparison/${round.panelId}`,
  ]
  const packet = 'chosen=1&who=all&document=filled&document=debrief'
  const packets = [
    `/panels/${round.panelId}/print?${packet}&document=form`,
    `/panels/${round.panelId}/packet.pdf?${packet}`,
  ]
  const more = Object.entries(queries).flatMap(([end, list]) =>
    paths
      .filter((path) => path === end || path.endsWith(`/${end}`))
      .flatMap((path) => list.map((query) => `${path}?${query}`)),
  )
  return ['/', ...new Set([...paths, ...more, ...chosen, ...printed, ...packets])].sort()
}

/** The page and the request that the browser makes for it on a click; a file has no second form. */
function formsOf(address: string): string[] {
  const [path = '', query] = address.split('?')
  if (/\.(pdf|csv|json|zip)$/.test(path)) return [address]
  const data = `${path === '/' ? '/_root' : path}.data${query ? `?${query}` : ''}`
  return bankPage.test(path) ? [data] : [address, data]
}

async function readAnswers(viewer: Viewer): Promise<Record<string, string>> {
  const ids = listIds()
  const headers = { Cookie: viewer.cookie }
  const own = viewer.ownCardId
    ? [`/scorecards/${viewer.ownCardId}`, `/scorecards/${viewer.ownCardId}/fill`]
    : []
  const answers: Record<string, string> = {}
  const keep = async (name: string, response: Response) => {
    const body = withoutNoise(Buffer.from(await response.arrayBuffer()).toString('latin1'), ids)
    answers[name] = `${response.status} ${response.headers.get('Location') ?? ''}\n${body}`
  }
  const printsBlanks = viewer.kind === 'a manager who interviews'
  const walked = [...addresses, ...own].filter((address) => printsBlanks || !blankForm.test(address))
  for (const address of walked.flatMap(formsOf)) {
    await keep(address, await server.request(address, { headers }))
  }
  for (const [path, form] of listRefusedForms()) {
    await keep(`POST ${path} ${form['intent'] ?? ''}`, await server.request(path, { headers, form }))
  }
  const operation = {
    opId: '01990000-0000-7000-8000-00000000000a',
    scorecardId: pickCard(round, 1).cardId,
    field: 'summary:for',
    base: 1,
    value: 'Not mine',
  }
  const json = { operations: [operation] }
  await keep('POST operations', await server.request('/api/operations', { headers, json }))
  return answers
}

/** Forms about somebody else's card that change nothing, whoever sends them: what they are told may not depend on it. */
function listRefusedForms(): [string, Record<string, string>][] {
  const { cardId, sessionId, person } = pickCard(round, 1)
  const session = `/sessions/${sessionId}`
  return [
    [`/scorecards/${cardId}?index`, {}],
    [`/scorecards/${cardId}/fill`, { intent: 'submit', 'summary:for': 'x' }],
    [`/scorecards/${cardId}/amend`, { reason: 'x', 'summary:for': 'x' }],
    [`/applications/${round.candidates[0]?.applicationId ?? ''}?index`, { reason: 'x' }],
    [session, { intent: 'interviewers', removeId: person.id }],
    [session, { intent: 'seat', personId: person.id, seat: 'shadow' }],
    [session, { intent: 'status', status: 'cancelled' }],
    [`${session}/transcribe/${person.id}`, { 'summary:for': 'x' }],
    ['/scorecards/due', { intent: 'send', personId: person.id }],
    ...listDebriefForms(),
  ]
}

/** What can be sent to a debrief; nobody who still waits is told whether there is one. */
function listDebriefForms(): [string, Record<string, string>][] {
  const path = `/applications/${round.candidates[0]?.applicationId ?? ''}/debrief`
  const { cardId, interview } = pickCard(round, 1)
  const questionId = interview.questions[0]?.questionId ?? ''
  return [
    { intent: 'start' },
    { intent: 'topic', topicKey: 'decide' },
    { intent: 'note', topicKey: 'decide', base: '0', note: 'x' },
    {
      intent: 'rate',
      scorecardId: cardId,
      questionId,
      base: '0',
      level: '2',
      reason: 'A reason of some length.',
    },
    { intent: 'write-decision', number: '1', version: '0', outcome: 'hire', reason: 'Mine' },
    { intent: 'sign-decision', number: '2', version: '1', stance: 'agree' },
    { intent: 'lock-decision', number: '2', version: '1' },
    { intent: 'reopen-decision', number: '1', version: '1', reopenReason: 'Mine' },
  ].map((form) => [path, form])
}

/** A debrief of the first candidate with all that others said in it, which was not there before. */
function addDebrief(): void {
  const { cardId, interview, person } = pickCard(round, 1)
  write(server.db, (tx) => {
    tx.insert(tables.debrief)
      .values({
        id: 'debrief',
        applicationId: round.candidates[0]?.applicationId ?? '',
        leadId: round.manager.id,
        revision: 7,
        speakers: [person.id],
        topicKey: 'decide',
        turn: 1,
        timerEndsAtMs: now + 60_000,
        startedAtMs: now,
      })
      .run()
    const noted = { debriefId: 'debrief', note: 'Astonish', version: 1, userId: round.manager.id, atMs: now }
    tx.insert(tables.debriefTopic)
      .values({ ...noted, topicKey: interview.competencyIds[0] ?? '', isDone: true })
      .run()
    tx.insert(tables.finalRating)
      .values({
        debriefId: 'debrief',
        scorecardId: cardId,
        questionId: interview.questions[0]?.questionId ?? '',
        version: 1,
        level: 1,
        reason: 'Astonish',
        userId: person.id,
        atMs: now,
      })
      .run()
    const by = { userId: round.manager.id, atMs: now }
    const words = { competencyIds: [], reason: 'Astonish', reopenReason: 'Astonish' }
    const locked = { lockedAtMs: now, lockedBy: round.manager.id }
    tx.insert(tables.decision)
      .values([
        {
          id: 'decision-1',
          debriefId: 'debrief',
          number: 1,
          version: 1,
          outcome: 'hold',
          ...words,
          ...by,
          ...locked,
          reopenedAtMs: now,
          reopenedBy: round.manager.id,
        },
        { id: 'decision-2', debriefId: 'debrief', number: 2, version: 1, outcome: 'hire', ...words, ...by },
      ])
      .run()
    tx.insert(tables.signature)
      .values({
        decisionId: 'decision-2',
        userId: person.id,
        decisionVersion: 1,
        stance: 'dissent',
        dissent: 'Astonish',
        atMs: now,
      })
      .run()
  })
}

/** The same cards, handed in at the same moments, with another content: words, levels, recommendations. */
function rewriteOthers(): void {
  const mine = viewers.map((viewer) => `'${viewer.person.id}'`).join(',')
  const others = `(select id from scorecard where interviewer_id not in (${mine}))`
  server.db.$client.exec(`
    update scorecard_field set value = replace(replace(value, 'Ordinary', 'Astonish'), '"level":2', '"level":4') where scorecard_id in ${others};
    update scorecard_field set value = '"yes"' where field = 'recommendation' and scorecard_id in ${others};
    update session_interviewer set could_read_others = 1 where user_id not in (${mine});
    update scorecard set submitted = replace(replace(replace(submitted, 'Ordinary', 'Astonish'), '"level":2', '"level":4'), '"no"', '"yes"') where id in ${others};
  `)
}

test(
  'nothing that anybody is sent before the rule opens the cards depends on what others wrote',
  { timeout: 600_000 },
  async () => {
    const before = new Map<string, Record<string, string>>()
    for (const viewer of viewers) before.set(viewer.kind, await readAnswers(viewer))
    rewriteOthers()
    addDebrief()
    const leaks: string[] = []
    for (const viewer of viewers) {
      const first = before.get(viewer.kind) ?? {}
      const second = await readAnswers(viewer)
      expect(Object.keys(first).length).toBeGreaterThan(60)
      for (const [address, answer] of Object.entries(second)) {
        const note = (words: string) => leaks.push(`${viewer.kind}, ${address}: ${words}`)
        if (answer !== first[address] && !byChance.test(address)) note('depends on what others wrote')
        // A page repeats what was searched for.
        const isAsked = /q=(Ordinary|Astonish)/.test(address)
        if (!isAsked && /Ordinary|Astonish/.test(answer)) note('tells what others wrote')
        if (answer.startsWith('5')) note('breaks')
      }
    }
    expect(leaks).toEqual([])
  },
)

test('the comparison of two databases would notice a leak: the writers themselves see the difference', async () => {
  const { person, cardId } = pickCard(round, 1)
  const answers = await readAnswers({
    kind: 'a writer',
    person,
    ownCardId: cardId,
    cookie: server.cookieOf(person.id),
  })
  expect(Object.values(answers).some((text) => text.includes('Astonish'))).toBe(true)
  const debrief = `/applications/${round.candidates[0]?.applicationId ?? ''}/debrief`
  expect(answers[debrief]).toContain('Astonish')
  expect(answers[`${debrief}/events`]).toMatch(/^200 \n\d+$/)
})
