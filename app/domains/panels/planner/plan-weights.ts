/**
 * What a plan is worth, in points. A question is worth its rating times the weights of the competencies that it probes
 * in the focus of its interview; on top come `covered` and `stay`. Every rule that falls short costs its points for each unit.
 * All are whole numbers, so that a bound may be rounded down.
 */
export const defaultPlanWeights = {
  /** For each interview that probes a competency, times the weight of the competency. */
  covered: 12,
  /** For a question that stays where the previous plan had it. */
  stay: 10,
  /** For each interview that a must-have lacks. */
  mustHave: 5_000,
  /** For each interview that another competency lacks. */
  coverage: 1_000,
  minQuestions: 1_000,
  easyOpeners: 1_000,
  minHard: 1_000,
  minBehavioural: 1_000,
  /** For each minute over the time of an interview; only pins can cause it, like all that follow. */
  time: 100,
  maxQuestions: 1_000,
  maxHard: 1_000,
  /** For each further question of a group of near-duplicates. */
  repeated: 1_000,
  /** For a pinned question that does not belong where it is pinned. */
  misfit: 100,
  /** For a pin that cannot stand beside another pin or a ban. */
  pin: 1_000,
} as const

export type PlanWeights = { [name in keyof typeof defaultPlanWeights]: number }

/** The rules that can fall short. */
export type PlanRule = Exclude<keyof PlanWeights, 'covered' | 'stay'>
