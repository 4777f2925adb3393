import type { PlanSpace } from './plan-space.ts'

type Ranked = { column: number; worth: number }

const steps = { easy: 0, medium: 1, hard: 2 } as const
/** The best of every interview, competency and difficulty that a first LP begins with. */
const bestOfEach = 4

/**
 * Columns for a first LP: pins, what was there before, and for every interview, competency, difficulty and kind that counts the
 * few that are worth most for their minutes.
 */
export function listStartingColumns(space: PlanSpace): number[] {
  const { problem, question, interview, value, isPinned } = space
  const previous = new Map(problem.previous.map(({ id, questions }) => [id, new Set(questions)]))
  const best: Ranked[][] = []
  const start: number[] = []
  for (let column = 0; column < space.columns; column++) {
    const asked = problem.questions[question[column] ?? -1]
    const i = interview[column] ?? 0
    if (!asked) continue
    const isKept = previous.size > 0 && previous.get(problem.interviews[i]?.id ?? '')?.has(asked.id) === true
    if (isPinned[column] === 1 || isKept) start.push(column)
    const worth = (value[column] ?? 0) / asked.minutes
    const kind = steps[asked.difficulty] + (asked.kind === 'behavioural' ? 3 : 0)
    // The row of an interview and a competency is the place of both; a column's entries begin with these.
    const end = space.starts[column + 1] ?? 0
    for (let at = space.starts[column] ?? 0; at < end && (space.values[at] ?? 0) < 0; at++) {
      const list = (best[6 * (space.indices[at] ?? 0) + kind] ??= [])
      keepBest(list, { column, worth })
    }
  }
  for (const list of best) if (list) start.push(...list.map(({ column }) => column))
  return start
}

function keepBest(list: Ranked[], one: Ranked): void {
  const last = list.at(-1)
  if (list.length === bestOfEach && last && last.worth >= one.worth) return
  const at = list.findIndex(({ worth }) => worth < one.worth)
  if (at === -1) {
    if (list.length < bestOfEach) list.push(one)
    return
  }
  list.splice(at, 0, one)
  if (list.length > bestOfEach) list.pop()
}
