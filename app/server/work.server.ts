import { parentPort, workerData } from 'node:worker_threads'
import { renderInThread } from '#app/documents/render.server.ts'
import { calibrate } from '#app/domains/measurement/calibrate.ts'
import { doPlanTask } from '#app/domains/panels/planner/do-plan-task.server.ts'
import { doFormTask } from '#app/domains/scorecards/forms/do-form-task.server.ts'
import type { Asker, ThreadAnswer, ThreadJob, WorkName } from '#app/lib/worker-thread.server.ts'

type Do = (task: never, asker: Asker) => unknown

const works: Record<WorkName, Do> = {
  calibrate,
  plan: doPlanTask,
  print: renderInThread,
  'read-forms': doFormTask,
}

/** Runs inside a worker thread: does each task that it is given, one after the other. */
export function work(): void {
  const name: WorkName = workerData
  let last = Promise.resolve()
  parentPort?.on('message', (job: ThreadJob<never>) => {
    last = last.then(() => answer(job, works[name]))
  })
}

async function answer({ id, task, cancelled }: ThreadJob<never>, run: Do): Promise<void> {
  const post = (said: ThreadAnswer<unknown>): void => parentPort?.postMessage(said)
  try {
    if (Atomics.load(cancelled, 0) !== 0) throw new Error('Nobody waits for it any more.')
    post({ id, result: await run(task, { onStep: (step) => post({ id, step }), cancelled }) })
  } catch (error) {
    post({ id, error: error instanceof Error ? error : new Error(String(error)) })
  }
}
