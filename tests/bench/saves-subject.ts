// What the benchmark of saving measures: a database full of interviewers, and the endpoint alone with either way to commit.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import express from 'express'
import { applyOperation } from '#app/domains/scorecards/operations.server.ts'
import { createSaver, type Saver } from '#app/domains/scorecards/group-commit.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { readEnv } from '#app/lib/env.server.ts'
import { autosave } from '#app/server/autosave.server.ts'
import { createServices } from '#app/server/serve.server.ts'
import { closeDatabase, openDatabase, write, type Db } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import * as tables from '#db/schema/index.ts'
import { addRound } from '#tests/support/round.ts'
import { pickCard } from '#tests/support/cards.ts'
import { addSignIn } from './bench-sign-in.ts'

/** Somebody with a scorecard open: what their browser sends, and the fields they write. */
export type Writer = { personId: string; cookie: string; scorecardId: string; fields: string[] }

const note = 'She drew the queue before the worker and said which of the two may be lost. '.repeat(4)

/**
 * Makes a database in which this many people each fill a scorecard of their own.
 * @param file a path that does not exist yet
 */
export function addWriters(file: string, count: number): Writer[] {
  const db = openDatabase(file)
  migrate(db)
  const round = addRound(db, { candidates: 1 })
  const { sessionId, interview } = pickCard(round, 0)
  const now = Date.now()
  const fields = interview.questions.map((question) => `evidence:${question.questionId}`)
  const writers = write(db, (tx) =>
    Array.from({ length: count }, () => {
      const [userId, scorecardId] = [newId(), newId()]
      const person = { name: 'Interviewer', email: `${userId}@example.org`, access: 'interviewer' } as const
      tx.insert(tables.user)
        .values({ id: userId, ...person, createdAtMs: now })
        .run()
      tx.insert(tables.sessionInterviewer).values({ sessionId, userId, addedAtMs: now }).run()
      tx.insert(tables.scorecard)
        .values({ id: scorecardId, sessionId, interviewerId: userId, status: 'draft', createdAtMs: now })
        .run()
      return { personId: userId, cookie: addSignIn(tx, userId), scorecardId, fields }
    }),
  )
  closeDatabase(db)
  return writers
}

/** How many saves the database holds, by its log and by the versions of its fields, which must agree. */
export function countSaves(file: string): { logged: number; applied: number } {
  const db = openDatabase(file)
  const log = db.select({ outcome: tables.fieldOp.outcome }).from(tables.fieldOp).all()
  const fields = db.select({ version: tables.scorecardField.version }).from(tables.scorecardField).all()
  closeDatabase(db)
  return {
    logged: log.filter(({ outcome }) => outcome === 'applied').length,
    applied: fields.reduce((sum, field) => sum + field.version, 0),
  }
}

/** The endpoint alone on a free port, committing as it does or each request by itself. */
export async function serveEndpoint(given: {
  file: string
  folder: string
  way: 'together' | 'each'
}): Promise<{ port: number; stop: () => Promise<void> }> {
  const services = createServices(
    readEnv({ DATABASE_URL: given.file, DATA_DIR: given.folder, LOG_LEVEL: 'silent' }),
  )
  const { db } = services
  const app = express().use(given.way === 'each' ? autosave(services, commitEach(db)) : autosave(services))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      closeDatabase(db)
    },
  }
}

/** Lets writers save in this process, without HTTP: what the store itself can do. */
export async function saveInProcess(given: {
  file: string
  writers: readonly Writer[]
  seconds: number
}): Promise<{ acknowledged: number; latencies: number[] }> {
  const db = openDatabase(given.file)
  const save = createSaver({ db, now: Date.now })
  const endAt = performance.now() + given.seconds * 1000
  const latencies: number[] = []
  async function write({ scorecardId, fields, personId }: Writer): Promise<void> {
    const user = { id: personId, name: '', email: '', access: 'interviewer' } as const
    const versions = new Map<string, number>()
    for (let turn = 0; performance.now() < endAt; turn++) {
      const field = fields[turn % fields.length] ?? ''
      const operation = { opId: randomUUID(), scorecardId, field, base: versions.get(field) ?? 0 }
      const startedAt = performance.now()
      const [answer] = await save(user, [{ ...operation, value: `${turn} ${note}` }])
      latencies.push(performance.now() - startedAt)
      if (answer?.outcome !== 'applied') throw new Error(JSON.stringify(answer))
      versions.set(field, answer.version)
    }
  }
  await Promise.all(given.writers.map(write))
  closeDatabase(db)
  return { acknowledged: latencies.length, latencies }
}

function commitEach(db: Db): Saver {
  return (user, operations) =>
    Promise.resolve(
      write(db, (tx) =>
        operations.map((operation) => applyOperation({ db, user, now: Date.now() }, tx, operation)),
      ),
    )
}

export { paths } from '#app/paths.ts'
