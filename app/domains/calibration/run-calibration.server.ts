import { createHash } from 'node:crypto'
import { resolve as resolvePath } from 'node:path'
import { Worker } from 'node:worker_threads'
import { findCalibrationProblem } from '#app/domains/measurement/calibration-problems.ts'
import type { Calibration, CalibrationInput } from '#app/domains/measurement/calibration-types.ts'

/** What goes to the worker, and what comes back. */
export type CalibrationJob = { id: number; input: CalibrationInput }
export type CalibrationAnswer = { id: number } & ({ calibration: Calibration } | { error: Error })

type Waiting = { resolve: (calibration: Calibration) => void; reject: (error: Error) => void }

const mostKept = 64
const kept = new Map<string, Promise<Calibration>>()
const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let lastId = 0

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
  const answer = found ?? calibrateInWorker(job)
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

function calibrateInWorker(input: CalibrationInput): Promise<Calibration> {
  return new Promise((resolve, reject) => {
    const id = ++lastId
    const thread = (worker ??= startWorker())
    waiting.set(id, { resolve, reject })
    // While somebody waits, the thread keeps the process; idle, it does not.
    thread.ref()
    thread.postMessage({ id, input } satisfies CalibrationJob)
  })
}

function startWorker(): Worker {
  const thread = new Worker(resolvePath('app/cli/worker.mjs'))
  thread.on('message', (answer: CalibrationAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) thread.unref()
    if ('error' in answer) asked?.reject(answer.error)
    else asked?.resolve(answer.calibration)
  })
  thread.on('error', (error) => giveUp(thread, error))
  thread.on('exit', () => giveUp(thread, new Error('The thread that calibrates has ended.')))
  return thread
}

/** The next one who asks gets a new thread. */
function giveUp(thread: Worker, error: Error): void {
  if (worker !== thread) return
  worker = undefined
  const left = [...waiting.values()]
  waiting.clear()
  for (const { reject } of left) reject(error)
}
