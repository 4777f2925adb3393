import type { AlikeQuestions } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { listAlikeInPlan } from './alike-in-plan.ts'
import { listBankProblems, type BankChanges } from './bank-changes.ts'
import type { Coverage } from './coverage.ts'
import { computeCoverage } from './coverage.ts'
import type { PanelPlan } from './panel.ts'
import { counted } from './panel.ts'

/** Where a problem stands, so that a page can link to it. */
export type ProblemPlace =
  | { kind: 'panel' }
  | { kind: 'weights' }
  | { kind: 'competency'; id: string }
  | { kind: 'interview'; id: string }
  | { kind: 'question'; id: string }

/** What falls short, in words that say what to do. A blocking one stops publication; `lead` sets off one that weighs more; `form` B says that form A does not have it. */
export type Problem = { text: string; place: ProblemPlace; isBlocking: boolean; lead?: string; form?: 'B' }

/**
 * Everything that falls short in a plan, what blocks publication first.
 * @param given the plan's coverage when the caller has it already, what asks nearly the same as its questions, and
 * what the bank did to them since the panel was published
 */
export function listProblems(
  plan: PanelPlan,
  given: { coverage?: Coverage; alike?: readonly AlikeQuestions[]; bank?: BankChanges | undefined } = {},
): Problem[] {
  const { coverage = computeCoverage(plan), alike = [], bank } = given
  const problems = [
    ...listPanelProblems(plan),
    ...listRepeated(plan),
    ...listAlikeProblems(plan, alike),
    ...(bank ? listBankProblems(plan, bank) : []),
    ...plan.interviews.flatMap((interview) => listInterviewProblems(plan, interview)),
    ...coverage.columns.flatMap(listSlotProblems),
    ...coverage.rows.flatMap(listCompetencyProblems),
  ]
  return problems.toSorted((a, b) => Number(b.isBlocking) - Number(a.isBlocking))
}

function listPanelProblems(plan: PanelPlan): Problem[] {
  const problems: Problem[] = []
  if (plan.interviews.length === 0)
    problems.push({
      text: 'The panel has no interview yet. Add one.',
      place: { kind: 'panel' },
      isBlocking: true,
    })
  const weights = plan.competencies.reduce((total, competency) => total + competency.weight, 0)
  if (weights !== 100)
    problems.push({
      text: `The weights add up to ${weights}, not to 100. Mend them in the table of weights.`,
      place: { kind: 'weights' },
      isBlocking: true,
    })
  return problems
}

function listRepeated(plan: PanelPlan): Problem[] {
  const letters = new Map<string, string>()
  const problems: Problem[] = []
  for (const interview of plan.interviews)
    for (const { questionId, content } of interview.questions) {
      const before = letters.get(questionId)
      if (before !== undefined)
        problems.push({
          text: `“${content.title}” stands in ${before} and in ${interview.letter}. Keep it in one of them.`,
          place: { kind: 'question', id: questionId },
          isBlocking: true,
        })
      letters.set(questionId, interview.letter)
    }
  return problems
}

function listAlikeProblems(plan: PanelPlan, alike: readonly AlikeQuestions[]): Problem[] {
  return listAlikeInPlan(plan, alike).map(({ one, other, isConfirmed }) => {
    const both =
      one.letter === other.letter
        ? `“${one.title}” and “${other.title}”, both in ${one.letter},`
        : `“${one.title}” in ${one.letter} and “${other.title}” in ${other.letter}`
    const at = { place: { kind: 'question', id: other.id }, isBlocking: false } as const
    return isConfirmed
      ? {
          text: `${both} ask the same thing: the candidate would be rated twice for one answer. Take one of them out.`,
          lead: 'Asked twice',
          ...at,
        }
      : {
          text: `${both} ask nearly the same thing. Take one of them out, or say on the page of either that they differ.`,
          ...at,
        }
  })
}

type PlanInterview = PanelPlan['interviews'][number]

function listInterviewProblems(plan: PanelPlan, interview: PlanInterview): Problem[] {
  const place = { kind: 'interview', id: interview.id } as const
  const name = `${interview.letter}, ${interview.focus},`
  const problems: Problem[] = []
  if (interview.questions.length === 0)
    problems.push({
      text: `${name} has no questions. Add some or remove the interview.`,
      place,
      isBlocking: true,
    })
  if (interview.interviewerIds.length === 0)
    problems.push({
      text: `${name} has no interviewer yet. One can be named for each candidate later.`,
      place,
      isBlocking: false,
    })
  for (const { questionId, content } of interview.questions) {
    const at = { kind: 'question', id: questionId } as const
    if (!content.rubrics.some((rubric) => rubric.scale === plan.scale.id))
      problems.push({
        text: `“${content.title}” in ${interview.letter} has no anchors for the ${plan.scale.name} scale. Write them in the bank or take another question.`,
        place: at,
        isBlocking: true,
      })
    if (!plan.competencies.some((competency) => competency.id === content.primaryCompetency))
      problems.push({
        text: `“${content.title}” in ${interview.letter} is rated for a competency without weight, so its rating counts for nothing.`,
        place: at,
        isBlocking: false,
      })
  }
  return problems
}

function listSlotProblems(column: Coverage['columns'][number]): Problem[] {
  if (column.overMinutes === 0) return []
  return [
    {
      text: `${column.letter}, ${column.focus}, is ${counted(column.overMinutes, 'minute')} over its slot of ${column.minutes}. Take a question out or make it longer.`,
      place: { kind: 'interview', id: column.id },
      isBlocking: false,
    },
  ]
}

function listCompetencyProblems(row: Coverage['rows'][number]): Problem[] {
  const place = { kind: 'competency', id: row.competencyId } as const
  if (row.testedIn === 0)
    return row.gate === null
      ? [
          {
            text: `${row.name} has weight ${row.weight} and no question is rated for it, so every score stays partial.`,
            place,
            isBlocking: false,
          },
        ]
      : [
          {
            text: `${row.name} is a must-have and no question is rated for it, so nobody could meet its bar. Add a question.`,
            place,
            isBlocking: true,
          },
        ]
  if (row.gate !== null && row.testedIn < 2)
    return [
      {
        text: `${row.name} is tested once; a must-have needs two interviews, so that no single interviewer decides it.`,
        place,
        isBlocking: false,
      },
    ]
  return []
}
