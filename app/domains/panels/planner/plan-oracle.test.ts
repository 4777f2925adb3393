import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeUsualProblem } from '#tests/support/plan-problems.ts'
import { loadSolver } from './highs-solver.server.ts'
import type { LinearModel } from './linear-model.ts'
import { planPanel } from './plan-panel.ts'
import { layOutSpace } from './plan-space.ts'
import { buildModel } from './restricted-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelist-oracle-'))
const solver = await loadSolver()

/** Other people's solvers; each reads a model from a file and writes the worth of the best plan. */
const oracles = {
  cbc: (file: string) => {
    const out = execFileSync(
      'cbc',
      [file, '-max', '-ratioGap', '0', '-allowableGap', '0', '-solve', '-quit'],
      {
        encoding: 'utf8',
      },
    )
    return /Objective value: +(-?[\d.]+)/.exec(out)?.[1]
  },
  glpsol: (file: string) => {
    const answer = `${file}.txt`
    execFileSync('glpsol', ['--lp', file, '-o', answer, '--cuts'])
    return /^Objective: .*= (-?[\d.e+]+)/m.exec(readFileSync(answer, 'utf8'))?.[1]
  },
}

/** The model in the LP format that every solver reads. */
function writeModel(model: LinearModel): string {
  const columns = model.cost.length
  const rows = Array.from(model.rowLower, (): string[] => [])
  const name = (column: number): string => `x${column}`
  const term = (each: number, column: number): string =>
    `${each < 0 ? '-' : '+'} ${Math.abs(each)} ${name(column)}`
  for (let column = 0; column < columns; column++)
    for (let at = model.starts[column] ?? 0; at < (model.starts[column + 1] ?? 0); at++)
      rows[model.indices[at] ?? 0]?.push(term(model.values[at] ?? 0, column))
  const all = Array.from({ length: columns }, (_, column) => column)
  return [
    'Maximize',
    ` worth: ${all.map((column) => term(model.cost[column] ?? 0, column)).join('\n  ')}`,
    'Subject To',
    ...rows.flatMap((terms, row) => {
      const lower = model.rowLower[row] ?? 0
      const limit = lower === -Infinity ? `<= ${model.rowUpper[row]}` : `>= ${lower}`
      return terms.length === 0 ? [] : [` r${row}: ${terms.join('\n  ')} ${limit}`]
    }),
    'Bounds',
    ...all.map(
      (column) => ` ${model.columnLower[column]} <= ${name(column)} <= ${model.columnUpper[column]}`,
    ),
    'General',
    ...all.slice(model.firstWhole).map((column) => ` ${name(column)}`),
    'End',
    '',
  ].join('\n')
}

const problems = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
  makeUsualProblem({ seed, questions: 40 + 5 * seed, interviews: 3, competencies: 8 }),
)

for (const [name, solve] of Object.entries(oracles)) {
  const isThere = spawnSync(name, ['--version'], { input: 'quit\n' }).error === undefined
  // Not part of an installation: whoever has it gets the comparison.
  test.skipIf(!isThere)(
    `${name} finds no better plan${isThere ? '' : ` (skipped: ${name} is not installed)`}`,
    () => {
      problems.forEach((problem, n) => {
        const space = layOutSpace(problem)
        const every = Int32Array.from({ length: space.columns }, (_, column) => column)
        const file = join(folder, `${name}-${n}.lp`)
        writeFileSync(file, writeModel(buildModel(space, every)))
        const worth = Number(solve(file))
        for (const method of ['direct', 'sifting'] as const)
          expect(planPanel(problem, solver, { method }).objective, `problem ${n}, ${method}`).toBe(worth)
      })
    },
  )
}
