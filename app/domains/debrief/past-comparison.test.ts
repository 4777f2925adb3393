import { expect, test } from 'vitest'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { pastRoundOf } from '#tests/support/past-round.ts'
import { simulatePanel } from '#tests/support/simulated-panel.ts'
import { planCalibration } from './comparison-ratings.ts'
import { compareCandidates } from './comparison-view.ts'
import { prepareDebrief } from './debrief-view.ts'
import { comparePastRound } from './past-comparison.ts'

const rows = [
  { candidate: 'a', interviewer: 'x', competency: 'k', rating: 1 },
  { candidate: 'a', interviewer: 'y', competency: 'k', rating: 4 },
  { candidate: 'a', interviewer: 'y', competency: 'l', rating: 3.5 },
  { candidate: 'b', interviewer: 'x', competency: 'k', rating: 2 },
]

test('every rating of a past round is in its comparison, and nothing is owed', () => {
  const view = compareCandidates(comparePastRound(pastRoundOf(rows)))
  expect(view).toMatchObject({ isPast: true, panelName: 'Spring round', scale: { least: 1, most: 4 } })
  const [a, b] = view.rows
  expect(a).toMatchObject({ name: 'Name a', submitted: 2, owed: 2, visible: 2 })
  expect(a?.cells.map(({ score }) => score?.mean)).toEqual([2.5, 3.5])
  expect(b?.cells.map(({ missing }) => missing)).toEqual([null, 'not-given'])
  expect(view.facts).toMatchObject({ submitted: 3, owed: 3, sessionsOffPlan: 0 })
})

test('an interviewer of a past round who is far from another stands on the agenda with the note', () => {
  const round = pastRoundOf(rows)
  const noted = { ...round, ratings: round.ratings.map((one) => ({ ...one, note: `line ${one.line}` })) }
  const { topics } = prepareDebrief({ ...comparePastRound(noted), interviewerNames: [] })
  expect(topics.map(({ lower, higher }) => [lower[0]?.evidence, higher[0]?.evidence])).toEqual([
    ['line 2', 'line 3'],
  ])
})

test('questions that the file names are told apart within their competency', () => {
  const round = pastRoundOf(rows.slice(0, 2))
  const asked = { ...round, ratings: round.ratings.map((one, i) => ({ ...one, question: `Question ${i}` })) }
  const { snapshot } = comparePastRound(asked)
  expect(snapshot.interviews[0]?.questions.map(({ content }) => content.title)).toEqual([
    'Question 0',
    'Question 1',
  ])
})

test('an erased candidate goes by the code', () => {
  const round = pastRoundOf(rows)
  const people = round.people.map((one) => (one.id === 'a' ? { ...one, name: null } : one))
  expect(compareCandidates(comparePastRound({ ...round, people })).rows[0]?.name).toBe('Candidate A')
})

test('fifteen candidates, seven interviewers and five competencies calibrate as their ratings do', () => {
  const shape = { candidates: 15, interviewers: 7, perCandidate: 3, competencies: 5, isRounded: true }
  const { ratings } = simulatePanel({ seed: 5, ...shape })
  const { input } = planCalibration(comparePastRound(pastRoundOf(ratings)))
  const given = calibrate({ model: 'integrated', ratings, range: 3 })
  const made = calibrate(input ?? { model: 'integrated', ratings: [] })
  expect(made.candidates).toEqual(given.candidates)
  expect(made.interviewers).toEqual(given.interviewers)
})
