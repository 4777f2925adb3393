import { parentPort } from 'node:worker_threads'
import type { CalibrationAnswer, CalibrationJob } from '#app/domains/calibration/run-calibration.server.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'

/** Runs inside a worker thread: answers each calibration that it is given, one after the other. */
export function work(): void {
  parentPort?.on('message', ({ id, input }: CalibrationJob) => parentPort?.postMessage(answer(id, input)))
}

function answer(id: number, input: CalibrationJob['input']): CalibrationAnswer {
  try {
    return { id, calibration: calibrate(input) }
  } catch (error) {
    return { id, error: error instanceof Error ? error : new Error(String(error)) }
  }
}
