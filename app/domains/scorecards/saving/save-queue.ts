import type { Operation } from '../field.schema.ts'
import { isTextField } from '../field.ts'
import { longerClock } from '#app/domains/scorecards/live/clock.ts'
import { asClock } from '../scorecard-record.ts'
import type { OperationAnswer } from '../operation.ts'
import { markSent, nextToSend, settleDraft, type FieldDraft } from './draft.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import { chooseBatch } from './next-batch.ts'
import type { DraftChange, Outbox } from './outbox.ts'
import { describeQueue, type QueueState, type SendFailure } from './queue-state.ts'

/** What came back from one request: answers, or why there are none. */
export type SendResult = { kind: 'answers'; answers: OperationAnswer[] } | SendFailure

export type SubmitResult = { isSubmitted: boolean; message: string }

export type SaveQueue = {
  getState: () => QueueState
  subscribe: (listener: () => void) => () => void
  edit: (field: string, value: unknown) => void
  /** Chooses between the two texts of a conflict, or joins them. */
  resolve: (field: string, value: unknown) => void
  /** The person has read that a value of theirs took the place of one from elsewhere. */
  acknowledge: (field: string) => void
  /** Sends what waits, now; resolves when everything is sent or a request failed. */
  flush: () => Promise<void>
  /** Sends everything, then submits. */
  submit: () => Promise<SubmitResult>
  hasUnsaved: () => boolean
  /** Whether closing the tab would lose something. */
  hasUnkept: () => boolean
  /** Keeps what has not been stored, and gives what a last request of a closing page should carry. */
  takeBeacon: () => Operation[]
  /** Takes up what an earlier page left unsaved, and begins to send. */
  start: () => void
  stop: () => void
}

type Timers = { set: (run: () => void, ms: number) => number; clear: (id: number) => void }

export type QueueInput = {
  scorecardId: string
  /** The fields as the page was loaded with them. */
  fields: Readonly<Record<string, { version: number; value: unknown }>>
  savedAtMs: number | null
  outbox: Outbox
  send: (operations: Operation[]) => Promise<SendResult>
  /** Runs one thing at a time over all tabs that hold this scorecard. */
  alone: <T>(run: () => Promise<T>) => Promise<T>
  newOpId: () => string
  now: () => number
  /** From 0 to 1, for the jitter of retries. */
  random: () => number
  timers: Timers
}

const typingPauseMs = 500
const otherTabPauseMs = 4_000
const firstRetryMs = 1_000
const longestRetryMs = 30_000

/**
 * Keeps what is typed until the server has it. Everything goes into the outbox first, where all tabs meet; one tab at a
 * time sends from there. A rating follows the order in which the server hears of it; of a text both versions are kept
 * for the person to choose from.
 */
export function createSaveQueue(input: QueueInput): SaveQueue {
  const { scorecardId, outbox, timers } = input
  const keeper = createDraftKeeper({ ...input, onChange: change })
  const listeners = new Set<() => void>()
  let failure: SendFailure | null = null
  let failures = 0
  let timer: number | undefined
  let running: Promise<void> | null = null
  let following: Promise<void> | null = null
  let submitVersion = input.fields.submit?.version ?? 0
  let unsubscribe = (): void => undefined
  let isGone = false
  // Nothing is sent before the page is alive.
  let isStopped = true
  let state = describe()

  function describe(): QueueState {
    const drafts = keeper.list()
    const { typed } = keeper
    const keeping = keeper.keeping()
    return describeQueue({ drafts, typed, keeping, failure, savedAtMs: input.savedAtMs, isGone })
  }

  function change(): void {
    state = describe()
    for (const listener of listeners) listener()
  }

  function schedule(ms: number): void {
    if (timer !== undefined) timers.clear(timer)
    timer = isStopped
      ? undefined
      : timers.set(() => {
          timer = undefined
          void flush()
        }, ms)
  }

  function flush(): Promise<void> {
    if (isStopped) return Promise.resolve()
    if (!running) {
      running = sendAll().finally(() => (running = null))
      return running
    }
    following ??= running.then(() => {
      following = null
      return flush()
    })
    return following
  }

  async function sendAll(): Promise<void> {
    await keeper.written()
    await input.alone(async () => {
      // What other tabs left or sent is read from the outbox: their messages may be late.
      await keeper.reload()
      while (!isStopped && (await sendBatch())) await keeper.written()
    })
    change()
  }

  /** @returns whether there may be more to send */
  async function sendBatch(): Promise<boolean> {
    const fields = chooseBatch(keeper.list())
    if (fields.length === 0) {
      endFailure()
      return false
    }
    const batch = operationsOf(await keeper.update(fields, markSent))
    const result = await input.send(batch)
    if (result.kind !== 'answers') {
      fail(result)
      return false
    }
    const answers = new Map(result.answers.map((answer) => [answer.opId, answer]))
    if (!batch.every(({ opId }) => answers.has(opId))) {
      fail({ kind: 'later', why: 'the server gave no answer' })
      return false
    }
    endFailure()
    const { newOpId } = input
    await keeper.update(fields, (draft) => {
      const answer = answers.get(draft.pending[0]?.opId ?? '')
      if (!answer) return draft
      const { field } = draft
      return settleDraft(draft, { answer, isText: isTextField(field), join: joinOf(field), newOpId })
    })
    return true
  }

  function fail(why: SendFailure): void {
    failure = why
    failures++
    const pause = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1))
    schedule(pause * (0.5 + input.random()))
  }

  function endFailure(): void {
    failure = null
    failures = 0
  }

  function operationsOf(drafts: readonly FieldDraft[]): Operation[] {
    return drafts.flatMap((draft) => {
      const next = nextToSend(draft)
      if (!next) return []
      const { opId, base, value } = next
      return { opId, scorecardId, field: draft.field, base, value }
    })
  }

  async function submit(): Promise<SubmitResult> {
    await flush()
    return input.alone(async () => {
      await keeper.reload()
      const obstacle = obstacleToSubmit(state, keeper.hasUnsaved())
      return obstacle === undefined ? sendSubmission() : { isSubmitted: false, message: obstacle }
    })
  }

  async function sendSubmission(): Promise<SubmitResult> {
    const operation = {
      opId: input.newOpId(),
      scorecardId,
      field: 'submit',
      base: submitVersion,
      value: true,
    }
    const result = await input.send([operation])
    if (result.kind !== 'answers') return { isSubmitted: false, message: `Not submitted: ${result.why}.` }
    const answer = result.answers[0]
    switch (answer?.outcome) {
      case 'applied':
        isStopped = true
        await outbox.forget(scorecardId).catch(() => undefined)
        return { isSubmitted: true, message: '' }
      case 'conflict':
        submitVersion = answer.version
        return {
          isSubmitted: false,
          message: 'This scorecard was submitted or reopened elsewhere. Load it again.',
        }
      case 'refused':
      case 'not-found':
      case 'reused':
        return { isSubmitted: false, message: answer.message }
      case undefined:
        return { isSubmitted: false, message: 'Not submitted: the server gave no answer.' }
    }
  }

  function hear(news: DraftChange): void {
    if (news.scorecardId !== null && news.scorecardId !== scorecardId) return
    if (news.kind === 'discarded') {
      isGone = true
      stop()
      keeper.drop()
      return
    }
    if (news.kind === 'forgotten') {
      isGone = !isStopped
      stop()
      change()
      return
    }
    keeper.take(news.drafts)
    // The tab that typed it sends it; this one only when that one has gone.
    if (news.isElsewhere && timer === undefined && keeper.hasUnsaved()) schedule(otherTabPauseMs)
  }

  function stop(): void {
    isStopped = true
    unsubscribe()
    if (timer !== undefined) timers.clear(timer)
    timer = undefined
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(field, value) {
      keeper.edit(field, value)
      if (failures === 0) schedule(isTextField(field) ? typingPauseMs : 0)
    },
    resolve(field, value) {
      void keeper.resolve(field, value).then(flush)
    },
    acknowledge(field) {
      void keeper.update([field], (draft) => (draft.overtook ? { ...draft, overtook: null } : draft))
    },
    flush,
    submit,
    hasUnsaved: keeper.hasUnsaved,
    hasUnkept: () => keeper.hasUnsaved() && keeper.keeping() !== 'device',
    takeBeacon() {
      const fields = chooseBatch(keeper.list())
      const batch = operationsOf(keeper.list().filter((draft) => fields.includes(draft.field)))
      keeper.keepLastWords()
      // The page may end before this is stored; the next one holds what it finds to its id anyway.
      if (fields.length > 0) void keeper.update(fields, markSent)
      return batch
    },
    start() {
      isStopped = false
      unsubscribe = outbox.subscribe(hear)
      void keeper.open().then(() => (keeper.hasUnsaved() ? schedule(0) : change()))
    },
    stop,
  }
}

function obstacleToSubmit(state: QueueState, hasUnsaved: boolean): string | undefined {
  if (state.conflicts.length > 0) {
    return 'Two versions of a text wait for your choice. Choose, then submit.'
  }
  if (!hasUnsaved) return undefined
  return `Not submitted: not everything is saved yet (${state.why ?? 'no connection'}).`
}

function joinOf(field: string): ((mine: unknown, theirs: unknown) => unknown) | undefined {
  return field === 'clock' ? joinClocks : undefined
}

function joinClocks(mine: unknown, theirs: unknown): unknown {
  const [own, other] = [asClock(mine), asClock(theirs)]
  return own && other ? longerClock(own, other) : (own ?? other)
}
