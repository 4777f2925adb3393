import { expect, test } from 'vitest'
import { snapshotOf } from '#tests/support/round.ts'
import { briefingView } from './briefing-view.ts'

const snapshot = snapshotOf('api-integration-specialist', { panelId: 'p', interviewerIds: [] })
const [first, second] = snapshot.interviews
if (!first || !second) throw new Error('the panel has no two interviews')

test('the briefing of an interview says what it looks into, and what its minutes are for', () => {
  const view = briefingView(snapshot, first)
  expect(view.place).toBe(`Interview 1 of ${snapshot.interviews.length}`)
  expect(view.competencies.map((entry) => entry.id)).toEqual(first.competencyIds)
  expect(view.competencies.every((entry) => entry.definition !== '')).toBe(true)
  expect(view.questions.map((entry) => entry.title)).toEqual(
    first.questions.map((entry) => entry.content.title),
  )
  expect(view.plannedMinutes).toBe(first.questions.reduce((sum, { content }) => sum + content.minutes, 0))
  expect(view.plannedMinutes + view.freeMinutes).toBe(first.minutes)
})

test('what the others cover leaves out one’s own interview', () => {
  const { others } = briefingView(snapshot, second)
  expect(others.map((entry) => entry.id)).toEqual(
    snapshot.interviews.filter((entry) => entry !== second).map((entry) => entry.id),
  )
  expect(others[0]?.titles).toEqual(first.questions.map((entry) => entry.content.title))
})

test('a must-have is told, and more questions than minutes are told too', () => {
  const gated = { ...snapshot, competencies: snapshot.competencies.map((entry) => ({ ...entry, gate: 3 })) }
  const short = { ...first, minutes: 10 }
  const view = briefingView({ ...gated, interviews: [short, second] }, short)
  expect(view.competencies.every((entry) => entry.isGate)).toBe(true)
  expect(view.freeMinutes).toBeLessThan(0)
})
