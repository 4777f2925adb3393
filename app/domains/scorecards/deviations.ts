import { addedTitle } from './added-question.ts'
import { listMoved, orderQuestions } from './question-order.ts'
import { questionRecordOf } from './scorecard-record.ts'
import type { ScorecardRecord } from './scorecard.ts'

/** One way in which an interview left its plan. */
export type Deviation = {
  kind: 'skipped' | 'moved' | 'added'
  questionId: string
  /** "Question 2, At least once: not asked." */
  words: string
}

/**
 * How an interview left its plan: what was not asked, what was asked out of its turn, what was asked beside it; in the order
 * of the plan, then as added. An order or a question that nobody touched is none.
 */
export function listDeviations(
  record: ScorecardRecord,
  questions: readonly { questionId: string; title: string }[],
): Deviation[] {
  const planned = questions.map((question) => question.questionId)
  const order = orderQuestions({ planned, added: record.added.map((question) => question.id) }, record.order)
  const moved = new Set(listMoved(planned, order))
  const inPlan = questions.flatMap(({ questionId, title }, at): Deviation[] => {
    const place = `Question ${at + 1}, ${title}`
    if (questionRecordOf(record, questionId).rating?.state === 'not-asked') {
      return [{ kind: 'skipped', questionId, words: `${place}: not asked.` }]
    }
    const now = order.filter((id) => planned.includes(id)).indexOf(questionId)
    return moved.has(questionId)
      ? [
          {
            kind: 'moved',
            questionId,
            words: `${place}: ${now > at ? 'asked later' : 'asked earlier'} than planned.`,
          },
        ]
      : []
  })
  const beside = record.added.map((question): Deviation => {
    const from = question.bankQuestionId === null ? 'in the interviewer’s words' : 'from the bank'
    return {
      kind: 'added',
      questionId: question.id,
      words: `Asked beside the plan, ${from}: ${addedTitle(question)}`,
    }
  })
  return [...inPlan, ...beside]
}
