import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readEnv } from '#app/lib/env.server.ts'
import { makeUsualProblem } from '#tests/support/plan-problems.ts'
import { runCommand } from './cli.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelist-plan-'))
const run = (...args: string[]) =>
  runCommand(['plan', ...args], folder, () => readEnv({ DATA_DIR: join(folder, 'nowhere') }))

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return name
}

const usual = makeUsualProblem({ seed: 4, questions: 60, interviews: 3, competencies: 6 })
const problem = file('problem.json', usual)

test('a plan as JSON has its interviews, its worth with the proof, and what falls short', async () => {
  const { lines, status } = await run(problem, '--json')
  expect(status).toBe(0)
  const plan = JSON.parse(lines.join('\n'))
  expect(plan).toMatchObject({ status: 'best', gap: 0, bound: plan.objective, shortfalls: [], notes: [] })
  expect(plan.interviews.map(({ id }: { id: string }) => id)).toEqual(['i0', 'i1', 'i2'])
  expect(plan.seconds).toBeTypeOf('number')
  expect(plan).not.toHaveProperty('whyNot')
})

test('a plan in words lists the questions with their minutes and says that nothing is better', async () => {
  const { lines, status } = await run(problem)
  expect(status).toBe(0)
  const text = lines.join('\n')
  expect(text).toMatch(/^i0: \d questions, \d+ of \d+ minutes\n {3,5}\d+ min {2}easy {4}q\d+/)
  expect(text).toMatch(/Worth \d+ points, and no plan is worth more\./)
})

test('--why-not and --more say what a question would cost and more room would bring', async () => {
  const { lines: first } = await run(problem, '--json')
  const asked = JSON.parse(first.join('\n')).interviews.flatMap(
    ({ questions }: { questions: string[] }) => questions,
  )
  const left = usual.questions.find(({ id }) => !asked.includes(id))?.id ?? ''
  const { lines } = await run(problem, '--json', '--more', '--why-not', left)
  const { whyNot, more } = JSON.parse(lines.join('\n'))
  expect(whyNot).toMatchObject({ question: left, words: expect.stringContaining(`“${left}”`) })
  expect(more).toHaveLength(
    more.filter(({ change }: { change: string }) => change === 'one question').length + 3,
  )
  const { lines: words } = await run(problem, '--more', '--why-not', left)
  expect(words).toContain(whyNot.words)
  expect(words).toContain('What more room would bring')
})

test('what falls short is told in words, and the status stays 0', async () => {
  const [first] = usual.interviews
  const none = { ...usual, interviews: [{ ...first, minutes: 0, buffer: 0 }] }
  const { lines, status } = await run(file('none.json', none))
  expect(status).toBe(0)
  expect(lines).toContain('What falls short')
  expect(lines.join('\n')).toContain('“i0” has no minute for questions')
})

test.each<[string[], number, RegExp]>([
  [[], 2, /one file/],
  [['nowhere.json'], 2, /no file/],
  [[problem, problem], 2, /one file/],
  [[problem, '--fast'], 2, /--fast/],
  [[problem, '--why-not', 'nobody'], 2, /no question "nobody"/],
  [[file('text.json', 'questions: 4')], 1, /text\.json is not JSON/],
  [[file('wrong.json', { ...usual, minBehavioural: -1 })], 1, /^minBehavioural: /],
])('%j is refused in words', async (args, expected, words) => {
  const { lines, status } = await run(...args)
  expect(status).toBe(expected)
  expect(lines[0]).toMatch(words)
})
