import { createHash } from 'node:crypto'
import { findCalibrationProblem } from '#app/domains/measurement/calibration-problems.ts'
import type { Calibration, CalibrationInput } from '#app/domains/measurement/calibration-types.ts'
import { openThread } from '#app/lib/worker-thread.server.ts'

const mostKept = 64
const kept = new Map<string, Promise<Calibration>>()
const calibrateInThread = openThread<CalibrationInput, Calibration>('calibrate')

/**
 * Calibrates in a thread of its own, so that saving goes on meanwhile. What was calibrated before is kept under the whole of its input:
 * whoever may see other cards has another input, and never another's answer.
 * @throws RangeError when the input does not fit the model
 */
export async function runCalibration(input: CalibrationInput): Promise<Calibration> {
  const problem = findCalibrationProblem(input)
  if (problem !== undefined) throw new RangeError(problem)
  const job = toPlainInput(input)
  const key = createHash('sha256').update(JSON.stringify(job)).digest('base64')
  const found = kept.get(key)
  // Put back at the end, so that what leaves first is what nobody asked for longest.
  kept.delete(key)
  const answer = found ?? calibrateInThread(job)
  kept.set(key, answer)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  try {
    return await answer
  } catch (error) {
    if (kept.get(key) === answer) kept.delete(key)
    throw error
  }
}

/** The input without anything else that its objects carry, ratings in one order. */
function toPlainInput(input: CalibrationInput): CalibrationInput {
  const { model, terms, weights, bars, range, sd } = input
  const rows = input.ratings.map(({ candidate, interviewer, competency, rating }) => ({
    candidate,
    interviewer,
    competency,
    rating,
  }))
  return {
    model,
    ...(terms ? { terms } : {}),
    ...(weights ? { weights: weights.map(({ competency, weight }) => ({ competency, weight })) } : {}),
    ...(bars ? { bars: bars.map(({ competency, bar }) => ({ competency, bar })) } : {}),
    ...(range === undefined ? {} : { range }),
    ...(sd ? { sd } : {}),
    ratings: rows.sort(
      (a, b) =>
        compare(a.candidate, b.candidate) ||
        compare(a.interviewer, b.interviewer) ||
        compare(a.competency, b.competency) ||
        a.rating - b.rating,
    ),
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
