import type { Page } from 'playwright/test'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { listGuests } from '#app/domains/scheduling/guests/guest-store.server.ts'
import { listSessionPeople } from '#app/domains/scheduling/session-store.server.ts'
import { paths } from '#app/paths.ts'
import { pickCard } from '#tests/support/cards.ts'
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

/** What this browser keeps to be opened without a connection. */
async function listKeptPages(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith('panelist-pages-'))
}

test('a coordinator lets a guest in, who fills and hands in a card by keyboard, and shuts them out of an open browser', async ({
  page,
  server,
  round,
  openAs,
  browser,
}) => {
  test.slow()
  const { sessionId, interview } = pickCard(round, 0)

  await openAs(round.coordinator.id, paths.session(sessionId))
  await page.getByRole('link', { name: 'Invite a guest' }).click()
  await expectFineOnBoth(page)
  await page.getByLabel('Name', { exact: true }).fill('Ines Okafor')
  await page.getByLabel('How to tell them apart').fill('Finance')
  await page.getByRole('button', { name: 'Make the access code' }).click()
  await expect(page.getByRole('heading', { name: 'Access for Ines Okafor (guest, Finance)' })).toBeVisible()
  await expectFineOnBoth(page)
  const link = await page.getByLabel('Link').inputValue()
  const code = await page.getByLabel('Code, to read out or type').inputValue()
  await page.getByRole('link', { name: 'Back to the session' }).click()
  await expect(page.getByText('Not yet opened')).toBeVisible()
  await expectFineOnBoth(page)

  const theirs = await (await browser.newContext({ locale: 'en-GB', viewport: desk })).newPage()
  const errors: string[] = []
  theirs.on('pageerror', (error) => errors.push(String(error)))
  await theirs.goto(server.url + paths.guestEntry())
  await expectFineOnBoth(theirs)
  await theirs.getByLabel('Access code').fill(code.toLowerCase().replaceAll('-', ' '))
  await theirs.keyboard.press('Enter')
  await expect(theirs.getByRole('heading', { name: 'Before you join' })).toBeVisible()
  expect(theirs.url()).toBe(link)
  await expectFineOnBoth(theirs)
  await theirs.getByRole('button', { name: 'I accept, open the interview' }).focus()
  await theirs.keyboard.press('Enter')
  await expect(theirs).toHaveURL(server.url + paths.briefing(sessionId))
  await expect(theirs.getByRole('navigation', { name: 'Prepare' }).getByRole('link')).toHaveText([
    'Your interview',
  ])
  await expectFineOnBoth(theirs)
  await theirs.keyboard.press('Control+k')
  await expect(theirs.getByRole('menuitem')).toHaveCount(2)
  await theirs.keyboard.press('Escape')
  await theirs.getByRole('button', { name: 'Check in and open the scorecard' }).first().focus()
  await theirs.keyboard.press('Enter')

  await expect(theirs.getByText(`Question 1 of ${interview.questions.length}`)).toBeVisible()
  await theirs.keyboard.press('3')
  await expect(theirs.getByRole('button', { name: /^3 / })).toHaveAttribute('aria-pressed', 'true')
  await theirs.keyboard.press('j')
  await expect(theirs.getByText('Question 2 of')).toBeVisible()
  await theirs.keyboard.press('2')
  await expect(theirs.getByRole('button', { name: /^2 / })).toHaveAttribute('aria-pressed', 'true')
  for (let number = 3; number <= interview.questions.length; number++) {
    await theirs.keyboard.press('j')
    await expect(theirs.getByText(`Question ${number} of`)).toBeVisible()
    await theirs.keyboard.press('n')
  }
  await theirs.keyboard.press('j')
  await theirs.getByRole('button', { name: 'Yes', exact: true }).press('Enter')
  await expect(theirs.getByRole('status').first()).toContainText('Saved')
  await theirs.getByRole('button', { name: 'Submit scorecard' }).press('Enter')
  await expect(theirs.getByRole('button', { name: 'Undo the submission' })).toBeVisible()
  await expectFineOnBoth(theirs)

  const [guest] = listGuests(server.db, sessionId)
  const seat = listSessionPeople(server.db, [sessionId]).find((person) => person.userId === guest?.userId)
  const fields = listFields(server.db, [seat?.scorecardId ?? '']).get(seat?.scorecardId ?? '') ?? {}
  const ratings = interview.questions
    .slice(0, 2)
    .map(({ questionId }) => fields[`rating:${questionId}`]?.value)
  expect(ratings).toEqual([3, 2].map((level) => ({ state: 'rated', level })))

  expect(await theirs.evaluate(listKeptPages)).toHaveLength(1)
  await page.reload()
  await expect(page.getByText('Accepted; works until')).toBeVisible()
  await page.getByRole('button', { name: 'Revoke: Ines Okafor (guest, Finance)' }).click()
  await expect(page.getByText('Revoked; the scorecard stays')).toBeVisible()
  await theirs.getByRole('link', { name: 'Your interview' }).first().click()
  await expect(theirs.getByRole('heading', { name: 'Your guest access has ended' })).toBeVisible()
  await expect.poll(() => theirs.evaluate(listKeptPages)).toEqual([])
  await expectFineOnBoth(theirs)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'This code opens nothing' })).toBeVisible()
  await expectFineOnBoth(theirs)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Accepted; works until')).toBeVisible()
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { name: 'Before you join' })).toBeVisible()
  expect(errors).toEqual([])
})
