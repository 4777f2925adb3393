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
  type Card,
} from '#tests/support/card-journey.ts'
import { expect, expectAccessible } from '#tests/support/journey.ts'
import type { Proxy } from '#tests/support/proxy.ts'

// A browser reports every request that finds no connection, and every save that is refused because nobody is signed in.
test.use({ expectedErrors: /net::ERR_|status of 40[19]/ })

const nothing = { drafts: 0, cards: 0, texts: 0, pages: 0 }

/** Opens a card, types with no save getting through, and leaves for another page. */
async function leaveUnsaved(page: Page, network: Proxy, card: Card, text: string): Promise<void> {
  await openCard(page, network.url, card)
  network.lose(true)
  await evidenceOf(page).fill(text)
  await expect(saveLineOf(page)).toContainText('Saved on this device, no connection')
  await page.goto(network.url + paths.account())
}

async function readDownload(page: Page, press: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download')
  await press()
  return readFileSync(await (await downloading).path(), 'utf8')
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
  await leaveUnsaved(page, network, card, 'Typed in the tunnel.')
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
  const file = await readDownload(page, () =>
    warning.getByRole('button', { name: 'Download as a file' }).click(),
  )
  expect(file).toContain(card.interview.focus)
  expect(file).toContain('Typed in the tunnel.')

  network.lose(false)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(warning).toBeEmpty()
  const { log, stored } = evidenceLog(server.db, card)
  expect(stored).toMatchObject({ value: 'Typed in the tunnel.', version: 1 })
  expect(log.map((row) => row.outcome)).toEqual(['applied'])

  await pressSignOut(page)
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expect.poll(() => countKept(page, card.person.id)).toEqual(nothing)
})

test('signing out asks about what is not saved: it is saved first, taken as a file, or thrown away', async ({
  page,
  server,
  network,
  card,
  signIn,
}) => {
  const dialog = page.getByRole('alertdialog')
  const send = dialog.getByRole('button', { name: 'Save it, then sign out' })
  await signIn(card.person.id)
  await leaveUnsaved(page, network, card, 'To be saved.')
  await pressSignOut(page)
  await expect(dialog).toContainText(card.interview.focus)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await pressSignOut(page)
  const file = await readDownload(page, () =>
    dialog.getByRole('button', { name: 'Download as a file' }).click(),
  )
  expect(file).toContain('To be saved.')
  await expect(dialog).toContainText('among your downloads')
  await send.click()
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 of 1 saved')
  await expect(dialog).toContainText('Not saved yet: no connection')
  await expectAccessible(page)
  network.lose(false)
  await dialog.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(evidenceLog(server.db, card).stored).toMatchObject({ value: 'To be saved.', version: 1 })
  await expect.poll(() => countKept(page, card.person.id)).toEqual(nothing)

  await signIn(card.person.id)
  await leaveUnsaved(page, network, card, 'To be thrown away.')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await dialog.getByRole('button', { name: 'Throw it away and sign out' }).click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Throw away and sign out' }).click()
  await expect(page.getByText('You are signed out everywhere.')).toBeVisible()
  network.lose(false)
  await signIn(card.person.id)
  await openCard(page, network.url, card)
  await expect(evidenceOf(page)).toHaveValue('To be saved.')
  expect(evidenceLog(server.db, card).log).toHaveLength(1)
})

test('signed out meanwhile: words wait for their writer, and nobody else sees, sends or gets them', async ({
  page,
  context,
  server,
  network,
  round,
  card,
  signIn,
}) => {
  const other = round.interviewers.at(-1)
  if (!other) throw new Error('no other interviewer')
  await signIn(card.person.id)
  await openCard(page, network.url, card)
  await context.clearCookies()
  await evidenceOf(page).fill('Only mine.')
  await expect(saveLineOf(page)).toContainText('Cannot save: you are signed out. It is kept on this device.')
  await expect(saveLineOf(page).getByRole('link', { name: 'Sign in again' })).toHaveAttribute(
    'href',
    paths.signIn(),
  )
  await expectAccessible(page)

  await signIn(other.id)
  const second = await context.newPage()
  await second.goto(network.url + paths.home())
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(() => countKept(second, card.person.id)).toMatchObject({ drafts: 1, pages: 0 })
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(saveLineOf(page)).toContainText('Cannot save: somebody else is signed in here now')
  await second.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(second.getByText('You are signed out.')).toBeVisible()
  expect(evidenceLog(server.db, card).log).toEqual([])

  await signIn(card.person.id)
  await second.goto(network.url + paths.home())
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(saveLineOf(page)).toContainText(/Saved \d\d:\d\d/)
  const { log, stored } = evidenceLog(server.db, card)
  expect(stored).toMatchObject({ value: 'Only mine.', version: 1 })
  expect(log).toHaveLength(1)
})
