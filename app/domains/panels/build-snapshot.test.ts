import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { buildSnapshot } from './build-snapshot.ts'
import type { PlanSources } from './build-plan.ts'
import { usualWishes, type Arrangement } from './panel.ts'
import { panelSnapshotSchema } from './panel-snapshot.schema.ts'

const content = shippedRubrics()

function sources(scaleId = 'four-point'): PlanSources {
  const scale = content.scales.find((item) => item.id === scaleId)
  if (!scale) throw new Error(`no scale ${scaleId}`)
  return {
    panelId: 'panel',
    role: { id: 'api-integration-specialist', name: 'API integration specialist' },
    scale,
    competencies: new Map(content.competencies.map((item) => [item.id, item])),
    questions: new Map(
      content.questions.map((item) => [
        item.id,
        { questionId: item.id, versionId: `${item.id}.1`, number: 1, content: item },
      ]),
    ),
  }
}

function arrangement(over: Partial<Arrangement> = {}): Arrangement {
  return {
    name: 'Two talks',
    scaleId: 'four-point',
    competencies: [
      { competencyId: 'integration-design', weight: 60, gate: null },
      { competencyId: 'security-access', weight: 40, gate: 2.5 },
    ],
    interviews: [
      {
        id: 'first',
        focus: 'Design',
        minutes: 45,
        competencyIds: ['integration-design'],
        questionIds: ['api-new-courier', 'api-wait-or-queue'],
        interviewerIds: ['kwame'],
        pinnedIds: [],
        formBIds: [],
        wishes: usualWishes,
      },
      {
        id: 'second',
        focus: 'Security',
        minutes: 30,
        competencyIds: ['security-access'],
        questionIds: ['api-ledger-access'],
        interviewerIds: [],
        pinnedIds: [],
        formBIds: [],
        wishes: usualWishes,
      },
    ],
    minBehavioural: 0,
    bannedIds: [],
    ...over,
  }
}

test('a complete draft becomes a snapshot in the order of the loop, lettered, with the whole questions', () => {
  const built = buildSnapshot(arrangement(), sources())
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  expect(panelSnapshotSchema.parse(built.snapshot)).toEqual(built.snapshot)
  expect(built.snapshot.interviews.map((item) => [item.letter, item.focus])).toEqual([
    ['A', 'Design'],
    ['B', 'Security'],
  ])
  expect(built.snapshot.interviews[0]?.questions.map((item) => item.versionId)).toEqual([
    'api-new-courier.1',
    'api-wait-or-queue.1',
  ])
})

const [first, second] = arrangement().interviews
if (!first || !second) throw new Error('two interviews')

test.each<[string, Partial<Arrangement>, string]>([
  ['there is no interview', { interviews: [] }, 'no interview yet'],
  [
    'an interview has no questions',
    { interviews: [first, { ...second, questionIds: [] }] },
    'B, Security, has no questions',
  ],
  [
    'a question stands twice',
    { interviews: [first, { ...second, questionIds: ['api-ledger-access', 'api-new-courier'] }] },
    'stands in A and in B',
  ],
  [
    'the weights miss 100',
    { competencies: [{ competencyId: 'integration-design', weight: 90, gate: null }] },
    'add up to 90',
  ],
  [
    'no question is rated for a must-have',
    {
      competencies: [
        { competencyId: 'integration-design', weight: 60, gate: null },
        { competencyId: 'throughput', weight: 40, gate: 2 },
      ],
    },
    'nobody could meet its bar',
  ],
])('refuses with the reason when %s', (_name, over, reason) => {
  const built = buildSnapshot(arrangement(over), sources())
  expect(built.ok).toBe(false)
  if (!built.ok) expect(built.problems.map((problem) => problem.text).join(' ')).toContain(reason)
})

test('refuses every question without anchors for the scale of the panel', () => {
  const built = buildSnapshot(arrangement({ scaleId: 'five-point' }), sources('five-point'))
  expect(!built.ok && built.problems.filter((problem) => problem.text.includes('no anchors'))).toHaveLength(3)
})

test('a missing interviewer or an overrun slot does not block', () => {
  const built = buildSnapshot(
    arrangement({ interviews: [{ ...first, minutes: 15, interviewerIds: [] }, second] }),
    sources(),
  )
  expect(built.ok).toBe(true)
})

test('every recommended panel can be published as it is', () => {
  for (const role of content.roles) {
    const draft = {
      name: role.name,
      scaleId: role.recommendedPanel.scale,
      competencies: role.competencies.map((c) => ({
        competencyId: c.competency,
        weight: c.weight,
        gate: c.gate,
      })),
      interviews: role.recommendedPanel.interviews.map((item, i) => ({
        id: `${i}`,
        focus: item.focus,
        minutes: item.minutes,
        competencyIds: item.competencies,
        questionIds: item.questions,
        interviewerIds: [],
        pinnedIds: [],
        formBIds: [],
        wishes: usualWishes,
      })),
      minBehavioural: 0,
      bannedIds: [],
    }
    expect(buildSnapshot(draft, sources()).ok).toBe(true)
  }
})
