import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import {
  countKept,
  evidenceLog,
  evidenceOf,
  openCard,
  saveLineOf,
  test,
} from '#tests/support/card-journey.ts'
import { expect, expectAccessible } from '#tests/support/journey.ts'

// A browser reports every request that finds no connection, and every save that is refused because nobody is signed in.
test.use({ expectedErrors: /net::ERR_|status of 401/ })

const nothing = { drafts: 0, cards: 0, texts: 0, pages: 0 }

/** Types without a connection, and goes to the start page by a link. */
async function typeOffline(page: Page, text: string): Promise<void> {
  await evidenceOf(page).fill(text)
  await expect(saveLineOf(page)).toContainText('Saved on this device, no connection')
}

async function pressSignOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).first().click()
}

test('what a scorecard left is sent from any page, and after an hour every page says what waits', async ({
  page,
  server,
  network,
  card,
  signIn,
}) => {
  await signIn(card.person.id)
  await openCard(page, network.url, card)
  await network.cut()
  await typeOffline(page, 'Typed in the tunnel.')
  const isLost = (url: URL) => url.pathname === paths.operations()
  await page.route(isLost, (route) => route.abort())
  await network.mend()
  await page.goto(network.url + paths.account())
  await page.clock.setFixedTime(Date.now() + 3_700_000)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  const warning = page.getByRole('region', { name: 'Not saved yet' })
  await expect(warning).toContainText('1 entry not saved for more than an hour')
  await expect(warning).toContainText(card.interview.focus)
  await expect(warning.getByRole('link', { name: 'Open the scorecard' })).toHaveAttribute(
    'href',
    paths.fillScorecard(card.cardId),
  )
  await expectAccessible(page)
  const downloading = page.waitForEvent('download')
  await warning.getByRole('button', { name: 'Download as a file' }).click()
  const file = readFileSync(await (await downloading).path(), 'utf8')
  expect(file).toContain(card.interview.focus)
  expect(file).toContain('Typed in the tunnel.')

  await page.unroute(isLost)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(warning).toBeEmpty()
  const { log, stored } = evidenceLog(server.db, card)
  expect(stored).toMatchObject({ value: 'Typed in the tunnel.', version: 1 })
  expect(log.map((row) => row.outcome)).toEqual(['applied'])

  await pressSignOut(page)
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expect.poll(() => countKept(page, card.person.id)).toEqual(nothing)
})
