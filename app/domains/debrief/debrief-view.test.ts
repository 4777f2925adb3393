import { expect, test } from 'vitest'
import {
  comparedCandidate,
  comparedSnapshot,
  comparedVersionId,
  evenCards,
  recordWith,
  scoredCard,
} from '#tests/support/compared.ts'
import { prepareDebrief } from './debrief-view.ts'
import { leastLead, writeHeadline } from './headline.ts'
import type { ComparedCandidate } from './scored-card.ts'

const snapshot = comparedSnapshot()

function debrief(candidates: ComparedCandidate[], interviewerNames: string[] = []) {
  return prepareDebrief({
    snapshot,
    versionId: comparedVersionId,
    versionNumber: 1,
    versions: new Map([[comparedVersionId, snapshot]]),
    candidates,
    interviewerNames,
  })
}
function person(name: string, levels: Record<string, number>) {
  return comparedCandidate(snapshot, { name, cards: evenCards(snapshot, levels) })
}

test('the widest disagreement leads the agenda and carries what both sides wrote', () => {
  const { topics } = debrief([person('Ana', { a: 2, b: 4 }), person('Bo', { a: 1, b: 4 })])
  expect(topics[0]).toMatchObject({ candidateName: 'Bo', reason: 'apart', apart: 3 })
  expect(topics[0]?.lower.every((entry) => entry.interviewerName === 'Name of a')).toBe(true)
  expect(topics[0]?.higher.every((entry) => entry.interviewerName === 'Name of b')).toBe(true)
  expect(topics[0]?.heardDifferentQuestions).toBe(false)
})

test('unclear bars come after the disagreements', () => {
  const one = comparedCandidate(snapshot, { name: 'Cy', cards: evenCards(snapshot, { a: 4 }) })
  const reasons = debrief([one, person('Ana', { a: 1, b: 4 })]).topics.map((topic) => topic.reason)
  expect(reasons).toEqual([...reasons].sort())
  expect(reasons).toContain('bar-unclear')
})

test('sides that rated different questions are said to have heard different things', () => {
  const competencyId = snapshot.competencies.find(
    (entry) =>
      snapshot.interviews
        .flatMap((interview) => interview.questions)
        .filter((question) => question.content.primaryCompetency === entry.id).length > 1,
  )?.id
  const [one, other] = snapshot.interviews
    .flatMap((interview) => interview.questions)
    .filter((question) => question.content.primaryCompetency === competencyId)
  if (!one || !other) throw new Error('no competency with two questions')
  const cards = [
    scoredCard(snapshot, {
      interviewerId: 'a',
      record: recordWith({ [one.questionId]: { state: 'rated', level: 1 } }),
    }),
    scoredCard(snapshot, {
      interviewerId: 'b',
      record: recordWith({ [other.questionId]: { state: 'rated', level: 4 } }),
    }),
  ]
  const [topic] = debrief([comparedCandidate(snapshot, { cards })]).topics
  expect(topic?.heardDifferentQuestions).toBe(true)
})

test('a withdrawn candidate is not on the agenda', () => {
  const gone = { ...person('Ana', { a: 1, b: 4 }), isWithdrawn: true }
  expect(debrief([gone]).topics).toEqual([])
})

test('evidence stands lowest level first, without private notes, and names its signals', () => {
  const question = snapshot.interviews[0]?.questions[0]
  if (!question) throw new Error('no question')
  const record = recordWith({ [question.questionId]: { state: 'rated', level: 3 } })
  const entry = record.questions[question.questionId]
  if (entry) {
    entry.privateNote = 'only mine'
    entry.signals = [question.content.signals.strong[0] ?? '', question.content.signals.weak[0] ?? '']
  }
  const view = debrief([
    comparedCandidate(snapshot, { cards: [scoredCard(snapshot, { interviewerId: 'a', record })] }),
  ])
  expect(JSON.stringify(view)).not.toContain('only mine')
  const found = view.candidates[0]?.competencies.flatMap((item) => item.entries)[0]
  expect(found?.signals.map((signal) => signal.isStrong)).toEqual([true, false])
})

test('everybody who owes a card gets a line to sign on, and whoever leads writes their own name', () => {
  expect(debrief([], ['Kwame Osei']).signatures).toEqual([
    { name: '', part: 'leads the debrief' },
    { name: 'Kwame Osei', part: 'interviewer' },
  ])
})

test.each<[string, ComparedCandidate[], RegExp]>([
  ['nobody', [], /^Nobody to compare/],
  ['nothing visible', [comparedCandidate(snapshot)], /^No scores to see yet/],
  ['one candidate', [person('Ana', { a: 3, b: 3 })], /^Too few scores/],
  [
    'equal scores',
    [person('Ana', { a: 3, b: 3 }), person('Bo', { a: 3, b: 3 })],
    /^Cannot tell Ana and Bo apart/,
  ],
  [
    'a clear lead',
    [person('Ana', { a: 2, b: 2 }), person('Bo', { a: 4, b: 4 })],
    /^Bo has the highest raw score, 4\.0/,
  ],
])('the headline says no more than raw scores allow: %s', (_name, candidates, expected) => {
  expect(debrief(candidates).headline.title).toMatch(expected)
})

test('a lead counts from half a level on', () => {
  const rows = debrief([person('Ana', { a: 2, b: 3 }), person('Bo', { a: 3, b: 3 })]).comparison.rows
  expect(leastLead).toBe(0.5)
  expect(writeHeadline(rows).title).toBe('Bo has the highest raw score, 3.0.')
})
