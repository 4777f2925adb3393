import type { Person } from '#app/domains/people/person.ts'
import { savepoint, write, type Db, type Tx } from '#db/client.server.ts'
import { isBusy } from '#db/sqlite-code.ts'
import type { Operation } from './field.schema.ts'
import type { OperationAnswer } from './operation.ts'
import { applyOperation } from './operations.server.ts'

export type Saver = (user: Person, operations: readonly Operation[]) => Promise<OperationAnswer[]>

type Request = {
  user: Person
  operations: readonly Operation[]
}
type Waiting = Request & {
  resolve: (answers: OperationAnswer[]) => void
  reject: (reason: unknown) => void
}
/** What is answered once the commit has succeeded; an error when none of a request's operations could be applied. */
type Saved = { answers: OperationAnswer[] } | { error: unknown }

/**
 * Saves operations so that all that arrive in one turn of the event loop share one commit, each in its own savepoint.
 * The promise resolves after the commit: what it answers is on the disk. It rejects when nothing was saved. An operation
 * that breaks among others that do not is refused without being kept, so that it can be sent again.
 * @param onBroken is told why an operation broke
 */
export function createSaver(
  services: { db: Db; now: () => number },
  onBroken: (error: unknown) => void = () => undefined,
): Saver {
  const { db } = services
  let waiting: Waiting[] = []

  function commit(): void {
    const batch = waiting
    waiting = []
    const now = services.now()
    try {
      const saved = write(db, (tx) => batch.map((request) => apply(tx, request, now)))
      batch.forEach((request, i) => settle(request, saved[i]))
    } catch (error) {
      // Whoever holds the lock would let each of them wait in vain as long as this took.
      if (batch.length === 1 || isBusy(error)) batch.forEach((request) => request.reject(error))
      else batch.forEach((request) => commitAlone(request, now))
    }
  }

  /** What one request asks may be what the disk has no room for; the others may still fit. */
  function commitAlone(request: Waiting, now: number): void {
    try {
      settle(
        request,
        write(db, (tx) => apply(tx, request, now)),
      )
    } catch (error) {
      request.reject(error)
    }
  }

  /** @throws when the whole transaction has ended, as it does on a full disk */
  function apply(tx: Tx, { user, operations }: Request, now: number): Saved {
    const answers: OperationAnswer[] = []
    let broken: { error: unknown } | undefined
    let isAnySaved = false
    for (const operation of operations) {
      try {
        answers.push(savepoint(db, () => applyOperation({ db, user, now }, tx, operation)))
        isAnySaved = true
      } catch (error) {
        if (!db.$client.inTransaction) throw error
        onBroken(error)
        broken ??= { error }
        answers.push({ opId: operation.opId, outcome: 'refused', message: brokenMessage })
      }
    }
    return broken && !isAnySaved ? broken : { answers }
  }

  return (user, operations) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(commit)
      waiting.push({ user, operations, resolve, reject })
    })
}

const brokenMessage =
  'The server could not save this, and its log says why. It stays on this device and is tried again when the page is loaded.'

function settle({ resolve, reject }: Waiting, saved: Saved | undefined): void {
  if (saved && 'answers' in saved) resolve(saved.answers)
  else reject(saved?.error)
}
