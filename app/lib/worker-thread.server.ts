import { resolve as resolvePath } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a thread of ours can do; `app/server/work.server.ts` does it. */
export type WorkName = 'calibrate' | 'plan'

/** What goes to a thread, and what comes back: any number of steps, then a result or an error. */
export type ThreadJob<Task> = { id: number; task: Task }
export type ThreadAnswer<Result> = { id: number } & ({ step: number } | { result: Result } | { error: Error })

type Waiting<Result> = {
  resolve: (result: Result) => void
  reject: (error: Error) => void
  onStep: (step: number) => void
}

/**
 * A thread beside the server for work that would hold up saving. It starts with the first task, stays for the next, does one
 * after the other, and does not keep the process when idle.
 * @returns a function that gives the thread a task and promises its result
 */
export function openThread<Task, Result>(
  work: WorkName,
): (task: Task, onStep?: (step: number) => void) => Promise<Result> {
  const waiting = new Map<number, Waiting<Result>>()
  let worker: Worker | undefined
  let lastId = 0

  function start(): Worker {
    const thread = new Worker(resolvePath('app/cli/worker.mjs'), { workerData: work })
    thread.on('message', (answer: ThreadAnswer<Result>) => {
      const asked = waiting.get(answer.id)
      if ('step' in answer) return asked?.onStep(answer.step)
      waiting.delete(answer.id)
      if (waiting.size === 0) thread.unref()
      if ('error' in answer) asked?.reject(answer.error)
      else asked?.resolve(answer.result)
    })
    thread.on('error', (error) => giveUp(thread, error))
    thread.on('exit', () => giveUp(thread, new Error('The thread that computes has ended.')))
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

  return (task, onStep = () => {}) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      const thread = (worker ??= start())
      waiting.set(id, { resolve, reject, onStep })
      // While somebody waits, the thread keeps the process; idle, it does not.
      thread.ref()
      thread.postMessage({ id, task } satisfies ThreadJob<Task>)
    })
}
