import type { AlikeQuestions } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import type { Arrangement, PanelPlan } from '../panel.ts'
import type { PlannableQuestion } from '#app/domains/panels/planner/problem-of-panel.ts'
import type { MatchProblem } from './match-form.ts'

/**
 * Form A of a draft and the bank as a problem of matching. Out of the bank go what form A asks, what asks the same or nearly the
 * same and what the panel bans.
 * @param given.bank every question in use with anchors for the panel's scale
 * @param given.alike for the questions of form A, what is alike: confirmed, or suggested and not said to differ
 * @param given.groups near-duplicates that people confirmed
 */
export function makeMatchProblem(given: {
  plan: PanelPlan
  arrangement: Pick<Arrangement, 'interviews' | 'bannedIds'>
  bank: readonly PlannableQuestion[]
  alike: readonly Pick<AlikeQuestions, 'otherId'>[]
  groups: readonly (readonly string[])[]
}): MatchProblem {
  const { plan, arrangement, groups } = given
  const weighed = plan.competencies.map(({ id }) => id)
  const asked = new Set(
    plan.interviews.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)),
  )
  const excluded = new Set([
    ...asked,
    ...arrangement.bannedIds,
    ...given.alike.map(({ otherId }) => otherId),
    ...groups.filter((group) => group.some((id) => asked.has(id))).flat(),
  ])
  return {
    interviews: plan.interviews.map(({ id, minutes, competencyIds, questions }) => {
      const focus = competencyIds.filter((one) => weighed.includes(one))
      const wishes = arrangement.interviews.find((interview) => interview.id === id)?.wishes
      return {
        id,
        minutes: Math.max(0, minutes - (wishes?.buffer ?? 0)),
        // Nothing chosen means that it looks into everything.
        focus: focus.length > 0 ? focus : weighed,
        kinds: wishes?.kinds ?? [],
        questions: questions.map(({ questionId, content }) => {
          const { title, kind, difficulty, minutes: takes, primaryCompetency } = content
          return { id: questionId, title, kind, difficulty, minutes: takes, primaryCompetency, stars: null }
        }),
      }
    }),
    bank: given.bank.filter(({ id }) => !excluded.has(id)),
    groups: groups.map((group) => group.filter((id) => !excluded.has(id))).filter(({ length }) => length > 1),
  }
}
