import type { Page } from 'playwright/test'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#db/client.server.ts'
import { pickCard } from '#tests/support/cards.ts'
import { expect, test as base } from '#tests/support/journey.ts'
import { startProxy, type Proxy } from '#tests/support/proxy.ts'

type Card = ReturnType<typeof pickCard>

const test = base.extend<{ network: Proxy; card: Card; signIn: (personId: string) => Promise<void> }>({
  network: async ({ server }, use) => {
    const proxy = await startProxy(server.port)
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

// A browser reports every request that finds no connection.
test.use({ expectedErrors: /net::ERR_/ })

const evidenceLabel = 'Evidence: what was said or done'

function evidenceOf(page: Page) {
  return page.getByLabel(evidenceLabel)
}

function saveLineOf(page: Page) {
  return page.getByRole('status')
}

/** Opens a card and waits until it would open without a connection, too. */
async function openCard(page: Page, network: Proxy, card: Card): Promise<void> {
  await page.goto(network.url + paths.fillScorecard(card.cardId))
  await expect(page.getByText('Question 1 of')).toBeVisible()
  const isKept = (path: string) =>
    navigator.serviceWorker.controller !== null && caches.match(path).then((copy) => copy !== undefined)
  await expect.poll(() => page.evaluate(isKept, paths.fillScorecard(card.cardId))).toBe(true)
}

/** The save log of the evidence of the first question. */
function evidenceLog(db: Db, card: Card) {
  const field = `evidence:${card.interview.questions[0]?.questionId}`
  const log = listOperations(db, card.cardId).filter((row) => row.field === field)
  return { log, stored: listFields(db, [card.cardId]).get(card.cardId)?.[field] }
}

test('what is typed without a connection survives a reload without one, and is saved once when there is one', async ({
  page,
  server,
  network,
  card,
  signIn,
}) => {
  await signIn(card.person.id)
  await openCard(page, network, card)
  await evidenceOf(page).fill('Before.')
  await expect(saveLineOf(page)).toContainText(/Saved \d\d:\d\d/)

  await network.cut()
  await evidenceOf(page).pressSequentially(' Typed on the train.')
  await expect(saveLineOf(page)).toContainText('Saved on this device, no connection')
  await page.reload()
  await expect(evidenceOf(page)).toHaveValue('Before. Typed on the train.')
  await expect(saveLineOf(page)).toContainText('Saved on this device, no connection')
  await evidenceOf(page).pressSequentially(' And more.')
  await page.reload()
  await expect(evidenceOf(page)).toHaveValue('Before. Typed on the train. And more.')

  await network.mend()
  await expect(saveLineOf(page)).toContainText(/Saved \d\d:\d\d/, { timeout: 60_000 })
  const { log, stored } = evidenceLog(server.db, card)
  expect(stored?.value).toBe('Before. Typed on the train. And more.')
  expect(log.map((row) => row.outcome)).toEqual(log.map(() => 'applied'))
  expect(new Set(log.map((row) => row.value)).size).toBe(log.length)
  expect(stored?.version).toBe(log.length)
})
