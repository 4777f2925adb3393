import { expect, test } from 'vitest'
import {
  comparedCandidate,
  comparedSnapshot,
  comparedVersionId,
  evenCards,
  recordWith,
  scoredCard,
} from '#tests/support/compared.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { compareCandidates, type ComparisonRow } from './comparison-view.ts'
import type { ComparedCandidate } from './scored-card.ts'

const snapshot = comparedSnapshot()
const [first] = snapshot.interviews
const [question] = first?.questions ?? []
if (!first || !question) throw new Error('the panel asks nothing')
const questionId = question.questionId
const competencyId = question.content.primaryCompetency

function compare(candidates: ComparedCandidate[], older: [string, PanelSnapshot][] = []) {
  return compareCandidates({
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot], ...older]),
    candidates,
  })
}
function rowOf(candidate: ComparedCandidate, older: [string, PanelSnapshot][] = []) {
  const [row] = compare([candidate], older).rows
  if (!row) throw new Error('no row')
  return row
}
function cellOf(candidate: ComparedCandidate, older: [string, PanelSnapshot][] = []) {
  return rowOf(candidate, older).cells.find((cell) => cell.competencyId === competencyId)
}

test('rows stand complete first, then partial, then those without an order; names settle what is equal', () => {
  const complete = comparedCandidate(snapshot, { name: 'Low', cards: evenCards(snapshot, { a: 2, b: 2 }) })
  const partial = comparedCandidate(snapshot, {
    name: 'High but partial',
    cards: evenCards(snapshot, { a: 4, b: 4 }).slice(0, -2),
  })
  const one = comparedCandidate(snapshot, { name: 'Zoe', cards: evenCards(snapshot, { a: 4 }) })
  const none = comparedCandidate(snapshot, { name: 'Abe' })
  const view = compare([one, none, partial, complete])
  expect(view.rows.map((row) => row.name)).toEqual(['Low', 'High but partial', 'Abe', 'Zoe'])
  expect(view.rows[1]?.overall?.isPartial).toBe(true)
  expect(view.facts.ordered).toBe(2)
})

test('a question that stands in two interviews of the panel counts once for a card', () => {
  const twice = {
    ...snapshot,
    interviews: snapshot.interviews.map((interview, i) =>
      i === 1 ? { ...interview, questions: [...interview.questions, question] } : interview,
    ),
  }
  const card = scoredCard(snapshot, {
    interviewerId: 'a',
    record: recordWith({ [questionId]: { state: 'rated', level: 3 } }),
  })
  const [row] = compareCandidates({
    snapshot: twice,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, twice]]),
    candidates: [comparedCandidate(snapshot, { cards: [card] })],
  }).rows
  const cell = row?.cells.find((entry) => entry.competencyId === competencyId)
  expect(cell?.score?.interviewers).toEqual([{ interviewerId: 'a', mean: 3, ratings: 1 }])
})

test('scores given under another version of the panel are marked', () => {
  const card = scoredCard(snapshot, {
    interviewerId: 'a',
    panelVersionId: 'version-0',
    record: recordWith({ [questionId]: { state: 'rated', level: 3 } }),
  })
  const candidate = comparedCandidate(snapshot, { cards: [card] })
  expect(cellOf(candidate, [['version-0', snapshot]])?.isOtherVersion).toBe(true)
})

test.each<[string, Partial<ComparedCandidate>, string]>([
  ['no session of an interview that asks it', { sessions: [] }, 'not-held'],
  ['a card that one may not see yet', {}, 'waiting'],
  ['all cards are in and nobody asked', { cards: bothSay('not-asked') }, 'not-asked'],
  ['all cards are in and one heard no evidence', { cards: bothSay('no-evidence') }, 'no-evidence'],
  ['one card says not asked, the other is not visible', { cards: bothSay('not-asked').slice(1) }, 'waiting'],
])('missing is told apart: %s', (_name, given, expected) => {
  const sessions = snapshot.interviews.slice(0, 1).map((interview) => ({
    sessionId: 'session-0',
    panelVersionId: comparedVersionId,
    interviewId: interview.id,
    interviewerIds: ['a', 'b'],
  }))
  const cell = cellOf(comparedCandidate(snapshot, { sessions, ...given }))
  expect(cell).toMatchObject({ score: null, missing: expected })
})

function bothSay(state: 'not-asked' | 'no-evidence') {
  const ratings = Object.fromEntries((first?.questions ?? []).map((q) => [q.questionId, { state }]))
  return ['a', 'b'].map((interviewerId) =>
    scoredCard(snapshot, { interviewerId, record: recordWith(ratings) }),
  )
}

test('a competency that no question tests says so', () => {
  const extra = { id: 'nobody-asks', name: 'Nobody asks', definition: 'None', weight: 5, gate: null }
  const wider = { ...snapshot, competencies: [...snapshot.competencies, extra] }
  const [row] = compareCandidates({
    snapshot: wider,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, wider]]),
    candidates: [comparedCandidate(snapshot)],
  }).rows
  expect(row?.cells.at(-1)?.missing).toBe('not-tested')
})

test('recommendations are counted, strongest first', () => {
  const row = rowOf(
    comparedCandidate(snapshot, { cards: evenCards(snapshot, { a: 4, b: 1, c: 3 }).slice(0, 3) }),
  )
  expect(row.recommendations).toEqual([
    { recommendation: 'yes', count: 2 },
    { recommendation: 'no', count: 1 },
  ])
})

test('two interviewers two levels apart on a question disagree, one person alone never does', () => {
  const rate = (interviewerId: string, level: number, position = 0) =>
    scoredCard(snapshot, {
      interviewerId,
      position,
      record: recordWith({ [questionId]: { state: 'rated', level } }),
    })
  const apart = rowOf(comparedCandidate(snapshot, { cards: [rate('b', 4), rate('a', 1)] }))
  const cellOf = (row: ComparisonRow) => row.cells.find((cell) => cell.score !== null)
  expect(cellOf(apart)).toMatchObject({ isDisagreement: true, apart: 3 })
  const alone = rowOf(comparedCandidate(snapshot, { cards: [rate('a', 1), rate('a', 4, 1)] }))
  expect(cellOf(alone)).toMatchObject({ isDisagreement: false, apart: 0 })
})

test('questions in common are taken over candidates in order', () => {
  const full = (name: string) =>
    comparedCandidate(snapshot, { name, cards: evenCards(snapshot, { a: 3, b: 3 }) })
  const little = comparedCandidate(snapshot, {
    name: 'Little',
    cards: evenCards(snapshot, { a: 3 }).slice(0, 1),
  })
  expect(compare([full('Ana'), full('Bo'), little]).facts.questionsInCommon).toBe(1)
  expect(compare([full('Ana'), little]).facts.questionsInCommon).toBeNull()
})

test('sessions of candidates in order that left the plan are counted once, however many cards tell of it', () => {
  const full = (name: string) =>
    comparedCandidate(snapshot, { name, cards: evenCards(snapshot, { a: 3, b: 3 }) })
  const [ana, bo] = [full('Ana'), full('Bo')]
  const order = first.questions.map((entry) => entry.questionId).reverse()
  const offPlan = {
    ...ana,
    cards: ana.cards.map((card) =>
      card.interviewId === first.id ? { ...card, record: { ...card.record, order } } : card,
    ),
  }
  expect(compare([ana, bo]).facts.sessionsOffPlan).toBe(0)
  expect(compare([offPlan, bo]).facts.sessionsOffPlan).toBe(1)
})

test('nothing but the counts of hidden cards is in the view', () => {
  const view = compare([comparedCandidate(snapshot, { submitted: 3, owed: 4 })])
  expect(view.facts).toMatchObject({ submitted: 3, owed: 4 })
  expect(view.interviewers).toEqual({})
})
