import { afterEach, beforeEach, expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { startTestServer, type TestServer } from '#tests/support/server.ts'

const now = roundStartMs + 86_400_000

let server: TestServer
let round: Round
let applicationId: string

afterEach(() => server.close())
beforeEach(async () => {
  server = await startTestServer({ now })
  round = addRound(server.db)
  const [candidate] = round.candidates
  applicationId = candidate?.applicationId ?? ''
  candidate?.sessions
    .flatMap((session) => session.cards)
    .forEach((_card, index) =>
      fillCard(server.db, pickCard(round, index), { now: now - 600_000, level: index % 2 ? 4 : 1 }),
    )
  expect((await post(round.manager.id, { intent: 'start' })).status).toBe(302)
})

function post(as: string, form: Record<string, string>) {
  return server.request(paths.debrief(applicationId), { as, form })
}

const first = { number: '1', version: '0' }
const written = { number: '1', version: '1' }
const hire = { intent: 'write-decision', outcome: 'hire', reason: 'Weighed the far ends: worth it.' }
const agree = { intent: 'sign-decision', stance: 'agree' }
const lock = { intent: 'lock-decision' }
const unsign = { intent: 'unsign-decision' }
const reopen = { intent: 'reopen-decision', reopenReason: 'A reference called.' }

function page(as: string) {
  return server.request(paths.debrief(applicationId, { topic: 'decide' }), { as })
}

test('a decision is written, signed with dissent, locked and reopened by plain forms', async () => {
  const { manager } = round
  const interviewer = pickCard(round, 0).person
  const saved = await post(manager.id, { ...hire, ...first })
  expect([saved.status, saved.headers.get('Location')]).toEqual([
    302,
    paths.debrief(applicationId, { topic: 'decide' }),
  ])
  const dissent = { intent: 'sign-decision', ...written, stance: 'dissent', dissent: 'Too early for me.' }
  expect((await post(interviewer.id, dissent)).status).toBe(302)
  expect((await post(manager.id, { ...lock, ...written })).status).toBe(302)
  const locked = await (await page(interviewer.id)).text()
  expect(locked).toContain('Too early for me.')
  expect(locked).toMatch(/Locked.*without the signature of.*Mina Leader/s)
  expect(locked).not.toContain('value="sign-decision"')
  expect((await post(manager.id, { ...reopen, ...written })).status).toBe(302)
  expect(await (await page(manager.id)).text()).toContain('A reference called.')
})

test('what is refused comes back with what was typed', async () => {
  const { manager } = round
  await post(manager.id, { ...hire, ...first })
  const late = await post(manager.id, { ...hire, ...first, outcome: 'hold', reason: 'Mine, typed for long.' })
  expect(late.status).toBe(409)
  const dissent = { intent: 'sign-decision', ...written, stance: 'dissent', form: 'dissent', dissent: ' ' }
  const empty = await post(manager.id, dissent)
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('what you hold against it')
  const overtaken = await post(manager.id, {
    ...hire,
    ...first,
    form: 'write-decision',
    outcome: 'hold',
    reason: 'Mine, typed for long.',
  })
  const text = await overtaken.text()
  expect(text).toContain('Mine, typed for long.')
  expect(text).toContain('Weighed the far ends: worth it.')
  expect((await post(manager.id, { intent: 'reopen-decision', ...written, reopenReason: 'x' })).status).toBe(
    409,
  )
})

test('only who leads decides, and only whose name belongs there signs', async () => {
  const interviewer = pickCard(round, 0).person
  for (const person of [interviewer, round.coordinator, round.observer])
    expect([person.access, (await post(person.id, { ...hire, ...first })).status]).toEqual([
      person.access,
      403,
    ])
  await post(round.manager.id, { ...hire, ...first })
  const sign = { ...agree, ...written }
  for (const person of [round.coordinator, round.observer, round.administrator])
    expect([person.access, (await post(person.id, sign)).status]).toEqual([person.access, 403])
  const stranger = round.interviewers.at(-1)?.id ?? ''
  expect((await post(stranger, sign)).status).toBe(404)
})

type Refused = [string, Record<string, string>, 'manager' | 'observer' | 'interviewer', number]
const lockIt = { ...lock, ...written }

test.each<[string, Record<string, string>[], Refused[]]>([
  [
    'before anything is written',
    [],
    [
      ['an outcome that there is not', { ...hire, ...first, outcome: 'maybe' }, 'manager', 422],
      [
        'a competency of no panel',
        { ...hire, ...first, outcome: 'another-interview', competencies: 'nothing' },
        'manager',
        422,
      ],
      ['a signature', { ...agree, ...first }, 'manager', 409],
      ['a lock', { ...lock, ...first }, 'manager', 422],
    ],
  ],
  [
    'once it is written',
    [{ ...hire, ...first }],
    [
      ['a signature under another wording', { ...agree, ...first }, 'interviewer', 409],
      ['a signature of no kind', { ...agree, ...written, stance: 'so-so' }, 'manager', 422],
      ['a signature taken back by an observer', { ...unsign, ...written }, 'observer', 403],
      ['a lock on another wording', { ...lock, ...first }, 'manager', 409],
      ['a lock by an interviewer', lockIt, 'interviewer', 403],
      ['to be reopened', { ...reopen, ...written }, 'manager', 409],
    ],
  ],
  [
    'once it is locked',
    [{ ...hire, ...first }, lockIt],
    [
      ['another outcome', { ...hire, ...written, outcome: 'hold' }, 'manager', 409],
      ['a signature', { ...agree, ...written }, 'interviewer', 409],
      ['a signature taken back', { ...unsign, ...written }, 'manager', 409],
      ['a second lock', lockIt, 'manager', 409],
      ['to be reopened without a reason', { ...reopen, ...written, reopenReason: ' ' }, 'manager', 422],
      ['to be reopened by an interviewer', { ...reopen, ...written }, 'interviewer', 403],
      ['to be reopened as another decision', { ...reopen, ...written, number: '2' }, 'manager', 409],
    ],
  ],
])('%s a decision refuses what does not fit, and stays as it is', async (_when, steps, refused) => {
  for (const step of steps) expect((await post(round.manager.id, step)).status).toBe(302)
  const read = async () => readMain(await (await page(round.administrator.id)).text())
  const before = await read()
  for (const [what, form, as, status] of refused) {
    const person = as === 'interviewer' ? pickCard(round, 0).person : round[as]
    expect([what, (await post(person.id, form)).status]).toEqual([what, status])
  }
  expect(before).not.toBe('')
  expect(await read()).toBe(before)
})

/** What a page says, without what every answer has of its own. */
function readMain(html: string): string {
  return (/<main[^]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/(nowMs|nonce)[^,>]*/g, '')
}

test('a signature is taken back by whoever gave it, and no other', async () => {
  const signers = [round.manager, pickCard(round, 0).person]
  await post(round.manager.id, { ...hire, ...first })
  for (const person of signers) expect((await post(person.id, { ...agree, ...written })).status).toBe(302)
  const count = async () => (await (await page(round.observer.id)).text()).split('Signed, agrees').length - 1
  expect(await count()).toBe(2)
  expect((await post(round.manager.id, { ...unsign, ...written })).status).toBe(302)
  expect(await count()).toBe(1)
  // Nothing of theirs is left to take back.
  expect((await post(round.manager.id, { ...unsign, ...written })).status).toBe(302)
  expect(await count()).toBe(1)
})

test('a reason alone is kept as a draft, which is neither signed nor locked', async () => {
  const draft = { intent: 'write-decision', reason: 'So far.' }
  expect((await post(round.manager.id, { ...draft, ...first })).status).toBe(302)
  expect((await post(round.manager.id, { ...agree, ...written })).status).toBe(409)
  expect((await post(round.manager.id, { ...lock, ...written })).status).toBe(422)
  expect(await (await page(round.observer.id)).text()).toContain('So far.')
})

test('the list of a panel’s debriefs says where each stands, most disagreement first', async () => {
  const list = async (as: string) => {
    const answer = await server.request(paths.panelDebriefs(round.panelId), { as })
    return { status: answer.status, text: await answer.text() }
  }
  const [one, other] = round.candidates.map((candidate) => candidate.name)
  const { text } = await list(round.manager.id)
  expect(text.indexOf(one ?? '?')).toBeLessThan(text.indexOf(other ?? '?'))
  expect(text).toContain('Open, led by Mina Leader')
  expect(text).toContain('3 apart')
  expect(text).toMatch(/0 of \d+ scorecards are in/)
  await post(round.manager.id, { ...hire, ...first })
  await post(round.manager.id, { intent: 'lock-decision', ...written })
  expect((await list(round.observer.id)).text).toContain('Hire, locked')
  expect((await list(round.interviewers.at(-1)?.id ?? '')).status).toBe(404)
})

test('comparison, CSV and Home say what became of it', async () => {
  const read = async (path: string) => (await server.request(path, { as: round.manager.id })).text()
  expect(await read('/')).toContain('Join the debrief')
  await post(round.manager.id, { ...hire, ...first })
  expect(await read(paths.application(applicationId))).not.toContain('Weighed the far ends')
  await post(round.manager.id, { intent: 'lock-decision', ...written })
  expect(await read(paths.comparison(round.panelId))).toContain('Hire, locked')
  expect(await read(paths.application(applicationId))).toContain('Weighed the far ends: worth it.')
  const [head = '', ...rows] = (await read(paths.comparisonCsv(round.panelId))).trim().split('\r\n')
  const at = head.split(',').indexOf('Decision')
  expect(at).toBeGreaterThan(0)
  expect(rows.some((row) => row.endsWith('"Hire, locked"'))).toBe(true)
})

test('the packet of one candidate holds the decision, and says that it is a draft until it is locked', async () => {
  const print = async () => {
    const path = paths.debriefPdf(round.panelId, { candidates: applicationId })
    const answer = await server.request(path, { as: round.manager.id })
    return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).pages.join(' ')
  }
  await post(round.manager.id, { ...hire, ...first })
  const draft = await print()
  expect(draft).toContain('Draft: not locked')
  expect(draft).toContain('Weighed the far ends: worth it.')
  await post(round.manager.id, { intent: 'lock-decision', ...written })
  const locked = await print()
  expect(locked).not.toContain('Draft: not locked')
  expect(locked).toContain('Locked without the signature of Mina Leader')
}, 60_000)

test('planning another interview names what the debrief wants to hear more of', async () => {
  const [competency] = round.snapshot.competencies
  const path = paths.planLoop(applicationId, { about: `${competency?.id},nonsense` })
  const text = await (await server.request(path, { as: round.manager.id })).text()
  expect(text).toContain(`The debrief wants to hear more of ${competency?.name}`)
  expect(text).not.toContain('more of nonsense')
})
