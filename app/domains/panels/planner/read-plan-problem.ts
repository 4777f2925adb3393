import { planProblemSchema, type PlanProblem } from './plan-problem.schema.ts'

const mostProblems = 20

/**
 * Reads a problem as it stands in a file.
 * @returns the problem with everything that was left out, or what is wrong, each with its place, `questions[3].minutes`
 */
export function readPlanProblem(given: unknown): { problem: PlanProblem } | { problems: string[] } {
  const read = planProblemSchema.safeParse(given)
  if (read.success) return { problem: read.data }
  const { issues } = read.error
  const problems = issues.slice(0, mostProblems).map(({ path, message }) => `${writePath(path)}: ${message}`)
  const left = issues.length - problems.length
  return { problems: left > 0 ? [...problems, `and ${left} more`] : problems }
}

function writePath(path: readonly PropertyKey[]): string {
  const written = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return written === '' ? 'the problem' : written.replace(/^\./, '')
}
