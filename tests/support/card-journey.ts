import type { Page } from 'playwright/test'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { pickCard } from './cards.ts'
import { expect, test as base } from './journey.ts'
import { startProxy, type Proxy } from './proxy.ts'

export type Card = ReturnType<typeof pickCard>

type CardJourney = {
  /** Of so many answers to saves, one gets lost on the way; 0 for none. */
  loses: number
  /** Between the browser and the server. */
  network: Proxy
  card: Card
  /** Signs the browser in, on the far side of the network. */
  signIn: (personId: string) => Promise<void>
}

/** A journey with a scorecard over a network that can fail. */
export const test = base.extend<CardJourney>({
  loses: [0, { option: true }],
  network: async ({ server, loses }, use) => {
    const throwAway = (answer: number) => loses > 0 && answer % loses === 0
    const proxy = await startProxy(server.port, { throwAway })
    await use(proxy)
    await proxy.close()
  },
  card: async ({ round }, use) => use(pickCard(round, 0)),
  signIn: async ({ context, server, network }, use) => {
    await use(async (personId) => {
      const [name = '', value = ''] = server.cookieOf(personId).split('=')
      await context.clearCookies()
      await context.addCookies([{ name, value, url: network.url, httpOnly: true, sameSite: 'Lax' }])
    })
  },
})

export function evidenceOf(page: Page) {
  return page.getByLabel('Evidence: what was said or done')
}

/** Where a page says whether it is saved. */
export function saveLineOf(page: Page) {
  return page.getByRole('status')
}

/** Opens a card and waits until it would open without a connection, too. */
export async function openCard(page: Page, url: string, card: Card): Promise<void> {
  await page.goto(url + paths.fillScorecard(card.cardId))
  await expect(page.getByText('Question 1 of')).toBeVisible()
  const isKept = (path: string) =>
    navigator.serviceWorker.controller !== null && caches.match(path).then((copy) => copy !== undefined)
  await expect.poll(() => page.evaluate(isKept, paths.fillScorecard(card.cardId))).toBe(true)
}

/** The save log of the evidence of the first question. */
export function evidenceLog(db: Db, card: Card) {
  const field = `evidence:${card.interview.questions[0]?.questionId}`
  const log = listOperations(db, card.cardId).filter((row) => row.field === field)
  return { log, stored: listFields(db, [card.cardId]).get(card.cardId)?.[field] }
}

/** How many entries a browser holds for a person: drafts, words about cards, last words, pages. */
export async function countKept(page: Page, personId: string): Promise<Record<string, number>> {
  return page.evaluate(async (id) => {
    const range = IDBKeyRange.bound([id], [id, []])
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('panelist')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const request = db.transaction(store).objectStore(store).count(range)
        request.onsuccess = () => resolve(request.result)
      })
    const kept = { drafts: await count('drafts'), cards: await count('cards') }
    db.close()
    const texts = Object.keys(localStorage).filter((key) => key.includes(id)).length
    const pages = (await caches.keys()).filter((name) => name.includes(id)).length
    return { ...kept, texts, pages }
  }, personId)
}
