import { emptyCompetencyRow, emptyInterviewRow, type InterviewRow, type RoleForm } from './role-form.ts'
import { spreadRest } from './weights.ts'

/** What one button of the form did: the form after it, which control goes on, and what to tell. */
export type RoleEdited = {
  form: RoleForm
  /** The name of the control that takes the focus. */
  focus: string
  /** Told to whoever does not see it. */
  words: string
  /** Puts back what was taken out, into the form as it is by then; undefined where nothing can be lost. */
  undo?: (now: RoleForm) => RoleForm
}

/** How an added interview and a new role may grow; the schema refuses more. */
export const mostInterviews = 8

/**
 * Does what a button of the form says, before the role is saved: `add-competency`, `move-question:0:2:up`.
 * @param intent the button's value: what, then the places it is about, joined by colons
 * @returns undefined when the intent is none of these or the place is not there
 */
export function editRoleForm(form: RoleForm, intent: string): RoleEdited | undefined {
  const [what = '', ...rest] = intent.split(':')
  const at = Number(rest[0])
  switch (what) {
    case 'spread':
      return spread(form)
    case 'add-competency':
      return {
        form: { ...form, competencies: [...form.competencies, emptyCompetencyRow] },
        focus: `competencies.${form.competencies.length}.competency`,
        words: 'Added a competency.',
      }
    case 'remove-competency':
      return removeCompetency(form, at)
    case 'move-competency':
      return moveCompetency(form, at, rest[1])
    case 'add-interview':
      return {
        form: { ...form, interviews: [...form.interviews, emptyInterviewRow] },
        focus: `interviews.${form.interviews.length}.focus`,
        words: 'Added an interview.',
      }
    case 'remove-interview':
      return removeInterview(form, at)
    case 'move-interview':
      return moveInterview(form, at, rest[1])
    case 'add-question':
      return addQuestion(form, at, rest[1] ?? '')
    case 'remove-question':
      return removeQuestion(form, at, Number(rest[1]))
    case 'move-question':
      return moveQuestion(form, { at, question: Number(rest[1]), direction: rest[2] })
    default:
      return undefined
  }
}

function spread(form: RoleForm): RoleEdited {
  const weights = spreadRest(form.competencies.map((row) => row.weight))
  const focus = 'spread'
  if (!weights)
    return { form, focus, words: 'There is too little left to spread. Lower the other weights first.' }
  const before = form.competencies.map((row) => row.weight)
  return {
    form: withWeights(form, weights),
    focus,
    words: 'Spread the rest. The weights add up to 100.',
    undo: (now) => withWeights(now, before),
  }
}

function withWeights(form: RoleForm, weights: readonly string[]): RoleForm {
  const competencies = form.competencies.map((row, i) => ({ ...row, weight: weights[i] ?? row.weight }))
  return { ...form, competencies }
}

function removeCompetency(form: RoleForm, at: number): RoleEdited | undefined {
  const removed = form.competencies[at]
  if (!removed) return undefined
  const competencies = form.competencies.toSpliced(at, 1)
  return {
    form: { ...form, competencies },
    focus: at < competencies.length ? `competencies.${at}.remove` : 'add-competency',
    words: 'Took the competency out.',
    undo: (now) => ({ ...now, competencies: now.competencies.toSpliced(at, 0, removed) }),
  }
}

function moveCompetency(form: RoleForm, at: number, direction: string | undefined): RoleEdited | undefined {
  const competencies = moved(form.competencies, at, direction)
  if (!competencies) return undefined
  const to = direction === 'up' ? at - 1 : at + 1
  return {
    form: { ...form, competencies },
    focus: focusAfterMove(`competencies.${to}`, { to, last: competencies.length - 1, direction }),
    words: `Moved to place ${to + 1}.`,
  }
}

function removeInterview(form: RoleForm, at: number): RoleEdited | undefined {
  const removed = form.interviews[at]
  if (!removed) return undefined
  const interviews = form.interviews.toSpliced(at, 1)
  return {
    form: { ...form, interviews },
    focus: at < interviews.length ? `interviews.${at}.remove` : 'add-interview',
    words: `Took interview ${letterOf(at)} out.`,
    undo: (now) => ({ ...now, interviews: now.interviews.toSpliced(at, 0, removed) }),
  }
}

function moveInterview(form: RoleForm, at: number, direction: string | undefined): RoleEdited | undefined {
  const interviews = moved(form.interviews, at, direction)
  if (!interviews) return undefined
  const to = direction === 'up' ? at - 1 : at + 1
  return {
    form: { ...form, interviews },
    focus: focusAfterMove(`interviews.${to}`, { to, last: interviews.length - 1, direction }),
    words: `It is interview ${letterOf(to)} now.`,
  }
}

function addQuestion(form: RoleForm, at: number, questionId: string): RoleEdited | undefined {
  const interview = form.interviews[at]
  if (!interview || questionId === '' || interview.questions.includes(questionId)) return undefined
  const questions = [...interview.questions, questionId]
  return {
    form: withInterview(form, at, { ...interview, questions }),
    focus: `interviews.${at}.find`,
    words: `Added to ${letterOf(at)}.`,
  }
}

function removeQuestion(form: RoleForm, at: number, question: number): RoleEdited | undefined {
  const interview = form.interviews[at]
  const removed = interview?.questions[question]
  if (!interview || removed === undefined) return undefined
  const questions = interview.questions.toSpliced(question, 1)
  return {
    form: withInterview(form, at, { ...interview, questions }),
    focus:
      question < questions.length ? `interviews.${at}.questions.${question}.remove` : `interviews.${at}.find`,
    words: `Took the question out of ${letterOf(at)}.`,
    undo: (now) => {
      const present = now.interviews[at]
      if (!present || present.questions.includes(removed)) return now
      return withInterview(now, at, {
        ...present,
        questions: present.questions.toSpliced(question, 0, removed),
      })
    },
  }
}

function moveQuestion(
  form: RoleForm,
  given: { at: number; question: number; direction: string | undefined },
): RoleEdited | undefined {
  const { at, question, direction } = given
  const interview = form.interviews[at]
  const questions = interview && moved(interview.questions, question, direction)
  if (!interview || !questions) return undefined
  const to = direction === 'up' ? question - 1 : question + 1
  return {
    form: withInterview(form, at, { ...interview, questions }),
    focus: focusAfterMove(`interviews.${at}.questions.${to}`, { to, last: questions.length - 1, direction }),
    words: `It is question ${to + 1} of ${letterOf(at)} now.`,
  }
}

function withInterview(form: RoleForm, at: number, interview: InterviewRow): RoleForm {
  return { ...form, interviews: form.interviews.with(at, interview) }
}

function moved<T>(items: readonly T[], at: number, direction: string | undefined): T[] | undefined {
  const item = items[at]
  const to = direction === 'up' ? at - 1 : direction === 'down' ? at + 1 : -1
  if (item === undefined || to < 0 || to >= items.length) return undefined
  return items.toSpliced(at, 1).toSpliced(to, 0, item)
}

/** The same button again, or the other one at the end of the list, where the same one is gone. */
function focusAfterMove(
  row: string,
  given: { to: number; last: number; direction: string | undefined },
): string {
  const { to, last, direction } = given
  if (direction === 'up') return `${row}.${to === 0 ? 'down' : 'up'}`
  return `${row}.${to === last ? 'up' : 'down'}`
}

/** The letter of the interview at a place counted from 0. */
export function letterOf(at: number): string {
  return String.fromCodePoint(65 + at)
}
