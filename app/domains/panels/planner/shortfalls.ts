import { counted } from '../panel.ts'
import type { PlanProblem } from './plan-problem.schema.ts'
import type { PlanSpace } from './plan-space.ts'
import type { Shortfall } from './plan.ts'
import type { PlanRule } from './plan-weights.ts'
import { checkPlan, readKey } from './check-plan.ts'
import { listMisfits, type Misfit } from './restricted-model.ts'
import { settlePins } from './settle-pins.ts'

/** What holds the questions of a plan in their places: pins, which the planner must keep, or nothing, since people chose them. */
type Held = 'pinned' | 'chosen'

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
      words: describe(space.problem, { rule, index, amount, held: 'pinned' }),
    })),
    ...describeMisfits(space.problem, listMisfits(space), 'pinned'),
    ...describeRefused(space),
  ]
}

/**
 * Every rule that questions chosen by hand do not keep, in the words of the planner.
 * @param standing the questions of every interview, by id
 */
export function listStandingShortfalls(
  problem: PlanProblem,
  standing: readonly { id: string; questions: readonly string[] }[],
): Shortfall[] {
  // As if each were pinned where it stands: then nothing is forbidden, and what does not fit is counted.
  const pins = standing.flatMap(({ id, questions }) =>
    questions.map((question) => ({ question, interview: id })),
  )
  const held = { ...problem, pins, bans: [] }
  const positions = (rule: PlanRule) => new Map(listSubjects(problem, rule).map(({ id }, n) => [id, n]))
  const rules = [...checkPlan(held, standing).shortfalls].flatMap(([key, amount]): Shortfall[] => {
    const [rule, subject] = readKey(key)
    if (rule === 'misfit' || rule === 'pin') return []
    const index = positions(rule).get(subject ?? '') ?? 0
    const words = describe(problem, { rule, index, amount, held: 'chosen' })
    return [{ rule, ...(subject === undefined ? {} : { subject }), amount, words }]
  })
  const misfits = listMisfits({ problem: held, pins: settlePins(held) })
  return [...rules, ...describeMisfits(problem, misfits, 'chosen')]
}

function subjectOf(problem: PlanProblem, rule: PlanRule, index: number): { subject?: string } {
  const subject = rule === 'minBehavioural' ? undefined : listSubjects(problem, rule)[index]?.id
  return subject === undefined ? {} : { subject }
}

/** What the subjects of a rule are. */
function listSubjects(problem: PlanProblem, rule: PlanRule): readonly { id: string }[] {
  if (rule === 'mustHave' || rule === 'coverage') return problem.competencies
  return rule === 'repeated' ? problem.questions : problem.interviews
}

function describe(
  problem: PlanProblem,
  { rule, index, amount, held }: { rule: PlanRule; index: number; amount: number; held: Held },
): string {
  const interview = problem.interviews[index]
  const at = nameOf(interview)
  switch (rule) {
    case 'mustHave':
    case 'coverage':
      return describeCoverage(problem, index, amount)
    case 'minQuestions':
      return `${at} has ${counted(amount, 'question')} fewer than the ${interview?.minQuestions} it should have. Give it more time, a wider focus or shorter questions.`
    case 'easyOpeners':
      return `${at} lacks ${counted(amount, 'easy question')} to open with. Write one in its focus, or give it more time.`
    case 'minHard':
      return `${at} has ${counted(amount, 'hard question')} fewer than it should have. Write one in its focus, or ask for fewer.`
    case 'minBehavioural':
      return `The interviews lack ${counted(amount, 'behavioural question')} of the ${problem.minBehavioural} asked for. Allow them in more interviews, or write more.`
    case 'time':
      return held === 'pinned'
        ? `${at} runs ${counted(amount, 'minute')} over because of what is pinned there. Take out a pin or make it longer.`
        : `${at} runs ${counted(amount, 'minute')} over the ${freeOf(interview)} it has for questions. Take one out or make it longer.`
    case 'maxQuestions':
      return held === 'pinned'
        ? `${at} has ${counted(amount, 'pinned question')} more than the ${interview?.maxQuestions} it may have. Take out a pin.`
        : `${at} has ${counted(amount, 'question')} more than the ${interview?.maxQuestions} it may have. Take ${amount === 1 ? 'one' : 'some'} out.`
    case 'maxHard':
      return held === 'pinned'
        ? `${at} has ${counted(amount, 'hard question')} more than the ${interview?.maxHard} it may have, because they are pinned. Take out a pin.`
        : `${at} has ${counted(amount, 'hard question')} more than the ${interview?.maxHard} it may have. Take ${amount === 1 ? 'one' : 'some'} out.`
    case 'repeated':
      return held === 'pinned'
        ? `${nameOf(problem.questions[index])} and ${counted(amount, 'other pinned question')} ask nearly the same. Take out a pin.`
        : `${nameOf(problem.questions[index])} and ${counted(amount, 'other question')} of the panel ask nearly the same. Keep one.`
    case 'misfit':
    case 'pin':
      return ''
  }
}

function freeOf(interview: PlanProblem['interviews'][number] | undefined): string {
  return counted(Math.max(0, (interview?.minutes ?? 0) - (interview?.buffer ?? 0)), 'minute')
}

function describeCoverage(problem: PlanProblem, index: number, amount: number): string {
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

function describeMisfits(problem: PlanProblem, misfits: readonly Misfit[], held: Held): Shortfall[] {
  return misfits.map(({ question, interview, because }) => {
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
      words:
        held === 'pinned'
          ? `${nameOf(one)} is pinned in ${at}, which ${reason}. Take out the pin or change one of them.`
          : `${nameOf(one)} stands in ${at}, which ${reason}. Move it or change one of them.`,
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
