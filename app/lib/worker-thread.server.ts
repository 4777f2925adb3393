import { resolve as resolvePath } from 'node:path'
import { Worker } from 'node:worker_threads'

/** What a thread of ours can do; `app/server/work.server.ts` does it. */
export type WorkName = 'calibrate' | 'plan' | 'print' | 'read-forms'

/** What goes to a thread, and what comes back: any number of steps, then a result or an error. */
export type ThreadJob<Task> = { id: number; task: Task; cancelled: Cancelled }
export type ThreadAnswer<Result> = { id: number } & ({ step: number } | { result: Result } | { error: Error })

/** Shared memory, since a thread deep in its work reads no messages; its first number is 1 once nobody wants the result. */
export type Cancelled = Int32Array<SharedArrayBuffer>

/** How the work follows whoever asked for it. */
export type Asker = { onStep: (step: number) => void; cancelled: Cancelled }

/** How whoever asks follows the work. */
export type Following = {
  /** Told the number of each step; what it counts is for the work to say. */
  onStep?: ((step: number) => void) | undefined
  /** Stops the work; the promise is then rejected with the reason of the signal. */
  signal?: AbortSignal | undefined
}

type Asked<Task, Result> = {
  job: ThreadJob<Task>
  resolve: (result: Result) => void
  reject: (error: Error) => void
  onStep: (step: number) => void
}

type Limits = {
  /** How long one task may take before its thread is taken for stuck and replaced; for ever when left out. */
  longestMs?: number
  /** How many may wait, the one at work among them. */
  mostWaiting?: number
  /** Megabytes for what the thread has just made; less keeps its memory small where most of that is soon thrown away. */
  youngMegabytes?: number
}

/** Thrown to whoever asks while too many wait already. */
export class ThreadBusyError extends Error {}

/** Thrown to whoever asked for what the thread was busy with when it died or was given up. */
export class ThreadLostError extends Error {}

/** A task that was called off has this long to notice before its thread is replaced. */
const noticeMs = 2_000

/**
 * A thread beside the server for work that would hold up saving. It starts with the first task, stays for the next, does one
 * after the other, and does not keep the process when idle. When it dies or is stuck, only the task that it was busy with fails; the
 * others go to a new thread.
 * @returns a function that gives the thread a task and promises its result
 */
export function openThread<Task, Result>(
  work: WorkName,
  { longestMs, mostWaiting = Infinity, youngMegabytes }: Limits = {},
): (task: Task, following?: Following) => Promise<Result> {
  // In the order in which they were given, which is the order in which they are done.
  const waiting = new Map<number, Asked<Task, Result>>()
  let worker: Worker | undefined
  let lastId = 0
  let limit: NodeJS.Timeout | undefined

  function start(): Worker {
    const resourceLimits = youngMegabytes === undefined ? {} : { maxYoungGenerationSizeMb: youngMegabytes }
    const thread = new Worker(resolvePath('app/cli/worker.mjs'), { workerData: work, resourceLimits })
    thread.on('message', (answer: ThreadAnswer<Result>) => {
      const asked = waiting.get(answer.id)
      if (worker !== thread || !asked) return
      if ('step' in answer) return asked.onStep(answer.step)
      waiting.delete(answer.id)
      beginLimit()
      if (waiting.size === 0) thread.unref()
      if ('error' in answer) asked.reject(answer.error)
      else asked.resolve(answer.result)
    })
    thread.on('error', (error) => replace(thread, new ThreadLostError(error.message, { cause: error })))
    thread.on('exit', () => replace(thread, new ThreadLostError('The thread that computes has ended.')))
    return thread
  }

  function beginLimit(): void {
    clearTimeout(limit)
    const [first] = waiting.values()
    if (!first || longestMs === undefined) return
    limit = setTimeout(() => giveUp(first.job.id), longestMs)
    limit.unref()
  }

  /** Ends a thread that is stuck in this task. */
  function giveUp(id: number): void {
    const [first] = waiting.keys()
    if (first !== id || !worker) return
    const thread = worker
    replace(thread, new ThreadLostError('It took too long and was given up.'))
    void thread.terminate()
  }

  function replace(thread: Worker, error: Error): void {
    if (worker !== thread) return
    worker = undefined
    const [first] = waiting.values()
    if (first) {
      waiting.delete(first.job.id)
      first.reject(error)
    }
    for (const { job } of waiting.values()) send(job)
    beginLimit()
  }

  function send(job: ThreadJob<Task>): void {
    worker ??= start()
    // While somebody waits, the thread keeps the process; idle, it does not.
    worker.ref()
    worker.postMessage(job)
  }

  return async (task, { onStep = () => {}, signal } = {}) => {
    signal?.throwIfAborted()
    if (waiting.size >= mostWaiting) throw new ThreadBusyError(`${waiting.size} tasks wait already.`)
    const id = ++lastId
    const job: ThreadJob<Task> = { id, task, cancelled: new Int32Array(new SharedArrayBuffer(4)) }
    const stop = (): void => {
      Atomics.store(job.cancelled, 0, 1)
      const asked = waiting.get(id)
      if (!asked) return
      asked.onStep = () => undefined
      asked.reject(new Error('Nobody waits for it any more.'))
      if (longestMs !== undefined) setTimeout(() => giveUp(id), noticeMs).unref()
    }
    signal?.addEventListener('abort', stop)
    try {
      return await new Promise<Result>((resolve, reject) => {
        waiting.set(id, { job, resolve, reject, onStep })
        if (waiting.size === 1) beginLimit()
        send(job)
      })
    } finally {
      signal?.removeEventListener('abort', stop)
      signal?.throwIfAborted()
    }
  }
}
