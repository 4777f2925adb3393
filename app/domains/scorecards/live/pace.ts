import { elapsedMs, type Clock } from './clock.ts'

/** One question of the plan in the order in which it is asked. */
export type PacedQuestion = { minutes: number; isDone: boolean }

export type Pace = {
  /** "on time", "2 questions behind, 4 min left"; empty before the clock was started. */
  words: string
  isBehind: boolean
}

const minute = 60_000
/** From here on the end of the slot is worth a word. */
const lastMinutes = 5
/** Less than this on a question is leafing past it. */
export const leastAskedMs = 30_000

/**
 * How an interview stands against its plan. A question is due once the planned minutes of it and of all before it have
 * gone by.
 * @param input `elapsedMs` is what the clock has run; `slotMinutes` the whole interview
 */
export function paceOf(input: {
  questions: readonly PacedQuestion[]
  elapsedMs: number
  slotMinutes: number
  isRunning: boolean
}): Pace {
  const { questions, slotMinutes, isRunning } = input
  if (!isRunning && input.elapsedMs === 0) return { words: '', isBehind: false }
  const done = questions.filter((question) => question.isDone).length
  const behind = countDue(questions, input.elapsedMs) - done
  const leftMs = slotMinutes * minute - input.elapsedMs
  const over = leftMs < 0
  const left =
    leftMs <= -minute
      ? `${Math.floor(-leftMs / minute)} min over`
      : over
        ? 'time is up'
        : leftMs <= lastMinutes * minute || done === questions.length
          ? `${Math.ceil(leftMs / minute)} min left`
          : ''
  const standing =
    behind > 0
      ? `${behind} ${behind === 1 ? 'question' : 'questions'} behind`
      : done === questions.length
        ? 'all asked'
        : left === ''
          ? 'on time'
          : ''
  const words = [isRunning ? '' : 'paused', standing, left].filter(Boolean).join(', ')
  return { words, isBehind: behind > 0 || over }
}

function countDue(questions: readonly PacedQuestion[], elapsed: number): number {
  let planned = 0
  let due = 0
  for (const question of questions) {
    planned += question.minutes * minute
    if (planned < elapsed) due++
  }
  return due
}

/**
 * Whether a question is behind one: it has a rating or a reason for none, or its time was taken and another one is in
 * view. Who rates after the interview is not behind for it.
 */
export function isDone(
  question: { id: string; isRated: boolean },
  clock: Clock,
  currentId: string | undefined,
): boolean {
  return question.isRated || (question.id !== currentId && (clock.spentMs[question.id] ?? 0) >= leastAskedMs)
}

/** The questions as `paceOf` counts them, with what the clock says now. */
export function paceNow(input: {
  questions: readonly { id: string; minutes: number; isRated: boolean }[]
  clock: Clock
  currentId: string | undefined
  slotMinutes: number
  nowMs: number
}): Pace {
  const { clock, currentId, slotMinutes, nowMs } = input
  return paceOf({
    questions: input.questions.map((question) => ({
      minutes: question.minutes,
      isDone: isDone(question, clock, currentId),
    })),
    elapsedMs: elapsedMs(clock, nowMs),
    slotMinutes,
    isRunning: clock.running !== null,
  })
}
