import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { LinearModel, Solver } from '#app/domains/panels/planner/linear-model.ts'
import type { PlannableQuestion } from '#app/domains/panels/planner/problem-of-panel.ts'

/** What form B is matched to and from. */
export type MatchProblem = {
  /** The interviews of form A with their questions in order; `minutes` is what all questions of form B may take. */
  interviews: {
    id: string
    minutes: number
    /** Competencies that a question of form B may probe here. */
    focus: string[]
    kinds: QuestionKind[]
    questions: PlannableQuestion[]
  }[]
  /** What form B may ask instead. */
  bank: PlannableQuestion[]
  /** Near-duplicates; form B asks one question of each group. */
  groups: string[][]
}

/** Form B: for each interview and each question of form A, in their order, the question that stands in its place. */
export type FormMatch = { interviews: { id: string; questionIds: string[] }[]; isProven: boolean }

const steps: Record<Difficulty, number> = { easy: 0, medium: 1, hard: 2 }
/** What a difference costs, in whole points. Sharing a question outweighs every difference. */
const points = { competency: 40, step: 12, kind: 8, minute: 2, star: 1, shared: 10_000 } as const
const usualStars = 3
/** Of so many questions beyond the slots of form A the nearest to each are tried. */
const nearest = 30
const mostNodes = 20_000

/** How unlike two questions are as parts of a panel, in points: 0 for the same competency, difficulty, kind and minutes. */
export function measureUnlikeness(one: PlannableQuestion, other: PlannableQuestion): number {
  return (
    (one.primaryCompetency === other.primaryCompetency ? 0 : points.competency) +
    Math.abs(steps[one.difficulty] - steps[other.difficulty]) * points.step +
    (one.kind === other.kind ? 0 : points.kind) +
    Math.abs(one.minutes - other.minutes) * points.minute
  )
}

type Slot = { interview: number; question: PlannableQuestion }
type Column = { slot: number; question: PlannableQuestion; cost: number }

/**
 * Matches a question of the bank to every question of form A so that the two forms are as alike as can be: the sum of the
 * unlikeness of all pairs is least (item matching for parallel tests, van der Linden & Boekkooi-Timminga 1988). A form always comes
 * out: where nothing else fits, form B asks the question of form A.
 */
export function matchForm(problem: MatchProblem, solver: Solver): FormMatch {
  const slots = problem.interviews.flatMap(({ questions }, interview) =>
    questions.map((question): Slot => ({ interview, question })),
  )
  const columns = slots.flatMap((slot, i) =>
    listColumns(problem, slot, { at: i, most: slots.length + nearest }),
  )
  const { values, isProven } = solver.solveMip(buildMatchModel(problem, slots, columns), { nodes: mostNodes })
  const matched = slots.map(({ question }) => question.id)
  if (values)
    columns.forEach(({ slot, question }, j) => {
      if ((values[j] ?? 0) > 0.5) matched[slot] = question.id
    })
  return {
    interviews: problem.interviews.map(({ id }, i) => ({
      id,
      questionIds: matched.filter((_, slot) => slots[slot]?.interview === i),
    })),
    isProven,
  }
}

function listColumns(
  { interviews, bank }: MatchProblem,
  { interview, question }: Slot,
  { at, most }: { at: number; most: number },
): Column[] {
  const { focus = [], kinds = [] } = interviews[interview] ?? {}
  const probed = new Set([question.primaryCompetency, ...focus])
  const fitting = new Set([question.kind, ...kinds])
  const others = bank
    .filter(({ primaryCompetency, kind }) => probed.has(primaryCompetency) && fitting.has(kind))
    .map((other): Column => {
      const stars = Math.round((5 - (other.stars ?? usualStars)) * points.star)
      return { slot: at, question: other, cost: measureUnlikeness(question, other) + stars }
    })
    .sort((a, b) => a.cost - b.cost || (a.question.id < b.question.id ? -1 : 1))
  return [...others.slice(0, most), { slot: at, question, cost: points.shared }]
}

/** Rows: every slot once, every question and every group at most once, every interview within its minutes. */
function buildMatchModel(
  { interviews, groups }: MatchProblem,
  slots: readonly Slot[],
  columns: readonly Column[],
): LinearModel {
  const lower = slots.map(() => 1)
  const upper = slots.map(() => 1)
  const addRow = (most: number): number => {
    lower.push(-Infinity)
    return upper.push(most) - 1
  }
  const timeOf = interviews.map(({ minutes, questions }) =>
    // What form A takes is allowed to form B as well, so that a plan over its time has one.
    addRow(Math.max(minutes, sumOf(questions.map((question) => question.minutes)))),
  )
  const onceOf = new Map<string, number>()
  for (const { question } of columns) if (!onceOf.has(question.id)) onceOf.set(question.id, addRow(1))
  const groupsOf = new Map<string, number[]>()
  for (const group of groups) {
    const row = addRow(1)
    for (const id of group) groupsOf.set(id, [...(groupsOf.get(id) ?? []), row])
  }
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { slot, question, cost } of columns) {
    const time = timeOf[slots[slot]?.interview ?? 0] ?? 0
    const once = onceOf.get(question.id)
    const shared = cost === points.shared
    const entries: [number, number][] = [
      [slot, 1],
      [time, question.minutes],
    ]
    if (once !== undefined) entries.push([once, 1])
    // Two questions of form A that ask nearly the same were somebody's choice.
    if (!shared) for (const row of groupsOf.get(question.id) ?? []) entries.push([row, 1])
    for (const [row, value] of entries) {
      indices.push(row)
      values.push(value)
    }
    starts.push(indices.length)
  }
  return {
    cost: Float64Array.from(columns, ({ cost }) => -cost),
    columnLower: new Float64Array(columns.length),
    columnUpper: new Float64Array(columns.length).fill(1),
    rowLower: Float64Array.from(lower),
    rowUpper: Float64Array.from(upper),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    firstWhole: 0,
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
