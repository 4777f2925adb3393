import type { Arrangement } from './panel.ts'

/** What an edit gives: the next arrangement with what happened in words, or why it cannot be done any more. */
export type EditResult =
  { ok: true; arrangement: Arrangement; words: string } | { ok: false; field: string; message: string }

/** What an edit may need to know of the bank. */
export type EditKnowledge = { questionTitle: (questionId: string) => string }

/** An edit that was done. */
export function done(arrangement: Arrangement, words: string): EditResult {
  return { ok: true, arrangement, words }
}

/** An edit that cannot be done, with what to tell at which field. */
export function refused(field: string, message: string): EditResult {
  return { ok: false, field, message }
}

/** An edit of what is no longer there. */
export const gone = refused('', 'It is no longer in this panel. Here is the present state.')

/** An arrangement that does not ask a question. */
export function withoutQuestion(before: Arrangement, questionId: string): Arrangement {
  const interviews = before.interviews.map((interview) => ({
    ...interview,
    questionIds: interview.questionIds.filter((id) => id !== questionId),
    pinnedIds: interview.pinnedIds.filter((id) => id !== questionId),
  }))
  return { ...before, interviews }
}
