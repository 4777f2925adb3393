import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import { checkPlan } from './planner/check-plan.ts'
import type { PlanProblem } from './planner/plan-problem.schema.ts'
import type { PanelPlan } from './panel.ts'

/** A question that may take the place of another. */
export type SwapOffer = {
  id: string
  title: string
  kind: QuestionKind
  difficulty: Difficulty
  minutes: number
  competency: string
  /** Points that the plan gains by the swap; below 0 when it loses. */
  gain: number
  /** Minutes by which the interview would run over what it has for questions. */
  overMinutes: number
}

/** What may take the place of one question of a draft. */
export type SwapView = {
  questionId: string
  title: string
  letter: string
  offers: SwapOffer[]
}

const mostOffers = 5
/** So many of the most valuable are put in the place by way of trial. */
const mostTried = 60

/**
 * The questions that would best take the place of one of the draft, best first.
 * @param problem the draft as a problem; its pins do not hold the question
 * @returns null when the draft does not ask the question
 */
export function listSwaps(draft: PanelPlan, problem: PlanProblem, questionId: string): SwapView | null {
  const at = draft.interviews.findIndex((interview) =>
    interview.questions.some((question) => question.questionId === questionId),
  )
  const interview = draft.interviews[at]
  const slot = problem.interviews[at]
  const leaving = interview?.questions.find((question) => question.questionId === questionId)
  if (!interview || !slot || !leaving) return null
  const standing = new Set(
    draft.interviews.flatMap(({ questions }) => questions.map((question) => question.questionId)),
  )
  const banned = new Set(problem.bans.map(({ question }) => question))
  const weights = new Map(problem.competencies.map(({ id, weight }) => [id, weight]))
  const names = new Map(problem.competencies.map(({ id, name }) => [id, name]))
  const free = slot.minutes - slot.buffer
  const used = interview.questions.reduce((sum, { content }) => sum + content.minutes, 0)
  const rest = used - leaving.content.minutes
  const worthOf = ({ rating, competencies }: PlanProblem['questions'][number]) =>
    rating * competencies.reduce((sum, id) => sum + (slot.focus.includes(id) ? (weights.get(id) ?? 0) : 0), 0)
  const likeness = (question: PlanProblem['questions'][number]) =>
    Number(question.competencies[0] === leaving.content.primaryCompetency) * 2 +
    Number(question.kind === leaving.content.kind) +
    Number(question.difficulty === leaving.content.difficulty)
  const candidates = problem.questions
    .filter(({ id, kind }) => !standing.has(id) && !banned.has(id) && slot.kinds.includes(kind))
    .filter((question) => worthOf(question) > 0 && rest + question.minutes <= Math.max(free, used))
    .sort((a, b) => worthOf(b) - worthOf(a) || likeness(b) - likeness(a) || (a.id < b.id ? -1 : 1))
    .slice(0, mostTried)
  const asked = problem.questions.filter(({ id }) => standing.has(id))
  const pins = problem.pins.filter(({ question }) => question !== questionId)
  const tryWith = (question: PlanProblem['questions'][number]) =>
    checkPlan(
      { ...problem, pins, bans: [], questions: [...asked, question] },
      draft.interviews.map(({ id, questions }) => ({
        id,
        questions: questions.map((item) => (item.questionId === questionId ? question.id : item.questionId)),
      })),
    )
  const own = asked.find(({ id }) => id === questionId)
  const before = own ? tryWith(own) : undefined
  const offers = candidates
    .map((question) => ({ question, check: tryWith(question) }))
    // What would break a rule that holds now, such as asking the same twice, is no offer.
    .filter(({ check }) => check.broken.length <= (before?.broken.length ?? 0))
    .map(({ question, check }) => ({ question, gain: check.objective - (before?.objective ?? 0) }))
    .sort((a, b) => b.gain - a.gain || likeness(b.question) - likeness(a.question))
    .slice(0, mostOffers)
    .map(({ question, gain }): SwapOffer => ({
      id: question.id,
      title: question.name ?? question.id,
      kind: question.kind,
      difficulty: question.difficulty,
      minutes: question.minutes,
      competency: names.get(question.competencies[0] ?? '') ?? 'not weighted in this panel',
      gain,
      overMinutes: Math.max(0, rest + question.minutes - free),
    }))
  return { questionId, title: leaving.content.title, letter: interview.letter, offers }
}
