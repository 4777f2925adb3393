import { expect, test } from 'vitest'
import { write } from '#db/client.server.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import {
  comparedCandidate,
  comparedSnapshot,
  comparedVersionId,
  evenCards,
  recordWith,
  scoredCard,
} from '#tests/support/compared.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { addToSession } from '#tests/support/shadow.ts'
import { updateSeat } from '#app/domains/scheduling/session-store.server.ts'
import { getApplicationPage } from '#app/domains/debrief/application.server.ts'
import { tabulateComparison } from '#app/domains/debrief/comparison-table.ts'
import { getComparison, getDebrief } from '#app/domains/debrief/compare.server.ts'
import { compareShadows } from '#app/domains/debrief/shadow-comparison.ts'

const now = roundStartMs + 86_400_000

/** A round with every card in, and the view of it as the manager gets it. */
function setUp() {
  const db = openTestDatabase()
  const round = addRound(db, { candidates: 2 })
  const ctx = { db, user: round.manager, now }
  fillRound(db, round, { now: now - 600_000, levelOf: (candidate) => (candidate === 0 ? 3 : 2) })
  const read = async () => {
    const comparison = await getComparison(ctx, { panelId: round.panelId })
    const debrief = await getDebrief(ctx, { panelId: round.panelId })
    if (!comparison.ok || !debrief.ok) throw new Error('no comparison')
    const { headline, topics, signatures } = debrief.value
    return { ...comparison.value, headline, topics, signatures }
  }
  return { db, round, ctx, read }
}

test('a shadow’s card changes no score, spread, bar, flag, count, headline, topic or line of the CSV', async () => {
  const { db, round, read } = setUp()
  const before = await read()
  const shadow = addToSession(db, round, { of: 0 })
  expect(await read()).toEqual(before)
  fillCard(db, shadow, { now: now - 600_000, level: 1, text: 'Missed the point' })
  expect(await read()).toEqual(before)
  expect(tabulateComparison((await read()).view, {})).toEqual(tabulateComparison(before.view, {}))
})

test('two shadows and no interviewer are not two interviewers', async () => {
  const { db, round, read } = setUp()
  const beforeHeld = (await read()).view.rows[0]
  for (const { id, cards } of round.candidates[0]?.sessions ?? []) {
    for (const { interviewerId } of cards)
      write(db, (tx) => updateSeat(tx, { sessionId: id, userId: interviewerId, seat: 'shadow' }))
  }
  const row = (await read()).view.rows.find((entry) => entry.applicationId === beforeHeld?.applicationId)
  expect(beforeHeld?.isOrderable).toBe(true)
  expect(row).toMatchObject({ isOrderable: false, overall: null, owed: 0, submitted: 0, visible: 0 })
  expect(row?.cells.every((cell) => cell.missing === 'not-held' || cell.missing === 'not-tested')).toBe(true)
  expect(row?.recommendations).toEqual([])
})

test('what a shadow wrote is shown and marked, after what counts', async () => {
  const { db, round, ctx } = setUp()
  fillCard(db, addToSession(db, round, { of: 0 }), { now: now - 600_000, level: 1 })
  const page = await getApplicationPage(ctx, { applicationId: round.candidates[0]?.applicationId ?? '' })
  if (!page.ok) throw new Error('no page')
  const { verdicts, competencies } = page.value.evidence
  expect(verdicts.map((verdict) => verdict.isShadow)).toEqual([...verdicts.slice(1).map(() => false), true])
  const marked = competencies.flatMap(({ entries }) => entries).filter((entry) => entry.isShadow)
  expect(marked.length).toBe(pickCard(round, 0).interview.questions.length)
  expect(page.value.sessions[0]?.interviewers.map((person) => person.isShadow)).toEqual([false, false, true])
})

test('a shadow compares themselves only after handing in, and with what is sealed alone', async () => {
  const { db, round } = setUp()
  const shadow = addToSession(db, round, { of: 0 })
  const seen = async (at: number) => {
    const page = await getApplicationPage(
      { db, user: shadow.person, now: at },
      { applicationId: round.candidates[0]?.applicationId ?? '' },
    )
    if (!page.ok) throw new Error('no page')
    return page.value.ownShadows
  }
  expect(await seen(now)).toEqual([])
  fillCard(db, shadow, { now, level: 1 })
  expect(await seen(now + 59_999)).toEqual([])
  const [own] = await seen(now + 60_000)
  expect(own?.interviewers.map((person) => person.name)).toEqual(['Interviewer 1', 'Interviewer 2'])
  expect(own).toMatchObject({ missing: 0, recommendation: 'no', farApart: 2 * (own?.questions.length ?? 0) })
})

const snapshot = comparedSnapshot()
const versions = new Map([[comparedVersionId, snapshot]])
const questionId = snapshot.interviews[0]?.questions[0]?.questionId ?? ''

test.each([
  ['one level apart is near', 3, 4, 1, false],
  ['two levels apart is far', 2, 4, 2, true],
  ['three levels the other way is far', 4, 1, 3, true],
])('%s', (_name, mine, theirs, apart, isFarApart) => {
  const rate = (interviewerId: string, level: number) =>
    scoredCard(snapshot, {
      interviewerId,
      record: recordWith({ [questionId]: { state: 'rated', level } }),
    })
  const candidate = comparedCandidate(snapshot, { cards: [rate('a', theirs)] })
  const [comparison] = compareShadows([rate('s', mine)], candidate, versions)
  expect(comparison?.questions.find((question) => question.questionId === questionId)?.others).toMatchObject([
    { apart, isFarApart },
  ])
  expect(comparison?.missing).toBe(1)
})

test('what one of the two did not rate is not apart', () => {
  const own = scoredCard(snapshot, {
    interviewerId: 's',
    record: recordWith({ [questionId]: { state: 'not-asked' } }),
  })
  const candidate = comparedCandidate(snapshot, { cards: evenCards(snapshot, { a: 4 }) })
  const [comparison] = compareShadows([own], candidate, versions)
  expect(comparison).toMatchObject({ farApart: 0 })
})
