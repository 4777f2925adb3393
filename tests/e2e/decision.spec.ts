import { paths } from '#app/paths.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { pickCard } from '#tests/support/cards.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

test('a manager decides, an interviewer dissents on another screen, the decision is locked, printed and reopened', async ({
  page,
  browser,
  server,
  round,
  openAs,
}) => {
  fillRound(server.db, round, {
    now: Date.now() - 600_000,
    text: 'Named the order of the messages',
    levelOf: (who, card) => (who === 0 ? (card % 2 ? 4 : 1) : 3),
  })
  const [candidate] = round.candidates
  const { applicationId = '', name = '' } = candidate ?? {}
  const interviewer = pickCard(round, 0).person
  await openAs(round.manager.id, paths.panelDebriefs(round.panelId))
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Start the debrief' }).click()
  await page.goto(server.url + paths.debrief(applicationId, { topic: 'decide' }))

  const other = await browser.newContext()
  const [cookie = '', value = ''] = server.cookieOf(interviewer.id).split('=')
  await other.addCookies([{ name: cookie, value, url: server.url, httpOnly: true, sameSite: 'Lax' }])
  const theirs = await other.newPage()
  await theirs.goto(server.url + paths.debrief(applicationId, { topic: 'decide' }))
  await expect(theirs.getByText('Not decided yet')).toBeVisible()

  await page.getByRole('radio', { name: 'No hire' }).check()
  await page
    .getByRole('textbox', { name: 'Reason' })
    .fill('The order of messages was named and not defended.')
  await expect(page.getByRole('button', { name: /Lock/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Save the decision' }).click()
  await expect(page.getByRole('button', { name: 'Sign', exact: true })).toBeVisible()

  // The other screen follows by itself.
  await expect(theirs.getByText('The order of messages was named and not defended.')).toBeVisible()
  await theirs.getByText('Sign with dissent').first().click()
  await theirs.getByRole('textbox', { name: 'What I hold against it' }).fill('It was defended to me.')
  await theirs.getByRole('button', { name: 'Sign with dissent' }).click()
  await expect(theirs.getByText(/Signed, dissents/)).toBeVisible()
  await expect(page.getByText('It was defended to me.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByText(/Signed, agrees/)).toBeVisible()
  await page.getByRole('button', { name: 'Lock without them' }).click()
  await expect(page.getByText(/without the signature of/)).toBeVisible()
  await expect(theirs.getByText(/without the signature of/)).toBeVisible()
  await expect(theirs.getByRole('main').getByRole('button', { name: /Sign/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'Debrief PDF', exact: true }).click()
  const file = await page.getByRole('link', { name: 'Download', exact: true }).getAttribute('href')
  const pdf = await page.request.get(server.url + (file ?? ''))
  const text = (await readPdf(new Uint8Array(await pdf.body()))).pages.join(' ')
  await page.goBack()
  expect(text).toContain(`Decision on ${name}`)
  expect(text).toContain('Dissent: It was defended to me.')
  expect(text).toContain('Locked without the signature of')
  expect(text).not.toContain('Draft: not locked')

  await page.getByText('Reopen the debrief').click()
  await page.getByRole('textbox', { name: 'What has come up since' }).fill('A reference called.')
  await page.getByRole('button', { name: 'Reopen', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save the decision' })).toBeVisible()
  await page.getByText('Decision 1: No hire, reopened').click()
  await expect(page.getByText(/A reference called\./)).toBeVisible()
  await expect(page.getByText('It was defended to me.')).toBeVisible()
  await other.close()
})
