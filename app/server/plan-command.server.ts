import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadSolver } from '#app/domains/panels/planner/highs-solver.server.ts'
import { planPanel } from '#app/domains/panels/planner/plan-panel.ts'
import { reportPlan } from '#app/domains/panels/planner/plan-report.ts'
import { readPlanProblem } from '#app/domains/panels/planner/read-plan-problem.ts'
import { listMore } from '#app/domains/panels/planner/what-more.ts'
import { explainWhyNot } from '#app/domains/panels/planner/why-not.ts'
import type { Outcome } from './command-database.server.ts'

export const planHelp = `plan <file.json> [--json]  chooses the best questions for the interviews of a panel (docs/planning.md);
                             --why-not QUESTION says what a question would cost, --more what more room would bring`

type Options = { file: string; isJson: boolean; whyNot: string | undefined; more: boolean }

/**
 * Reads a planning problem from a JSON file and prints the best plan.
 * @param args what stands after `plan`
 * @param folder where the person stands
 */
export async function runPlanCommand(args: readonly string[], folder: string): Promise<Outcome> {
  const options = readOptions(args)
  if ('misuse' in options) return { lines: [options.misuse, '', `npx panelist ${planHelp}`], status: 2 }
  const path = resolve(folder, options.file)
  if (!existsSync(path) || !statSync(path).isFile())
    return { lines: [`There is no file ${path}.`], status: 2 }
  const given = readJson(path)
  if ('unreadable' in given) return { lines: [`${options.file} is not JSON: ${given.unreadable}`], status: 1 }
  const read = readPlanProblem(given.value)
  if ('problems' in read) return { lines: read.problems, status: 1 }
  const { problem } = read
  if (options.whyNot !== undefined && !problem.questions.some(({ id }) => id === options.whyNot))
    return { lines: [`There is no question "${options.whyNot}" in ${options.file}.`], status: 2 }

  const solver = await loadSolver()
  const startedAt = performance.now()
  const plan = planPanel(problem, solver)
  const seconds = Math.round(performance.now() - startedAt) / 1_000
  const whyNot =
    options.whyNot === undefined ? undefined : explainWhyNot(problem, plan, options.whyNot, solver)
  const more = options.more ? listMore(problem, plan, solver) : undefined
  const lines = options.isJson
    ? [JSON.stringify({ ...plan, seconds, whyNot, more }, null, 2)]
    : reportPlan(problem, plan, { whyNot, more })
  return { lines, status: 0 }
}

function readOptions(args: readonly string[]): Options | { misuse: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        more: { type: 'boolean', default: false },
        'why-not': { type: 'string' },
      },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return { misuse: 'plan takes one file.' }
    return { file, isJson: values.json, whyNot: values['why-not'], more: values.more }
  } catch (error) {
    return { misuse: error instanceof Error ? error.message : 'These options are not known.' }
  }
}

function readJson(path: string): { value: unknown } | { unreadable: string } {
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) }
  }
}
