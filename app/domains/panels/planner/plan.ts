import type { PlanRule } from './plan-weights.ts'

/** A rule that a plan does not keep, by how much, and a sentence that says so. */
export type Shortfall = {
  rule: PlanRule
  /** The id of the interview, competency or question that it concerns; none for the panel as a whole. */
  subject?: string
  /** In units of the rule: interviews, questions, minutes. */
  amount: number
  words: string
}

/** Which questions stand in which interview, in the order in which they are asked. */
export type Plan = {
  interviews: { id: string; questions: string[] }[]
  /** Points, as in `PlanWeights`. */
  objective: number
  /** No plan is worth more than this. */
  bound: number
  /** How far the bound lies above the objective, as a share of it; 0 when nothing better exists. */
  gap: number
  /** `best`: nothing better exists. `good`: a limit was reached, and `gap` says how much better another could be. */
  status: 'best' | 'good'
  shortfalls: Shortfall[]
  /** What else whoever wrote the problem should know. */
  notes: string[]
}

/** A plan and how long it took. */
export type TimedPlan = Plan & { seconds: number }
