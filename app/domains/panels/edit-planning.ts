import { done, gone, refused, withoutQuestion, type EditKnowledge, type EditResult } from './edit-result.ts'
import { seenAsForm } from './forms/panel-form.ts'
import { counted, letterAt, type Arrangement, type ArrangedInterview } from './panel.ts'
import type { PanelEdit } from './panel-edit.schema.ts'

type PlanningIntent =
  | 'pin-question'
  | 'unpin-question'
  | 'ban-question'
  | 'allow-question'
  | 'swap-question'
  | 'set-wishes'
  | 'set-loop-wishes'
  | 'take-plan'

/** An edit that tells the planner something, or takes what it proposed. */
export type PlanningEdit = Extract<PanelEdit, { intent: PlanningIntent }>

/** Does one edit of the planning kind to a panel's draft. */
export function applyPlanningEdit(before: Arrangement, edit: PlanningEdit, known: EditKnowledge): EditResult {
  switch (edit.intent) {
    case 'pin-question':
    case 'unpin-question':
      return setPin(before, { questionId: edit.questionId, isPinned: edit.intent === 'pin-question' }, known)
    case 'ban-question':
      return banQuestion(before, edit.questionId, known)
    case 'allow-question':
      return done(
        { ...before, bannedIds: before.bannedIds.filter((id) => id !== edit.questionId) },
        `allowed “${known.questionTitle(edit.questionId)}” again`,
      )
    case 'swap-question':
      return swapQuestion(before, edit, known)
    case 'set-loop-wishes':
      return done({ ...before, minBehavioural: edit.minBehavioural }, 'changed the wishes for the loop')
    case 'set-wishes':
      return setWishes(before, edit)
    case 'take-plan':
      return takePlan(before, edit.interviews)
  }
}

function changeAt(before: Arrangement, at: number, change: Partial<ArrangedInterview>): Arrangement {
  const interviews = before.interviews.map((interview, i) =>
    i === at ? { ...interview, ...change } : interview,
  )
  return { ...before, interviews }
}

/** Where a question stands: the position of the interview, or -1. */
function standsAt(before: Arrangement, questionId: string): number {
  return before.interviews.findIndex((interview) => interview.questionIds.includes(questionId))
}

function setPin(
  before: Arrangement,
  { questionId, isPinned }: { questionId: string; isPinned: boolean },
  known: EditKnowledge,
): EditResult {
  const at = standsAt(before, questionId)
  const pinnedIds = before.interviews[at]?.pinnedIds.filter((id) => id !== questionId)
  if (!pinnedIds) return gone
  if (isPinned) pinnedIds.push(questionId)
  const words = `${isPinned ? 'pinned' : 'unpinned'} “${known.questionTitle(questionId)}” in ${letterAt(at)}`
  return done(changeAt(before, at, { pinnedIds }), words)
}

function banQuestion(before: Arrangement, questionId: string, known: EditKnowledge): EditResult {
  if (before.bannedIds.includes(questionId)) return refused('', 'This panel does not ask it already.')
  const without = withoutQuestion(seenAsForm(withoutQuestion(before, questionId), 'B'), questionId)
  return done(
    { ...seenAsForm(without, 'B'), bannedIds: [...before.bannedIds, questionId] },
    `removed “${known.questionTitle(questionId)}” and banned it from this panel`,
  )
}

function swapQuestion(
  before: Arrangement,
  { questionId, byQuestionId }: { questionId: string; byQuestionId: string },
  known: EditKnowledge,
): EditResult {
  const at = standsAt(before, questionId)
  const interview = before.interviews[at]
  if (!interview) return gone
  const elsewhere = standsAt(before, byQuestionId)
  if (elsewhere >= 0) return refused('', `This question stands in interview ${letterAt(elsewhere)} already.`)
  const next = changeAt(before, at, {
    questionIds: interview.questionIds.map((id) => (id === questionId ? byQuestionId : id)),
    pinnedIds: interview.pinnedIds.filter((id) => id !== questionId),
  })
  const words = `swapped “${known.questionTitle(questionId)}” for “${known.questionTitle(byQuestionId)}” in ${letterAt(at)}`
  return done({ ...next, bannedIds: before.bannedIds.filter((id) => id !== byQuestionId) }, words)
}

function setWishes(before: Arrangement, edit: Extract<PlanningEdit, { intent: 'set-wishes' }>): EditResult {
  const at = before.interviews.findIndex((interview) => interview.id === edit.interviewId)
  const interview = before.interviews[at]
  if (!interview) return gone
  const { buffer, minQuestions, maxQuestions, kinds, easyOpeners, minHard, maxHard } = edit
  if (minQuestions > maxQuestions)
    return refused(
      'maxQuestions',
      'The most questions are fewer than the least. Raise one or lower the other.',
    )
  if (minHard > maxHard)
    return refused(
      'maxHard',
      'The most hard questions are fewer than the least. Raise one or lower the other.',
    )
  if (buffer >= interview.minutes)
    return refused('buffer', `All ${interview.minutes} minutes would be kept free. Keep fewer.`)
  const wishes = { buffer, minQuestions, maxQuestions, kinds, easyOpeners, minHard, maxHard }
  return done(changeAt(before, at, { wishes }), `changed the wishes for ${interview.focus}`)
}

function takePlan(before: Arrangement, plan: readonly { id: string; questionIds: string[] }[]): EditResult {
  const planned = new Map(plan.map((interview) => [interview.id, interview.questionIds]))
  const isComplete = before.interviews.every((interview) => planned.has(interview.id))
  const all = plan.flatMap((interview) => interview.questionIds)
  if (!isComplete || planned.size !== before.interviews.length || new Set(all).size !== all.length)
    return refused('', 'The panel has changed since the proposal. Ask for it again.')
  const interviews = before.interviews.map((interview) => {
    const questionIds = planned.get(interview.id) ?? []
    return {
      ...interview,
      questionIds,
      pinnedIds: interview.pinnedIds.filter(
        (id) => questionIds.includes(id) || interview.formBIds.includes(id),
      ),
    }
  })
  const had = new Set(before.interviews.flatMap((interview) => interview.questionIds))
  const added = all.filter((id) => !had.has(id)).length
  const removed = [...had].filter((id) => !all.includes(id)).length
  const words = `took the proposed plan: ${counted(added, 'question')} added, ${removed} removed`
  return done({ ...before, interviews }, words)
}
