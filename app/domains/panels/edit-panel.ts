import { applyPlanningEdit } from './edit-planning.ts'
import { done, gone, refused, withoutQuestion, type EditKnowledge, type EditResult } from './edit-result.ts'
import type { Arrangement, ArrangedInterview } from './panel.ts'
import type { PanelEdit } from './panel-edit.schema.ts'
import { letterAt, mostInterviews, usualWishes } from './panel.ts'

/**
 * Does one edit to a panel's draft.
 * @param newInterviewId the id that an added interview gets
 */
export function applyEdit(
  before: Arrangement,
  edit: PanelEdit,
  known: EditKnowledge & { newInterviewId: string },
): EditResult {
  switch (edit.intent) {
    case 'rename':
      return done({ ...before, name: edit.name }, `renamed the panel ${edit.name}`)
    case 'set-scale':
      return done({ ...before, scaleId: edit.scaleId }, 'changed the scale')
    case 'set-weights':
      return setWeights(before, edit.competencies)
    case 'add-interview':
      return addInterview(before, edit, known.newInterviewId)
    case 'change-interview':
      return changeInterview(before, edit.interviewId, `changed ${edit.focus}`, (interview) => ({
        ...interview,
        focus: edit.focus,
        minutes: edit.minutes,
        competencyIds: edit.competencyIds,
      }))
    case 'move-interview':
      return moveInterview(before, edit.interviewId, edit.direction)
    case 'remove-interview':
      return removeInterview(before, edit.interviewId)
    case 'assign-interviewer':
      return changeInterview(before, edit.interviewId, 'assigned an interviewer', (interview) => ({
        ...interview,
        interviewerIds: [...interview.interviewerIds.filter((id) => id !== edit.userId), edit.userId],
      }))
    case 'unassign-interviewer':
      return changeInterview(before, edit.interviewId, 'took an interviewer off', (interview) => ({
        ...interview,
        interviewerIds: interview.interviewerIds.filter((id) => id !== edit.userId),
      }))
    case 'add-question':
      return addQuestion(before, edit, known)
    case 'move-question':
      return moveQuestion(before, edit, known)
    case 'remove-question':
      return removeQuestion(before, edit.questionId, known)
    default:
      return applyPlanningEdit(before, edit, known)
  }
}

function changeInterview(
  before: Arrangement,
  interviewId: string,
  words: string,
  change: (interview: ArrangedInterview) => ArrangedInterview,
): EditResult {
  if (!before.interviews.some((interview) => interview.id === interviewId)) return gone
  const interviews = before.interviews.map((interview) =>
    interview.id === interviewId ? change(interview) : interview,
  )
  return done({ ...before, interviews }, words)
}

function setWeights(before: Arrangement, competencies: Arrangement['competencies']): EditResult {
  const sum = competencies.reduce((total, competency) => total + competency.weight, 0)
  if (sum !== 100) return refused('weights', `The weights add up to ${sum}. Make them add up to 100.`)
  return done({ ...before, competencies }, 'changed the weights')
}

function addInterview(
  before: Arrangement,
  edit: { focus: string; minutes: number },
  newInterviewId: string,
): EditResult {
  if (before.interviews.length >= mostInterviews)
    return refused('', `A panel holds up to ${mostInterviews} interviews. Remove one first.`)
  const interview = {
    id: newInterviewId,
    focus: edit.focus,
    minutes: edit.minutes,
    competencyIds: [],
    questionIds: [],
    formBIds: [],
    interviewerIds: [],
    pinnedIds: [],
    wishes: usualWishes,
  }
  return done({ ...before, interviews: [...before.interviews, interview] }, `added ${edit.focus}`)
}

function moveInterview(before: Arrangement, interviewId: string, direction: 'earlier' | 'later'): EditResult {
  const from = before.interviews.findIndex((interview) => interview.id === interviewId)
  const moved = before.interviews[from]
  if (!moved) return gone
  const to = direction === 'earlier' ? from - 1 : from + 1
  if (to < 0 || to >= before.interviews.length) return refused('', 'It stands at the end already.')
  const rest = before.interviews.filter((interview) => interview.id !== interviewId)
  return done(
    { ...before, interviews: rest.toSpliced(to, 0, moved) },
    `moved ${moved.focus} to place ${letterAt(to)}`,
  )
}

function removeInterview(before: Arrangement, interviewId: string): EditResult {
  const removed = before.interviews.find((interview) => interview.id === interviewId)
  if (!removed) return gone
  const interviews = before.interviews.filter((interview) => interview.id !== interviewId)
  return done({ ...before, interviews }, `removed ${removed.focus}`)
}

type Place = {
  questionId: string
  interviewId: string
  beforeQuestionId: string | null
  isPinned?: boolean
}

function addQuestion(before: Arrangement, place: Place, known: EditKnowledge): EditResult {
  const at = before.interviews.findIndex((interview) => interview.questionIds.includes(place.questionId))
  if (at >= 0) return refused('', `This question stands in interview ${letterAt(at)} already.`)
  return insertQuestion(
    before,
    place,
    (letter) => `added “${known.questionTitle(place.questionId)}” to ${letter}`,
  )
}

function moveQuestion(before: Arrangement, place: Place, known: EditKnowledge): EditResult {
  const from = before.interviews.find((interview) => interview.questionIds.includes(place.questionId))
  if (!from) return gone
  if (place.beforeQuestionId === place.questionId) return refused('', 'It stands there already.')
  const words = (letter: string) => `moved “${known.questionTitle(place.questionId)}” in ${letter}`
  const isPinned = from.pinnedIds.includes(place.questionId)
  return insertQuestion(withoutQuestion(before, place.questionId), { ...place, isPinned }, words)
}

function removeQuestion(before: Arrangement, questionId: string, known: EditKnowledge): EditResult {
  const at = before.interviews.findIndex((interview) => interview.questionIds.includes(questionId))
  if (at < 0) return gone
  return done(
    withoutQuestion(before, questionId),
    `removed “${known.questionTitle(questionId)}” from ${letterAt(at)}`,
  )
}

function insertQuestion(before: Arrangement, place: Place, words: (letter: string) => string): EditResult {
  const at = before.interviews.findIndex((interview) => interview.id === place.interviewId)
  const target = before.interviews[at]
  if (!target) return gone
  const index =
    place.beforeQuestionId === null
      ? target.questionIds.length
      : target.questionIds.indexOf(place.beforeQuestionId)
  if (index < 0) return gone
  const questionIds = target.questionIds.toSpliced(index, 0, place.questionId)
  const pinnedIds = place.isPinned ? [...target.pinnedIds, place.questionId] : target.pinnedIds
  const interviews = before.interviews.with(at, { ...target, questionIds, pinnedIds })
  // Whoever adds a banned question by hand wants it after all.
  const bannedIds = before.bannedIds.filter((id) => id !== place.questionId)
  return done({ ...before, bannedIds, interviews }, words(letterAt(at)))
}
