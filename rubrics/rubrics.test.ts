import { mkdtempSync, cpSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildSimilarityIndex } from '#app/domains/question-bank/near-duplicates/similarity-index.ts'
import { ContentError, readRubrics } from './read.server.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

function copyWith(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'rubrics-'))
  for (const kind of ['scales', 'competencies', 'questions', 'roles']) {
    cpSync(join(folder, kind), join(copy, kind), { recursive: true })
  }
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
  return copy
}
function problemsOf(copy: string) {
  try {
    readRubrics(copy)
  } catch (error) {
    if (error instanceof ContentError) return error.problems
    throw error
  }
  return []
}

/** How many items each list of questions holds. A role has the name of its list. */
const lists = {
  'api-integration-specialist': 10,
  'integration-architect': 24,
  'integration-engineer': 15,
  'systems-integration-engineer': 24,
  'systems-integration-specialist': 10,
} as const

const shipped = readRubrics(folder)
const questionOf = new Map(shipped.questions.map((question) => [question.id, question]))
const panels = shipped.roles.map((role) => {
  const interviews = role.recommendedPanel.interviews.map((interview) => ({
    ...interview,
    asked: interview.questions.flatMap((id) => questionOf.get(id) ?? []),
  }))
  return { role, interviews, asked: interviews.flatMap((interview) => interview.asked) }
})

test('the shipped roles are those of the five lists, with at least ten questions each', () => {
  expect(shipped.roles.map((role) => role.id)).toEqual(Object.keys(lists))
  for (const role of shipped.roles)
    expect(shipped.questions.filter((q) => q.roles.includes(role.id)).length).toBeGreaterThanOrEqual(10)
})

test.each(Object.entries(lists))(
  'every item of the list %s has a question for that role',
  (document, items) => {
    const covered = shipped.questions.flatMap((question) =>
      question.sources
        .filter((source) => source.document === document)
        .map((source) => ({ ordinal: source.ordinal, isForRole: question.roles.includes(document) })),
    )
    expect(new Set(covered.map(({ ordinal }) => ordinal))).toEqual(
      new Set(Array.from({ length: items }, (_, i) => i + 1)),
    )
    expect(covered.filter(({ isForRole }) => !isForRole)).toEqual([])
  },
)

test.each(shipped.questions)(
  '$id has a source and 2 to 6 tags, and each of its roles weighs what it rates',
  (question) => {
    expect(question.sources.length).toBeGreaterThan(0)
    expect([2, 3, 4, 5, 6]).toContain(question.tags?.length)
    expect(new Set(question.roles).size).toBe(question.roles.length)
    const weighing = shipped.roles.filter((role) =>
      role.competencies.some((entry) => entry.competency === question.primaryCompetency),
    )
    expect(weighing.map((role) => role.id)).toEqual(expect.arrayContaining(question.roles))
  },
)

test('no two roles give the same reason for a weight', () => {
  const reasons = shipped.roles.flatMap((role) => role.competencies.map((entry) => entry.reason))
  expect(new Set(reasons).size).toBe(reasons.length)
})

test.each(panels)('the panel of $role.id asks each question once, of its own role, in time', (panel) => {
  expect(new Set(panel.asked).size).toBe(panel.asked.length)
  expect(panel.asked.filter((question) => !question.roles.includes(panel.role.id))).toEqual([])
  expect([4, 5]).toContain(panel.interviews.length)
  for (const interview of panel.interviews) {
    expect(interview.minutes, interview.focus).toBeGreaterThanOrEqual(40)
    expect(interview.minutes, interview.focus).toBeLessThanOrEqual(60)
    const minutes = interview.asked.reduce((sum, question) => sum + question.minutes, 0)
    expect(interview.minutes - minutes, interview.focus).toBeGreaterThanOrEqual(5)
    expect(new Set(interview.competencies), interview.focus).toEqual(
      new Set(interview.asked.map((question) => question.primaryCompetency)),
    )
  }
})

test.each(panels)(
  'the panel of $role.id rates every weight, and each must-have in two interviews',
  (panel) => {
    expect([2, 3]).toContain(panel.role.competencies.filter((entry) => entry.gate !== null).length)
    for (const { competency, gate } of panel.role.competencies) {
      const rating = panel.interviews.filter((interview) => interview.competencies.includes(competency))
      expect(rating.length, competency).toBeGreaterThanOrEqual(gate === null ? 1 : 2)
    }
  },
)

test.each(panels)(
  'the panel of $role.id draws on the past for about a third, and asks why once',
  ({ asked }) => {
    const share = asked.filter((question) => question.kind === 'behavioural').length / asked.length
    expect(share).toBeGreaterThanOrEqual(0.25)
    expect(share).toBeLessThanOrEqual(0.4)
    expect(asked.filter((question) => question.kind === 'motivation')).toHaveLength(1)
  },
)

test.each(panels)('no two questions of the panel of $role.id ask nearly the same', ({ asked }) => {
  const items = shipped.questions.map(({ id, prompt, intent, rubrics, tags }) => {
    const anchors = rubrics.flatMap((rubric) => rubric.anchors.map((anchor) => anchor.text))
    return { id, prompt, intent, anchors, tags }
  })
  const ids = new Set(asked.map((question) => question.id))
  const pairs = buildSimilarityIndex(items).listPairs()
  expect(pairs.filter(({ a, b }) => ids.has(a) && ids.has(b))).toEqual([])
})

test('a slip of the pen is reported with file, line and reason', () => {
  const copy = copyWith('scales/four-point.json', (text) =>
    text.replace('"label": "Mixed"', '"lable": "Mixed"'),
  )
  expect(problemsOf(copy)).toContainEqual({
    file: 'rubrics/scales/four-point.json',
    line: expect.any(Number),
    reason: expect.stringContaining('levels.1'),
  })
})

test('broken JSON is reported at its line', () => {
  const copy = copyWith('scales/four-point.json', (text) =>
    text.replace('"levels": [', '"levels": ['.slice(0, -1)),
  )
  const [problem] = problemsOf(copy)
  expect(problem?.file).toBe('rubrics/scales/four-point.json')
  expect(problem?.line).toBeGreaterThan(1)
})

test('a name that points at nothing is reported where it stands', () => {
  const copy = copyWith('roles/integration-architect.json', (text) =>
    text.replace('"four-point"', '"six-point"'),
  )
  expect(problemsOf(copy)).toContainEqual(
    expect.objectContaining({
      file: 'rubrics/roles/integration-architect.json',
      reason: 'there is no scale "six-point"',
    }),
  )
})

test('nothing is named twice where the program keeps it once', () => {
  const copy = copyWith('roles/integration-architect.json', (text) =>
    text.replace('"competency": "consistency"', '"competency": "integration-design"'),
  )
  expect(problemsOf(copy)).toContainEqual(
    expect.objectContaining({
      file: 'rubrics/roles/integration-architect.json',
      reason: expect.stringContaining('a competency stands in a role once'),
    }),
  )
})

test('a file that cannot be read is the only thing reported, not every name that points at it', () => {
  const copy = copyWith('roles/integration-architect.json', (text) => text.replace('"summary"', '"sumary"'))
  const files = new Set(problemsOf(copy).map((problem) => problem.file))
  expect([...files]).toEqual(['rubrics/roles/integration-architect.json'])
})
