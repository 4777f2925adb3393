import type { Person } from '#app/domains/people/person.ts'
import { savepoint, write, type Db } from '#db/client.server.ts'
import type { Operation } from './field.schema.ts'
import type { OperationAnswer } from './operation.ts'
import { applyOperation } from './operations.server.ts'

export type Saver = (user: Person, operations: readonly Operation[]) => Promise<OperationAnswer[]>

type Waiting = {
  user: Person
  operations: readonly Operation[]
  resolve: (answers: OperationAnswer[]) => void
  reject: (reason: unknown) => void
}

/**
 * Saves operations so that all that arrive in one turn of the event loop share one commit, each in its own savepoint.
 * The promise resolves after the commit: what it answers is on the disk. It rejects when nothing was saved.
 */
export function createSaver(services: { db: Db; now: () => number }): Saver {
  let waiting: Waiting[] = []

  function commit(): void {
    const batch = waiting
    waiting = []
    const now = services.now()
    try {
      const answers = write(services.db, (tx) =>
        batch.map(({ user, operations }) =>
          operations.map((operation) =>
            savepoint(tx, (inner) => applyOperation({ db: services.db, user, now }, inner, operation)),
          ),
        ),
      )
      batch.forEach((entry, i) => entry.resolve(answers[i] ?? []))
    } catch {
      // One bad request must not fail its neighbours, and a full disk ends the transaction under the savepoint, which
      // hides why: each is tried once more in a transaction of its own, and fails with its own reason.
      for (const entry of batch) commitAlone(entry, now)
    }
  }

  function commitAlone({ user, operations, resolve, reject }: Waiting, now: number): void {
    try {
      resolve(
        write(services.db, (tx) =>
          operations.map((operation) => applyOperation({ db: services.db, user, now }, tx, operation)),
        ),
      )
    } catch (error) {
      reject(error)
    }
  }

  return (user, operations) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(commit)
      waiting.push({ user, operations, resolve, reject })
    })
}
