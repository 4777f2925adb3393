import type { Operation } from './field.schema.ts'
import { isTextField } from './field.ts'
import type { OperationAnswer } from './operation.ts'
import type { Outbox, Unsaved } from './outbox.ts'

/** What came back from one request: answers, or why there are none. */
export type SendResult =
  | { kind: 'answers'; answers: OperationAnswer[] }
  /** Worth trying again: no connection, or the server is in trouble. */
  | { kind: 'later'; why: string }
  /** Trying again will not help by itself. */
  | { kind: 'stop'; why: string }

export type Conflict = { field: string; mine: unknown; theirs: unknown; version: number }

export type QueueState = {
  /** What the person entered, as far as it differs from or follows what the page was loaded with. */
  values: Readonly<Record<string, unknown>>
  status: 'untouched' | 'saving' | 'saved' | 'waiting' | 'stopped'
  why: string | null
  savedAtMs: number | null
  conflicts: readonly Conflict[]
  refusals: Readonly<Record<string, string>>
}

export type SaveQueue = {
  getState: () => QueueState
  subscribe: (listener: () => void) => () => void
  edit: (field: string, value: unknown) => void
  /** Chooses between the two texts of a conflict, or joins them. */
  resolve: (field: string, value: unknown) => void
  /** Sends what waits, now. */
  flush: () => void
  /** Sends everything, then submits. */
  submit: () => Promise<{ isSubmitted: boolean; message: string }>
  hasUnsaved: () => boolean
  /** What a last request of a closing page should carry. */
  takeBeacon: () => Operation[]
  /** Takes up what an earlier page left unsaved, and begins to send. */
  start: () => void
  stop: () => void
}

type Timers = { set: (run: () => void, ms: number) => number; clear: (id: number) => void }

export type QueueInput = {
  scorecardId: string
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  savedAtMs: number | null
  outbox: Outbox
  send: (operations: Operation[]) => Promise<SendResult>
  newOpId: () => string
  /** From 0 to 1, for the jitter of retries. */
  random: () => number
  timers: Timers
}

const typingPauseMs = 500
const firstRetryMs = 1_000
const longestRetryMs = 30_000
const largestBatch = 50
const largestBatchText = 400_000

/**
 * Keeps what is typed until the server has it: one operation per field at a time, the same id until it is answered,
 * later typing as the next one. A rating follows the order in which the server hears of it; of a text both versions
 * are kept for the person to choose from.
 */
export function createSaveQueue(input: QueueInput): SaveQueue {
  const { scorecardId, outbox, timers } = input
  const entries = new Map<string, Unsaved>()
  const listeners = new Set<() => void>()
  const idle = new Set<() => void>()
  let state: QueueState = {
    values: {},
    status: input.savedAtMs === null ? 'untouched' : 'saved',
    why: null,
    savedAtMs: input.savedAtMs,
    conflicts: [],
    refusals: {},
  }
  let isSending = false
  let failures = 0
  let timer: number | undefined
  // Nothing is sent before the page is alive.
  let isStopped = true

  function change(next: Partial<QueueState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function entryOf(field: string): Unsaved {
    const found = entries.get(field)
    if (found) return found
    const entry = { field, inFlight: null, next: null, version: input.fields[field]?.version ?? 0 }
    entries.set(field, entry)
    return entry
  }

  function isUnsaved(entry: Unsaved): boolean {
    return entry.inFlight !== null || entry.next !== null
  }

  function persist(): void {
    outbox.save(scorecardId, [...entries.values()].filter(isUnsaved))
  }

  function schedule(ms: number): void {
    if (timer !== undefined) timers.clear(timer)
    timer = isStopped ? undefined : timers.set(flush, ms)
  }

  function isBlocked(field: string): boolean {
    return state.conflicts.some((conflict) => conflict.field === field) || field in state.refusals
  }

  function edit(field: string, value: unknown): void {
    const { [field]: _, ...refusals } = state.refusals
    entryOf(field).next = { value }
    const conflicts = state.conflicts.map((item) => (item.field === field ? { ...item, mine: value } : item))
    persist()
    change({ values: { ...state.values, [field]: value }, refusals, conflicts, status: 'saving', why: null })
    schedule(isTextField(field) ? typingPauseMs : 0)
  }

  function resolve(field: string, value: unknown): void {
    const conflict = state.conflicts.find((item) => item.field === field)
    if (!conflict) return
    entryOf(field).version = conflict.version
    change({ conflicts: state.conflicts.filter((item) => item.field !== field) })
    edit(field, value)
    flush()
  }

  function nextBatch(): Operation[] {
    const batch: Operation[] = []
    let text = 0
    for (const entry of entries.values()) {
      if (!isUnsaved(entry) || isBlocked(entry.field)) continue
      const operation = entry.inFlight ?? {
        opId: input.newOpId(),
        scorecardId,
        field: entry.field,
        base: entry.version,
        value: entry.next?.value,
      }
      text += typeof operation.value === 'string' ? operation.value.length : 100
      if (batch.length >= largestBatch || (text > largestBatchText && batch.length > 0)) break
      if (entry.inFlight === null) {
        entry.inFlight = operation
        entry.next = null
      }
      batch.push(operation)
    }
    return batch
  }

  function flush(): void {
    if (isSending || isStopped) return
    const batch = nextBatch()
    if (batch.length === 0) {
      settle()
      return
    }
    isSending = true
    persist()
    change({ status: 'saving', why: null })
    void input.send(batch).then((result) => {
      isSending = false
      if (result.kind === 'answers') receive(result.answers)
      else retry(result)
    })
  }

  function retry(result: Exclude<SendResult, { kind: 'answers' }>): void {
    failures++
    change({ status: result.kind === 'later' ? 'waiting' : 'stopped', why: result.why })
    const pause = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1))
    schedule(pause * (0.5 + input.random()))
    release()
  }

  function receive(answers: readonly OperationAnswer[]): void {
    failures = 0
    for (const answer of answers) {
      const entry = [...entries.values()].find((item) => item.inFlight?.opId === answer.opId)
      if (entry) settleEntry(entry, answer)
    }
    persist()
    flush()
  }

  function settleEntry(entry: Unsaved, answer: OperationAnswer): void {
    const sent = entry.inFlight
    if (!sent) return
    entry.inFlight = null
    switch (answer.outcome) {
      case 'applied':
        entry.version = answer.version
        change({ savedAtMs: Math.max(state.savedAtMs ?? 0, answer.atMs) })
        return
      case 'conflict': {
        const mine = entry.next ? entry.next.value : sent.value
        if (JSON.stringify(mine) === JSON.stringify(answer.value)) {
          entry.version = answer.version
          entry.next = null
        } else if (isTextField(entry.field)) {
          entry.next = { value: mine }
          const { field } = entry
          const conflict = { field, mine, theirs: answer.value, version: answer.version }
          change({ conflicts: [...state.conflicts.filter((item) => item.field !== field), conflict] })
        } else {
          entry.version = answer.version
          entry.next = { value: mine }
        }
        return
      }
      case 'refused':
      case 'not-found':
      case 'reused':
        entry.next ??= { value: sent.value }
        change({ refusals: { ...state.refusals, [entry.field]: answer.message } })
    }
  }

  function settle(): void {
    const why = Object.values(state.refusals)[0]
    if (why !== undefined) change({ status: 'stopped', why })
    else if (state.status !== 'untouched') change({ status: 'saved', why: null })
    release()
  }

  function release(): void {
    for (const wake of idle) wake()
    idle.clear()
  }

  function drain(): Promise<void> {
    return new Promise((resolveDrain) => {
      idle.add(resolveDrain)
      flush()
    })
  }

  async function submit(): Promise<{ isSubmitted: boolean; message: string }> {
    await drain()
    if (state.conflicts.length > 0) {
      return {
        isSubmitted: false,
        message: 'Two versions of a text wait for your choice. Choose, then submit.',
      }
    }
    if (hasUnsaved()) {
      const why = state.why ?? 'no connection'
      return { isSubmitted: false, message: `Not submitted: not everything is saved yet (${why}).` }
    }
    const entry = entryOf('submit')
    const result = await input.send([
      { opId: input.newOpId(), scorecardId, field: 'submit', base: entry.version, value: true },
    ])
    if (result.kind !== 'answers') return { isSubmitted: false, message: `Not submitted: ${result.why}.` }
    const answer = result.answers[0]
    if (answer?.outcome === 'applied') return { isSubmitted: true, message: '' }
    if (answer?.outcome === 'conflict') {
      entry.version = answer.version
      return {
        isSubmitted: false,
        message: 'This scorecard was submitted or reopened elsewhere. Load it again.',
      }
    }
    return { isSubmitted: false, message: answer?.message ?? 'Not submitted: the server gave no answer.' }
  }

  function hasUnsaved(): boolean {
    return [...entries.values()].some(isUnsaved)
  }

  function start(): void {
    isStopped = false
    const restored = outbox.load(scorecardId).filter((entry) => !entries.has(entry.field))
    if (restored.length === 0) {
      if (hasUnsaved()) schedule(0)
      return
    }
    const waiting: Record<string, unknown> = {}
    for (const entry of restored) {
      entries.set(entry.field, { ...entry })
      waiting[entry.field] = entry.next ? entry.next.value : entry.inFlight?.value
    }
    change({ values: { ...waiting, ...state.values }, status: 'saving' })
    schedule(0)
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit,
    resolve,
    flush,
    submit,
    hasUnsaved,
    takeBeacon() {
      const batch = nextBatch()
      persist()
      return batch
    },
    start,
    stop() {
      isStopped = true
      if (timer !== undefined) timers.clear(timer)
    },
  }
}
