import { evidenceLog, evidenceOf, openCard, saveLineOf, test } from '#tests/support/card-journey.ts'
import { expect } from '#tests/support/journey.ts'

// A browser reports every request that finds no connection.
test.use({ expectedErrors: /net::ERR_/ })

test('what is typed without a connection survives a reload without one, and is saved once when there is one', async ({
  page,
  server,
  network,
  card,
  signIn,
}) => {
  await signIn(card.person.id)
  await openCard(page, network.url, card)
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
