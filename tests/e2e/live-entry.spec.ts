import { expect, test, type Page } from 'playwright/test'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { paths } from '#app/paths.ts'
import { pickCard } from '#tests/support/cards.ts'
import { expectAccessible } from '#tests/support/journey.ts'
import { addRound } from '#tests/support/round.ts'
import { startTestServer } from '#tests/support/server.ts'

test('an interviewer fills a scorecard by keyboard, through a lost connection and a reload, submits it and takes it back', async ({
  page,
  context,
}) => {
  const server = await startTestServer()
  const { cardId, person, interview } = pickCard(addRound(server.db), 0)
  const [name = '', value = ''] = server.cookieOf(person.id).split('=')
  await context.addCookies([{ name, value, url: server.url }])
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const isOffline = message.text().includes('ERR_INTERNET_DISCONNECTED')
    if (message.type() === 'error' && !isOffline) errors.push(message.text())
  })
  const saveLine = page.getByRole('status')
  const evidence = page.getByLabel('Evidence: what was said or done')

  await page.goto(server.url + paths.fillScorecard(cardId))
  await expect(page.getByText(`Question 1 of ${interview.questions.length}`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^\d \w+/, pressed: true })).toHaveCount(0)
  await expectAccessible(page, 'all')

  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: /^4 Excellent/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(saveLine).toContainText('Saved')

  await page.getByRole('navigation').getByRole('button', { name: 'Review and recommendation' }).click()
  await expect(page.getByRole('button', { name: /write the evidence for 4/ })).toBeVisible()
  await page.getByRole('button', { name: 'Submit scorecard' }).click()
  await expect(page.getByRole('alert')).toContainText('Not submitted yet')
  await expectAccessible(page, 'all')
  await page.getByRole('button', { name: /write the evidence for 4/ }).click()
  await expect(evidence).toBeFocused()

  await page.keyboard.type('Keeps the key beside the effect. 1 and 2 are digits, not ratings.')
  await expect(saveLine).toContainText('Saved')
  await context.setOffline(true)
  await page.keyboard.type(' Typed without a connection.')
  await expect(saveLine).toContainText('Saved on this device, no connection')
  await context.setOffline(false)
  await expect(saveLine).toContainText('Saved', { timeout: 20_000 })
  await page.keyboard.press('Escape')

  await page.reload()
  await expect(evidence).toHaveValue(/ratings\. Typed without a connection\.$/)
  await expect(page.getByRole('button', { name: /^4 Excellent/ })).toHaveAttribute('aria-pressed', 'true')

  for (let number = 2; number <= interview.questions.length; number++) {
    await page.keyboard.press('j')
    await expect(page.getByText(`Question ${number} of`)).toBeVisible()
    await page.keyboard.press(number === 2 ? 'n' : '3')
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Not asked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('button', { name: 'Submit scorecard' }).click()
  await expect(page.getByRole('button', { name: 'Undo the submission' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo the submission' }).click()
  await expect(page.getByText('Question 1 of')).toBeVisible()

  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(server.url + paths.fillScorecard(cardId))
  await expect(evidence).toHaveValue(/connection\.$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await expectAccessible(page, 'all')
  expect(errors).toEqual([])
  await server.close()
})

test('a text changed on two devices is shown twice, and nothing is lost by choosing', async ({ browser }) => {
  const server = await startTestServer()
  const { cardId, person } = pickCard(addRound(server.db), 0)
  const [name = '', value = ''] = server.cookieOf(person.id).split('=')
  const pages: Page[] = []
  for (let device = 0; device < 2; device++) {
    const context = await browser.newContext()
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    await page.goto(server.url + paths.fillScorecard(cardId))
    await expect(page.getByText('Question 1 of')).toBeVisible()
    pages.push(page)
  }
  for (const [device, page] of pages.entries()) {
    // The page takes what is typed once it is alive.
    await page.waitForLoadState('networkidle')
    await page.getByLabel('Evidence: what was said or done').fill(`Written on device ${device + 1}`)
    await expect(page.getByRole('status')).toContainText(device === 0 ? 'Saved' : 'Two versions, choose')
  }
  const [first, second] = pages
  if (!first || !second) throw new Error('no second device')
  const evidence = second.getByLabel('Evidence: what was said or done')
  const saveLine = second.getByRole('status').first()
  await expect(second.getByText('Written on device 1')).toBeVisible()
  await expect(second.getByRole('region', { name: /^Two versions of/ }).locator('mark')).toHaveText([
    '1',
    '2',
  ])
  await expectAccessible(second, 'all')
  await second.getByRole('button', { name: 'Two versions, choose' }).focus()
  await second.keyboard.press('Enter')
  await expect(second.getByRole('region', { name: /^Two versions of/ })).toBeFocused()
  await second.getByRole('button', { name: 'Take the other' }).press('Enter')
  await expect(evidence).toBeFocused()
  await expect(evidence).toHaveValue('Written on device 1')
  await second.getByRole('button', { name: 'Take the other' }).click()
  await expect(evidence).toHaveValue('Written on device 2')
  await expect(saveLine).toContainText(/Saved \d\d:\d\d/)

  await first.getByLabel('Evidence: what was said or done').fill('Written on device 1, and more')
  await second.setViewportSize({ width: 320, height: 700 })
  await second.emulateMedia({ colorScheme: 'dark' })
  await first.getByRole('button', { name: 'Join both' }).click()
  await expect(first.getByLabel('Joined text')).toHaveValue(
    'Written on device 2\n\nWritten on device 1, and more',
  )
  await first.getByRole('button', { name: 'Keep the joined text' }).click()
  await expect(first.getByRole('status')).toContainText(/Saved \d\d:\d\d/)
  await evidence.fill('Once more on device 2')
  await expect(saveLine).toContainText('Two versions, choose')
  await expectAccessible(second, 'all')
  expect(await second.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await second.getByRole('button', { name: 'Keep this page’s' }).click()
  await expect(saveLine).toContainText(/Saved \d\d:\d\d/)
  const texts = listOperations(server.db, cardId).map((row) => row.value)
  for (const text of ['Written on device 1', 'Written on device 2', 'Once more on device 2']) {
    expect(texts).toContain(text)
  }

  await first.getByRole('button', { name: /^3 Good/ }).click()
  await expect(first.getByRole('status')).toContainText(/Saved \d\d:\d\d/)
  await second.getByRole('button', { name: /^2 / }).click()
  await expect(second.getByText('also changed elsewhere')).toBeVisible()
  await expect(second.getByText('This one came last and counts')).toContainText('“3 Good”')
  await expectAccessible(second, 'all')
  await second.getByRole('button', { name: 'Keep this one' }).click()
  await expect(second.getByText('also changed elsewhere')).toBeHidden()
  await server.close()
})
