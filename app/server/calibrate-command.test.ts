import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { simulatePanel } from '#tests/support/simulated-panel.ts'
import { readEnv } from '#app/lib/env.server.ts'
import { runCommand } from './cli.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelist-calibrate-'))
const run = (...args: string[]) =>
  runCommand(['calibrate', ...args], folder, () => readEnv({ DATA_DIR: join(folder, 'nowhere') }))

function file(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return name
}

const panel = simulatePanel({ seed: 11, candidates: 6, interviewers: 4, perCandidate: 3, competencies: 2 })
const ratings = file('ratings.csv', [
  'candidate,interviewer,competency,rating',
  ...panel.ratings.map((row) => `${row.candidate},${row.interviewer},${row.competency},${row.rating}`),
])

test.each(['reml', 'integrated'])('the model %s prints JSON with every part', async (model) => {
  const { lines, status } = await run(ratings, '--model', model, '--json')
  expect(status).toBe(0)
  const printed = JSON.parse(lines.join('\n'))
  expect(printed).toMatchObject({ model, terms: ['candidate', 'competency', 'halo', 'severity'], n: 36 })
  expect(Object.keys(printed.competencyMeans)).toEqual(['k0', 'k1'])
  expect(printed.candidates).toHaveLength(6)
  expect(printed.pairs).toHaveLength(15)
  expect(printed.groups).toEqual([['c0', 'c1', 'c2', 'c3', 'c4', 'c5']])
  for (const key of ['id', 'raw', 'mean', 'sd', 'q05', 'q95', 'tier'])
    expect(printed.candidates[0]).toHaveProperty(key)
  for (const key of ['id', 'severity', 'sd', 'q05', 'q95', 'candidates'])
    expect(printed.interviewers[0]).toHaveProperty(key)
  expect(printed.remlCriterion === null).toBe(model === 'integrated')
})

test('given deviations are used as they are', async () => {
  const sd = 'candidate=.7,competency=.4,halo=.4,severity=.35,residual=.7'
  const printed = JSON.parse((await run(ratings, '--model', 'fixed', '--sd', sd, '--json')).lines.join('\n'))
  expect(printed.sd).toEqual({
    candidate: 0.7,
    candidateCompetency: 0.4,
    halo: 0.4,
    severity: 0.35,
    residual: 0.7,
  })
})

test('a file without competencies has candidates and severities for terms', async () => {
  const name = file('plain.csv', [
    'Rating;Candidate;Interviewer',
    '3,5;12;x',
    '2;7;x',
    '2;12;y',
    '1;7;y',
    '3;9;y',
  ])
  const printed = JSON.parse((await run(name, '--model', 'reml', '--json')).lines.join('\n'))
  expect(printed.terms).toEqual(['candidate', 'severity'])
  expect(printed.candidates.map(({ id, raw }: { id: string; raw: number }) => [id, raw])).toContainEqual([
    '12',
    2.75,
  ])
})

test('without --json a table of tiers and words about neighbours comes out', async () => {
  const { lines, status } = await run(ratings)
  expect(status).toBe(0)
  expect(lines.some((line) => /^tier\s+candidate\s+raw\s+mean/.test(line))).toBe(true)
  expect(lines.some((line) => /apart|ahead/.test(line))).toBe(true)
  expect(lines.at(-1)).toMatch(/^Agreement: 0\.\d\d, nine times in ten between/)
})

test('what is wrong in a file is said by row, column and value', async () => {
  const name = file('wrong.csv', [
    'candidate,interviewer,competency,rating',
    'a,x,k,3',
    'b,x,k,good',
    ',x,k,2',
  ])
  expect(await run(name)).toEqual({
    lines: ['Row 3, column rating: "good" is not a number.', 'Row 4, column candidate: the cell is empty.'],
    status: 1,
  })
  const { lines, status } = await run(file('headless.csv', ['a,b', '1,2']))
  expect(status).toBe(1)
  expect(lines[0]).toContain('Missing: candidate, interviewer, rating.')
})

test('a file with nothing but its heading is told so', async () => {
  const name = file('empty.csv', ['candidate,interviewer,rating'])
  expect(await run(name)).toEqual({ lines: ['The file has no ratings.'], status: 0 })
  expect(JSON.parse((await run(name, '--json')).lines.join('\n'))).toMatchObject({ n: 0, candidates: [] })
})

test.each([
  [[], /takes one file/],
  [['nowhere.csv'], /There is no file/],
  [[ratings, '--model', 'magic'], /no model "magic"/],
  [[ratings, '--terms', 'candidate,mood'], /no term "mood"/],
  [[ratings, '--model', 'fixed'], /needs a standard deviation for candidate/],
  [[ratings, '--sd', 'candidate=much'], /"much" is not a number/],
  [[ratings, '--sd', 'mood=1'], /knows no "mood"/],
  [[ratings, '--range', '0'], /must be more than 0/],
])('%j is refused in words', async (args, words) => {
  const { lines, status } = await run(...args)
  expect(status).toBe(2)
  expect(lines[0]).toMatch(words)
})
