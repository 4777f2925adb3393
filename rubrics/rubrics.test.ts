import { mkdtempSync, cpSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
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

test('the shipped content is sound, with at least ten questions for each role', () => {
  const content = readRubrics(folder)
  expect(content.roles.length).toBeGreaterThanOrEqual(3)
  for (const role of content.roles) {
    expect(content.questions.filter((q) => q.roles.includes(role.id)).length).toBeGreaterThanOrEqual(10)
  }
})

test('every recommended panel fits its slots and rates each must-have in two interviews', () => {
  const content = readRubrics(folder)
  const questions = new Map(content.questions.map((question) => [question.id, question]))
  for (const role of content.roles) {
    const perInterview = role.recommendedPanel.interviews.map((interview) =>
      interview.questions.flatMap((id) => questions.get(id) ?? []),
    )
    role.recommendedPanel.interviews.forEach((interview, i) => {
      const minutes = (perInterview[i] ?? []).reduce((sum, question) => sum + question.minutes, 0)
      expect(minutes, `${role.id}, ${interview.focus}`).toBeLessThanOrEqual(interview.minutes)
    })
    for (const gate of role.competencies.filter((entry) => entry.gate !== null)) {
      const tested = perInterview.filter((list) => list.some((q) => q.primaryCompetency === gate.competency))
      expect(tested.length, `${role.id}, ${gate.competency}`).toBeGreaterThanOrEqual(2)
    }
  }
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
