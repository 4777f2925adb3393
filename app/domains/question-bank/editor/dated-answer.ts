import { formatWhen, type When } from '#app/lib/dates.ts'
import type { EditorAnswer, Overtaken } from './editor-view.ts'

/** The form as it comes back, with moments in the reader's zone. */
export type DatedAnswer = Omit<EditorAnswer, 'overtaken'> & { overtaken: (Overtaken & { when: When }) | null }

/** Puts the moment of somebody else's save into words. */
export function datedAnswer(answer: EditorAnswer, as: { now: number; zone: string }): DatedAnswer {
  const { overtaken } = answer
  return { ...answer, overtaken: overtaken && { ...overtaken, when: formatWhen(overtaken.atMs, as) } }
}

/** The status of an answer: 409 when somebody was faster, 422 when something is missing. */
export function statusOfAnswer(answer: EditorAnswer): number {
  return answer.overtaken ? 409 : 422
}
