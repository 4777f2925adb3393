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
  /** For each interview, the row that ties a competency of its focus to the questions that probe it. */
  linkOf: Map<string, number>[]
  /** For each question the rows of its groups. */
  groupsOf: (number[] | undefined)[]
  /** The rows of an interview that a question in it counts for, and with how much. */
  ofInterview: (interview: number, question: Question) => [row: number, each: number][]
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
  const pinned = problem.interviews.map((_, i) => problem.questions.filter((__, q) => pins.pinnedIn[q] === i))
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
    ofInterview: (i, { minutes, difficulty, kind }) => {
      const rows = rowsOf[i]
      if (!rows) return []
      const entries: [number, number][] = [
        [rows.time, minutes],
        [rows.most, 1],
      ]
      if (rows.least !== undefined) entries.push([rows.least, 1])
      if (rows.easy !== undefined && difficulty === 'easy') entries.push([rows.easy, 1])
      if (rows.hard !== undefined && difficulty === 'hard') entries.push([rows.hard, 1])
      if (difficulty === 'hard') entries.push([rows.mostHard, 1])
      if (behavioural !== undefined && kind === 'behavioural') entries.push([behavioural, 1])
      return entries
    },
  }
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

function layCoverage(problem: PlanProblem, weights: PlanWeights, builder: Builder): Map<string, number>[] {
  const links = problem.interviews.map(() => new Map<string, number>())
  problem.competencies.forEach(({ id, weight, mustHave, coverage }, c) => {
    const rule = mustHave ? 'mustHave' : 'coverage'
    const cover = addLeast(builder, { rule, index: c }, coverage, weights)
    problem.interviews.forEach(({ focus }, i) => {
      if (!focus.includes(id)) return
      const link = addRow(builder, -Infinity, 0)
      links[i]?.set(id, link)
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
    for (const name of new Set(typeof group === 'string' ? [group] : group))
      members.set(name, [...(members.get(name) ?? []), q])
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
