import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import type { Operation } from '#app/domains/scorecards/field.schema.ts'
import type { OperationAnswer } from '#app/domains/scorecards/operation.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { pickCard } from './cards.ts'
import { addRound } from './round.ts'
import { startTestServer } from './server.ts'

export type Typist = {
  cardId: string
  cookie: string
  /** Of the field they type into, as far as they know. */
  version: number
}

const field = 'summary:for'

/** Fills a database with a round, and gives four people of it who are signed in, each with a card of their own. */
export async function addTypists(env: Record<string, string>): Promise<Typist[]> {
  const setUp = await startTestServer({ env })
  const round = addRound(setUp.db, { candidates: 1 })
  const typists = listTypists(round, setUp.cookieOf)
  await setUp.close()
  return typists
}

/** Four people of a round, each with a card of their own. */
export function listTypists(
  round: ReturnType<typeof addRound>,
  cookieOf: (userId: string) => string,
): Typist[] {
  return [0, 1, 2, 3].map((index) => {
    const { cardId, person } = pickCard(round, index)
    return { cardId, cookie: cookieOf(person.id), version: 0 }
  })
}

export type Answered = { status: number; answers: OperationAnswer[]; message: string }

/** Sends operations as a page of ours would; null when no answer came. */
export async function sendAs(
  url: string,
  cookie: string,
  operations: readonly Operation[],
): Promise<Answered | null> {
  try {
    const response = await fetch(`${url}${paths.operations()}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
      body: JSON.stringify({ operations }),
    })
    const body: Partial<Answered> = await response.json()
    return { status: response.status, answers: body.answers ?? [], message: body.message ?? '' }
  } catch {
    return null
  }
}

/**
 * Lets all of them type without a pause, while the server may come and go, until they are stopped.
 * @param given `operations` is after how many different ones they stop by themselves
 */
export function startTyping(url: string, typists: readonly Typist[], given: { operations?: number } = {}) {
  const acknowledged = new Set<string>()
  /** How often the server was in trouble, by status; such an operation is sent again like one without an answer. */
  const troubles = new Map<number, number>()
  let left = given.operations ?? Number.POSITIVE_INFINITY
  let sent = 0
  let isOver = false

  /** Types into one card; an operation that was not answered is sent again with its id. */
  async function type(typist: Typist): Promise<void> {
    const { cardId, cookie } = typist
    for (let count = 0; !isOver && left-- > 0; count++) {
      const operation = {
        opId: randomUUID(),
        scorecardId: cardId,
        field,
        base: typist.version,
        value: `text ${count}`,
      }
      for (let isSaved = false; !isSaved && !isOver;) {
        sent++
        const answered = await sendAs(url, cookie, [operation])
        const [answer] = answered?.answers ?? []
        if (answer?.outcome === 'applied') {
          acknowledged.add(operation.opId)
          typist.version = answer.version
          isSaved = true
        } else if (answered === null || answered.status >= 500) {
          if (answered) troubles.set(answered.status, (troubles.get(answered.status) ?? 0) + 1)
          await pause(25)
        } else throw new Error(JSON.stringify(answered))
      }
    }
  }
  const done = Promise.all(typists.map(type))
  return {
    acknowledged,
    troubles,
    /** How many requests went out, each with one operation. */
    sent: () => sent,
    /** Resolves when all have stopped. */
    done,
    stop: async () => {
      isOver = true
      await done
    },
  }
}

/**
 * Expects that each of these saves stands in the database, and that every save in it was applied once, in order.
 * @returns the counts of what it found
 */
export function expectSaves(db: Db, typists: readonly Typist[], acknowledged: ReadonlySet<string>) {
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  const logs = typists.map(({ cardId }) => listOperations(db, cardId))
  const stored = new Set(logs.flat().map(({ opId }) => opId))
  const lost = [...acknowledged].filter((opId) => !stored.has(opId))
  let twice = 0
  typists.forEach(({ cardId }, i) => {
    const versions = (logs[i] ?? []).map(({ version }) => version).sort((a, b) => a - b)
    twice += versions.length - new Set(versions).size
    expect(versions).toEqual(versions.map((_, index) => index + 1))
    expect(listFields(db, [cardId]).get(cardId)?.[field]?.version ?? 0).toBe(versions.length)
  })
  expect(lost).toEqual([])
  return { acknowledged: acknowledged.size, applied: stored.size, lost: lost.length, twice }
}
