import type { PlanSpace } from './plan-space.ts'

/** The best of every interview, competency and difficulty that a first LP begins with. */
const bestOfEach = 4

/**
 * Columns for a first LP: pins, what was there before, and for every interview, competency, difficulty and kind that counts the
 * few that are worth most for their minutes.
 */
export function listStartingColumns(space: PlanSpace): number[] {
  const { problem, question, interview, value, isPinned } = space
  const previous = new Map(problem.previous.map(({ id, questions }) => [id, new Set(questions)]))
  const best = new Map<string, { column: number; worth: number }[]>()
  const start: number[] = []
  for (let column = 0; column < space.columns; column++) {
    const asked = problem.questions[question[column] ?? -1]
    const slot = problem.interviews[interview[column] ?? -1]
    if (!asked || !slot) continue
    if (isPinned[column] === 1 || previous.get(slot.id)?.has(asked.id) === true) start.push(column)
    const worth = (value[column] ?? 0) / asked.minutes
    const kind = asked.kind === 'behavioural' ? 'b' : ''
    for (const competency of asked.competencies) {
      if (!space.rows.linkOf[interview[column] ?? -1]?.has(competency)) continue
      const key = `${interview[column]} ${asked.difficulty}${kind} ${competency}`
      const list = best.get(key)
      if (list === undefined) best.set(key, [{ column, worth }])
      else keepBest(list, { column, worth })
    }
  }
  for (const list of best.values()) start.push(...list.map(({ column }) => column))
  return start
}

function keepBest(list: { column: number; worth: number }[], one: { column: number; worth: number }): void {
  const at = list.findIndex(({ worth }) => worth < one.worth)
  if (at === -1) {
    if (list.length < bestOfEach) list.push(one)
    return
  }
  list.splice(at, 0, one)
  if (list.length > bestOfEach) list.pop()
}
