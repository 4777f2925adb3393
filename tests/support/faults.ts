import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'

/** What `npm run test:faults` hands over; `npm test` hands over nothing, and every fault is then a short one. */
const given: { report?: string; kills?: number; operations?: number } = JSON.parse(
  process.env.PANELIST_FAULTS ?? '{}',
)

/** Whether there is time for many rounds, and for tools that npm does not bring. */
export const isLong = given.report !== undefined

export const howMany = {
  /** How often the server is killed. */
  kills: given.kills ?? 4,
  /** How many operations go through the network that loses a quarter of the answers. */
  operations: given.operations ?? 200,
}

/** Adds a line to the table that the long run prints. */
export function report(fault: string, counts: Readonly<Record<string, number | string>>): void {
  if (given.report !== undefined) appendFileSync(given.report, `${JSON.stringify({ fault, counts })}\n`)
}

/**
 * Why a fault that needs more than npm brings cannot be made here; undefined when it can. The long run prints it.
 * @param tool its name, what proves that it works here, and what has it
 */
export function findObstacle(
  fault: string,
  tool: { name: string; probe: readonly string[]; comesWith: string },
): string | undefined {
  if (!isLong) return 'only in npm run test:faults'
  const [command = '', ...args] = tool.probe
  if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return undefined
  const why = `${tool.name} is not to be used here (${tool.comesWith})`
  report(fault, { skipped: why })
  return why
}

/** The middle one of some numbers, such as seconds. */
export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
