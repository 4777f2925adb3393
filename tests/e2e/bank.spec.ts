import { paths } from '#app/paths.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('somebody finds a question by typing, through a slip, with filters, and by keyboard alone', async ({
  page,
  round,
  openAs,
}) => {
  await openAs(round.manager.id, paths.questions())
  await expectAccessible(page)
  const field = page.getByRole('searchbox', { name: 'Search questions' })
  const results = page.getByRole('main').getByRole('heading', { level: 2 })

  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await field.pressSequentially('webhook')
  await expect(page).toHaveURL(/q=webhook/)
  await expect(results.first()).toHaveText('Who sent this webhook?')
  await expect(results.first().locator('mark')).toHaveText('webhook')
  await expect(field).toBeFocused()
  await expectAccessible(page)

  await field.fill('wehbook')
  const main = page.getByRole('main')
  await expect(main.getByText('Nothing for “wehbook”. Showing “webhook”.')).toBeVisible()
  await main.getByRole('link', { name: '“webhook”' }).click()
  await expect(field).toHaveValue('webhook')
  await expect(main.getByText('Nothing for')).toHaveCount(0)

  const count = main.getByRole('status')
  const all = await count.textContent()
  const filters = page.getByRole('complementary', { name: 'Filters' })
  await filters.getByRole('group', { name: 'Difficulty' }).getByRole('link', { name: /^Hard/ }).click()
  await expect(page).toHaveURL(/difficulty=hard/)
  await expect(count).not.toHaveText(all ?? '')
  await filters
    .getByRole('group', { name: 'Difficulty' })
    .getByRole('link', { name: /^Medium/ })
    .click()
  await expect(page).toHaveURL(/difficulty=hard&difficulty=medium|difficulty=medium&difficulty=hard/)
  const chosen = page.getByRole('group', { name: 'Chosen filters' })
  await expect(chosen.getByRole('link')).toHaveText(['Hard', 'Medium', 'Clear all'])
  await expectAccessible(page)
  await chosen.getByRole('link', { name: 'Hard' }).click()
  await expect(page).not.toHaveURL(/hard/)
  await page.reload()
  await expect(chosen.getByRole('link')).toHaveText(['Medium', 'Clear all'])
  await chosen.getByRole('link', { name: 'Clear all' }).click()
  await expect(chosen).toHaveCount(0)
  await expect(count).toHaveText(all ?? '')

  await field.fill('')
  await expect(page).not.toHaveURL(/q=/)
  await main.click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('j')
  await expect(results.nth(0).getByRole('link')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await expect(results.nth(2).getByRole('link')).toBeFocused()
  await page.keyboard.press('k')
  await expect(results.nth(1).getByRole('link')).toBeFocused()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys of this page' })
  await expect(keys.getByText('Search questions')).toBeVisible()
  await expect(keys.getByText('Next question, or ↓ in the list')).toBeVisible()
  await page.keyboard.press('Escape')
  const title = (await results.nth(1).textContent()) ?? ''
  await results.nth(1).getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the way from another page keeps the slash for the search of this one', async ({
  page,
  round,
  openAs,
}) => {
  await openAs(round.manager.id, paths.panels())
  await page.getByRole('link', { name: 'Questions', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search questions' })).toBeFocused()
})

test('the bank works on a small phone, page by page, and says what to do when nothing fits', async ({
  page,
  round,
  openAs,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await openAs(round.manager.id, paths.questions())
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(await isWide()).toBe(false)
  await page.getByText('Filters', { exact: true }).click()
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('link', { name: /^Technical/ })
    .click()
  await expect(page.getByText('Filters, 1 on')).toBeVisible()
  expect(await isWide()).toBe(false)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Clear all' }).click()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/^51–\d+ of \d+ questions$/)
  await page.getByRole('searchbox', { name: 'Search questions' }).fill('zzzzzzzz')
  await expect(page.getByRole('heading', { name: 'No question has “zzzzzzzz”' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show all questions' }).click()
  await expect(page.getByRole('searchbox', { name: 'Search questions' })).toHaveValue('')
})
