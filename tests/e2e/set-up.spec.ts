import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

const phone = { width: 320, height: 640 }
const desk = { width: 1280, height: 900 }

/** No serious fault and nothing cut off, on a desk and on a small phone. */
async function expectFineOnBoth(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.setViewportSize(desk)
}

test('the first start makes an administrator, who invites a manager, who signs out and in again', async ({
  page,
  server,
  browser,
}) => {
  test.slow()
  const link = server.lines.join('\n').match(/http\S+\/set-up\/\S+/)?.[0] ?? 'no link was printed'

  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Set up Panelist' })).toBeVisible()
  await expectFineOnBoth(page)
  await page.getByLabel('Your name').fill('Ingeborg Falk')
  await page.getByLabel('E-mail').fill('ingeborg@example.org')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Create my account' }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('12 characters')
  await expect(page.getByLabel('Your name')).toHaveValue('Ingeborg Falk')
  await page.getByLabel('Password').fill('lantern orchard ferry moss')
  await page.getByRole('button', { name: 'Create my account' }).click()
  await expect(page).toHaveURL(server.url + paths.home())
  await expect(page.getByText('Ingeborg Falk').first()).toBeVisible()
  await expectFineOnBoth(page)

  await page.goto(server.url + paths.people())
  await expectFineOnBoth(page)
  await page.goto(server.url + paths.invitePerson())
  await expectFineOnBoth(page)
  await page.getByLabel('E-mail').fill('mattis@example.org')
  await page.getByRole('radio', { name: /^Manager/ }).check({ force: true })
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  const shown = page.getByLabel('Link, works once, for seven days')
  await expect(shown).toBeVisible()
  await expectFineOnBoth(page)
  const invitation = await shown.inputValue()

  const other = await browser.newContext({ locale: 'en-GB', viewport: desk })
  const theirs = await other.newPage()
  await theirs.goto(invitation)
  await expectFineOnBoth(theirs)
  await theirs.getByLabel('Your name').fill('Mattis Rønning')
  await theirs.getByLabel('Password').fill('granite whistle seven tides')
  await theirs.getByRole('button', { name: 'Create my account' }).click()
  await expect(theirs).toHaveURL(server.url + paths.home())
  await expect(theirs.getByText('Mattis Rønning').first()).toBeVisible()

  await theirs.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(theirs.getByText('You are signed out.')).toBeVisible()
  await expectFineOnBoth(theirs)
  await theirs.getByLabel('E-mail').fill('mattis@example.org')
  await theirs.getByLabel('Password').fill('granite whistle seven tide')
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs.getByRole('alert')).toBeFocused()
  await theirs.getByLabel('Password').fill('granite whistle seven tides')
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await expect(theirs).toHaveURL(server.url + paths.home())
  await theirs.goto(invitation)
  await expect(theirs.getByRole('heading', { name: 'This invitation was used' })).toBeVisible()
  await other.close()

  await page.goto(server.url + paths.people())
  await expect(page.getByText('Mattis Rønning').first()).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'This installation is set up' })).toBeVisible()
})
