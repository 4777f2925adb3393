import { counted } from '../panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { PlanSpace } from './plan-space.ts'
import type { Shortfall } from './plan.ts'
import type { PlanRule } from './plan-weights.ts'
import { listMisfits } from './restricted-model.ts'

/** “Name” of something that may have only an id. */
export function nameOf(one: { id: string; name?: string | undefined } | undefined): string {
  return `“${one?.name ?? one?.id ?? '?'}”`
}

/**
 * Everything that a plan does not keep, in words that say what to do.
 * @param sides the value of every side column
 */
export function listShortfalls(space: PlanSpace, sides: Float64Array): Shortfall[] {
  const { rows } = space
  const elastic = rows.sides.flatMap(({ slackOf }, s) => {
    const amount = sides[s] ?? 0
    return slackOf && amount > 0 ? [{ ...slackOf, amount }] : []
  })
  return [
    ...[...elastic, ...rows.given].map(({ rule, index, amount }) => ({
      rule,
      ...subjectOf(space.problem, rule, index),
      amount,
      words: describe(space, rule, index, amount),
    })),
    ...describeMisfits(space),
    ...describeRefused(space),
  ]
}

function subjectOf(problem: PlanProblem, rule: PlanRule, index: number): { subject?: string } {
  if (rule === 'minBehavioural') return {}
  const list =
    rule === 'mustHave' || rule === 'coverage'
      ? problem.competencies
      : rule === 'repeated'
        ? problem.questions
        : problem.interviews
  const subject = list[index]?.id
  return subject === undefined ? {} : { subject }
}

function describe(space: PlanSpace, rule: PlanRule, index: number, amount: number): string {
  const { problem } = space
  const interview = problem.interviews[index]
  const at = nameOf(interview)
  switch (rule) {
    case 'mustHave':
    case 'coverage':
      return describeCoverage(space, index, amount)
    case 'minQuestions':
      return `${at} has ${counted(amount, 'question')} fewer than the ${interview?.minQuestions} it should have. Give it more time, a wider focus or shorter questions.`
    case 'easyOpeners':
      return `${at} lacks ${counted(amount, 'easy question')} to open with. Write one in its focus, or give it more time.`
    case 'minHard':
      return `${at} has ${counted(amount, 'hard question')} fewer than it should have. Write one in its focus, or ask for fewer.`
    case 'minBehavioural':
      return `The interviews lack ${counted(amount, 'behavioural question')} of the ${problem.minBehavioural} asked for. Allow them in more interviews, or write more.`
    case 'time':
      return `${at} runs ${counted(amount, 'minute')} over because of what is pinned there. Take out a pin or make it longer.`
    case 'maxQuestions':
      return `${at} has ${counted(amount, 'pinned question')} more than the ${interview?.maxQuestions} it may have. Take out a pin.`
    case 'maxHard':
      return `${at} has ${counted(amount, 'hard question')} more than the ${interview?.maxHard} it may have, because they are pinned. Take out a pin.`
    case 'repeated':
      return `${nameOf(problem.questions[index])} and ${counted(amount, 'other pinned question')} ask nearly the same. Take out a pin.`
    case 'misfit':
    case 'pin':
      return ''
  }
}

function describeCoverage(space: PlanSpace, index: number, amount: number): string {
  const { problem } = space
  const competency = problem.competencies[index]
  if (!competency) return ''
  const wanted = `${nameOf(competency)}${competency.mustHave ? ', a must-have,' : ''} should be probed in ${counted(competency.coverage, 'interview')}`
  const probed = competency.coverage - amount
  const is = `${wanted} and is in ${probed === 0 ? 'none' : probed}`
  const focused = problem.interviews.filter(({ focus }) => focus.includes(competency.id)).length
  if (focused < competency.coverage)
    return `${is}: ${focused === 0 ? 'no interview has' : `only ${counted(focused, 'interview has', 'interviews have')}`} it in focus. Add it to another.`
  const questions = problem.questions.filter(({ competencies }) =>
    competencies.includes(competency.id),
  ).length
  if (questions < competency.coverage)
    return `${is}: the bank has ${questions === 0 ? 'no question' : `only ${counted(questions, 'question')}`} for it. Write more.`
  return `${is}: its questions do not fit beside what else is needed. Give its interviews more time, or write shorter questions.`
}

function describeMisfits(space: PlanSpace): Shortfall[] {
  const { problem } = space
  return listMisfits(space).map(({ question, interview, because }) => {
    const one = problem.questions[question]
    const at = nameOf(problem.interviews[interview])
    const reason = {
      kind: `does not ask ${one?.kind} questions`,
      focus: 'has nothing of what it probes in focus',
      minutes: 'cannot tell how long it takes: it says 0 minutes',
    }[because]
    return {
      rule: 'misfit',
      subject: one?.id ?? '',
      amount: 1,
      words: `${nameOf(one)} is pinned in ${at}, which ${reason}. Take out the pin or change one of them.`,
    }
  })
}

function describeRefused({ problem, pins }: PlanSpace): Shortfall[] {
  return pins.refused.map(({ question, interview, because }) => {
    const one = problem.questions[question]
    const at = nameOf(problem.interviews[interview])
    const stands = nameOf(problem.interviews[pins.pinnedIn[question] ?? -1])
    const reason =
      because === 'banned'
        ? `is pinned in ${at} and banned there. The ban stands: take out one of the two.`
        : `is pinned in ${at} and before that in ${stands}, where it stands. A question is asked once: take out one of the pins.`
    return { rule: 'pin', subject: one?.id ?? '', amount: 1, words: `${nameOf(one)} ${reason}` }
  })
}
