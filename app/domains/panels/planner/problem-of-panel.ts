import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { Arrangement, PanelPlan } from '../panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'

/** What the planner may do to a draft: only add to it, better it with few changes, or plan it anew. Pins hold in each. */
export const planModes = ['fill', 'improve', 'start-over'] as const
export type PlanMode = (typeof planModes)[number]

/** What the planner needs to know of a question of the bank. */
export type PlannableQuestion = {
  id: string
  title: string
  kind: QuestionKind
  difficulty: Difficulty
  minutes: number
  primaryCompetency: string
  /** The mean of the stars that were given; null when nobody gave any. */
  stars: number | null
}

const usualStars = 3

/**
 * The draft of a panel and the bank as a problem for the planner. A question counts for its primary competency alone, as in scores.
 * @param given.bank what may be asked; questions of the draft are taken whether they are in it or not
 * @param given.groups near-duplicates that people confirmed
 */
export function makeProblem(given: {
  plan: PanelPlan
  arrangement: Pick<Arrangement, 'interviews' | 'minBehavioural' | 'bannedIds'>
  bank: readonly PlannableQuestion[]
  groups: readonly (readonly string[])[]
  mode: PlanMode
}): PlanProblem {
  const { plan, arrangement, mode } = given
  const weighed = plan.competencies.map(({ id }) => id)
  const drafted = new Map(arrangement.interviews.map((interview) => [interview.id, interview]))
  const questions = listQuestions(plan, given.bank)
  const groupsOf = readGroups(given.groups)
  const present = plan.interviews.map(({ id, questions: asked }) => ({
    id,
    questions: asked.map(({ questionId }) => questionId),
  }))
  const standing = new Set(present.flatMap((interview) => interview.questions))
  const pinnedIn = (id: string) => {
    const here = present.find((interview) => interview.id === id)?.questions ?? []
    // What another form pins in the same interview is no pin of this one.
    return mode === 'fill' ? here : (drafted.get(id)?.pinnedIds.filter((one) => here.includes(one)) ?? [])
  }
  return {
    competencies: plan.competencies.map(({ id, name, weight, gate }) => ({
      id,
      name,
      weight,
      mustHave: gate !== null,
      coverage: gate === null ? 1 : 2,
    })),
    interviews: plan.interviews.map((interview) => {
      const focus = interview.competencyIds.filter((id) => weighed.includes(id))
      const wishes = drafted.get(interview.id)?.wishes
      if (!wishes) throw new Error('an interview of the plan is not in its draft')
      return {
        id: interview.id,
        name: `${interview.letter}, ${interview.focus}`,
        minutes: interview.minutes,
        // Nothing chosen means that it looks into everything.
        focus: focus.length > 0 ? focus : weighed,
        ...wishes,
      }
    }),
    minBehavioural: arrangement.minBehavioural,
    questions: questions.map(({ id, title, primaryCompetency, stars, kind, difficulty, minutes }) => ({
      id,
      name: title,
      kind,
      difficulty,
      minutes,
      rating: Math.round(stars ?? usualStars),
      competencies: [primaryCompetency],
      group: groupsOf.get(id) ?? [],
    })),
    pins: plan.interviews.flatMap(({ id }) => pinnedIn(id).map((question) => ({ question, interview: id }))),
    bans: arrangement.bannedIds
      .filter((id) => !standing.has(id) && questions.some((question) => question.id === id))
      .map((question) => ({ question })),
    previous: mode === 'start-over' ? [] : present,
    weights: {},
  }
}

function listQuestions(plan: PanelPlan, bank: readonly PlannableQuestion[]): PlannableQuestion[] {
  const known = new Set(bank.map(({ id }) => id))
  const others = plan.interviews.flatMap(({ questions }) =>
    questions.flatMap(({ questionId: id, content }): PlannableQuestion[] => {
      const { title, kind, difficulty, minutes, primaryCompetency } = content
      return known.has(id) ? [] : [{ id, title, kind, difficulty, minutes, primaryCompetency, stars: null }]
    }),
  )
  return [...bank, ...others]
}

function readGroups(groups: readonly (readonly string[])[]): Map<string, string[]> {
  const groupsOf = new Map<string, string[]>()
  for (const [i, group] of groups.entries())
    for (const id of group) groupsOf.set(id, [...(groupsOf.get(id) ?? []), `group-${i}`])
  return groupsOf
}
