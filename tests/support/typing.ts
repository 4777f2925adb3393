import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { pickCard } from './cards.ts'
import { addRound } from './round.ts'
import { startTestServer } from './server.ts'

export type Typist = { cardId: string; cookie: string }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Fills a database with a round, and gives four people of it who are signed in, each with a card of their own. */
export async function addTypists(env: Record<string, string>): Promise<Typist[]> {
  const setUp = await startTestServer({ env })
  const round = addRound(setUp.db, { candidates: 1 })
  const typists = [0, 1, 2, 3].map((index) => {
    const { cardId, person } = pickCard(round, index)
    return { cardId, cookie: setUp.cookieOf(person.id) }
  })
  await setUp.close()
  return typists
}

/** Lets all of them type without a pause, while the server may come and go, until they are stopped. */
export function startTyping(url: string, typists: readonly Typist[]) {
  const acknowledged = new Set<string>()
  let isOver = false

  /** Types into one card; an operation that was not answered is sent again with its id. */
  async function type({ cardId, cookie }: Typist): Promise<void> {
    let base = 0
    for (let count = 0; !isOver; count++) {
      const value = `text ${count}`
      const operation = { opId: randomUUID(), scorecardId: cardId, field: 'summary:for', base, value }
      for (let isSaved = false; !isSaved && !isOver;) {
        const body = await fetch(`${url}${paths.operations()}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
          body: JSON.stringify({ operations: [operation] }),
        }).then(
          (response) => response.json(),
          () => null,
        )
        const [answer] = body?.answers ?? []
        if (answer?.outcome === 'applied') {
          acknowledged.add(operation.opId)
          base = answer.version
          isSaved = true
        } else if (body === null) await pause(25)
        else throw new Error(JSON.stringify(body))
      }
    }
  }
  const typing = Promise.all(typists.map(type))
  return {
    acknowledged,
    stop: async () => {
      isOver = true
      await typing
    },
  }
}

/** Expects that each of these saves stands in the database, and that every save in it was applied once, in order. */
export function expectSaves(db: Db, typists: readonly Typist[], acknowledged: ReadonlySet<string>): void {
  expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
  const stored = new Set(typists.flatMap(({ cardId }) => listOperations(db, cardId)).map(({ opId }) => opId))
  expect([...acknowledged].filter((opId) => !stored.has(opId))).toEqual([])
  for (const { cardId } of typists) {
    const versions = listOperations(db, cardId)
      .map((operation) => operation.version)
      .sort((a, b) => a - b)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
    expect(listFields(db, [cardId]).get(cardId)?.['summary:for']?.version).toBe(versions.length)
  }
}
