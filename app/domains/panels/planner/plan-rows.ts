import type { PlanProblem } from './plan-problem.schema.ts'
import type { PlanRule, PlanWeights } from './plan-weights.ts'
import type { SettledPins } from './settle-pins.ts'

type Question = PlanProblem['questions'][number]
type Place = { rule: PlanRule; index: number }

/**
 * A column beside the questions: an interview that probes a competency, or the units by which a rule falls short.
 * `slackOf` says which rule; `index` is the position of its interview, its competency, or 0.
 */
export type SideColumn = {
  cost: number
  upper: number
  entries: [row: number, each: number][]
  slackOf?: Place
}

/** The rules as rows, without “each question once”. */
export type PlanRows = {
  lower: Float64Array
  upper: Float64Array
  sides: SideColumn[]
  /** For each interview and competency the row that ties it to the questions that probe it; -1 outside the focus. */
  linkOf: Int32Array[]
  /** For each question the rows of its groups. */
  groupsOf: (number[] | undefined)[]
  /** For each interview the row of its minutes. */
  timeOf: number[]
  /** The rows in which a question of an interview counts as one. */
  countsIn: (interview: number, question: Question) => readonly number[]
  /** What falls short whatever is chosen, because of pins, with its units. */
  given: (Place & { amount: number })[]
}

type Builder = { lower: number[]; upper: number[]; sides: SideColumn[]; given: PlanRows['given'] }
type InterviewRows = {
  time: number
  most: number
  least: number | undefined
  easy: number | undefined
  hard: number | undefined
  mostHard: number
}

/** Lays out the rules. What only pins can break is a hard row, widened as far as the pins need; the rest is elastic. */
export function layRows(problem: PlanProblem, weights: PlanWeights, pins: SettledPins): PlanRows {
  const builder: Builder = { lower: [], upper: [], sides: [], given: [] }
  const pinned = problem.interviews.map((): Question[] => [])
  problem.questions.forEach((question, q) => pinned[pins.pinnedIn[q] ?? -1]?.push(question))
  const rowsOf = problem.interviews.map((interview, i) => {
    const here = pinned[i] ?? []
    const minutes = here.reduce((sum, question) => sum + question.minutes, 0)
    const hard = here.filter(({ difficulty }) => difficulty === 'hard').length
    const capacity = Math.max(0, interview.minutes - interview.buffer)
    return {
      time: addMost(builder, { rule: 'time', index: i }, capacity, minutes),
      most: addMost(builder, { rule: 'maxQuestions', index: i }, interview.maxQuestions, here.length),
      mostHard: addMost(builder, { rule: 'maxHard', index: i }, interview.maxHard, hard),
      least: addLeast(builder, { rule: 'minQuestions', index: i }, interview.minQuestions, weights),
      easy: addLeast(builder, { rule: 'easyOpeners', index: i }, interview.easyOpeners, weights),
      hard: addLeast(builder, { rule: 'minHard', index: i }, interview.minHard, weights),
    } satisfies InterviewRows
  })
  const behavioural = addLeast(builder, { rule: 'minBehavioural', index: 0 }, problem.minBehavioural, weights)
  const linkOf = layCoverage(problem, weights, builder)
  const groupsOf = layGroups(problem, pins, builder)
  return {
    lower: Float64Array.from(builder.lower),
    upper: Float64Array.from(builder.upper),
    sides: builder.sides,
    linkOf,
    groupsOf,
    given: builder.given,
    timeOf: rowsOf.map(({ time }) => time),
    countsIn: listCounts(rowsOf, behavioural),
  }
}

/** The same few lists serve all questions, however large the bank is. */
function listCounts(rowsOf: readonly InterviewRows[], behavioural: number | undefined): PlanRows['countsIn'] {
  const lists = rowsOf.map(({ most, least, easy, hard, mostHard }) => {
    const of = (...rows: (number | undefined)[]): { other: number[]; behavioural: number[] } => {
      const here = rows.filter((row) => row !== undefined)
      return { other: here, behavioural: behavioural === undefined ? here : [...here, behavioural] }
    }
    return { easy: of(most, least, easy), medium: of(most, least), hard: of(most, least, hard, mostHard) }
  })
  return (i, { difficulty, kind }) =>
    lists[i]?.[difficulty][kind === 'behavioural' ? 'behavioural' : 'other'] ?? []
}

function addRow(builder: Builder, lower: number, upper: number): number {
  builder.lower.push(lower)
  builder.upper.push(upper)
  return builder.lower.length - 1
}

function addMost(builder: Builder, place: Place, most: number, pinned: number): number {
  if (pinned > most) builder.given.push({ ...place, amount: pinned - most })
  return addRow(builder, -Infinity, Math.max(most, pinned))
}

function addLeast(builder: Builder, place: Place, least: number, weights: PlanWeights): number | undefined {
  if (least === 0) return undefined
  const row = addRow(builder, least, Infinity)
  builder.sides.push({ cost: -weights[place.rule], upper: least, entries: [[row, 1]], slackOf: place })
  return row
}

function layCoverage(problem: PlanProblem, weights: PlanWeights, builder: Builder): Int32Array[] {
  const links = problem.interviews.map(() => new Int32Array(problem.competencies.length).fill(-1))
  problem.competencies.forEach(({ id, weight, mustHave, coverage }, c) => {
    const rule = mustHave ? 'mustHave' : 'coverage'
    const cover = addLeast(builder, { rule, index: c }, coverage, weights)
    problem.interviews.forEach(({ focus }, i) => {
      if (!focus.includes(id)) return
      const link = addRow(builder, -Infinity, 0)
      links[i]?.fill(link, c, c + 1)
      const entries: [number, number][] = [[link, 1]]
      if (cover !== undefined) entries.push([cover, 1])
      builder.sides.push({ cost: weights.covered * weight, upper: 1, entries })
    })
  })
  return links
}

function layGroups(problem: PlanProblem, pins: SettledPins, builder: Builder): (number[] | undefined)[] {
  const members = new Map<string, number[]>()
  problem.questions.forEach(({ group }, q) => {
    if (group === undefined) return
    for (const name of new Set(typeof group === 'string' ? [group] : group)) {
      const known = members.get(name)
      if (known) known.push(q)
      else members.set(name, [q])
    }
  })
  const groupsOf: (number[] | undefined)[] = Array.from({ length: problem.questions.length })
  for (const questions of members.values()) {
    if (questions.length < 2) continue
    const pinned = questions.filter((q) => (pins.pinnedIn[q] ?? -1) !== -1)
    const row = addMost(builder, { rule: 'repeated', index: pinned[0] ?? 0 }, 1, pinned.length)
    for (const q of questions) groupsOf[q] = [...(groupsOf[q] ?? []), row]
  }
  return groupsOf
}
