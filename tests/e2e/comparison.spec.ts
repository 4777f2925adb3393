import { paths } from '#app/paths.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { fillDebated } from '#tests/support/debated.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('a manager walks through the comparison by keyboard, with raw and calibrated scores, and tries other weights', async ({
  page,
  server,
  round,
  openAs,
}) => {
  fillDebated(server, round)
  await openAs(round.manager.id, paths.comparison(round.panelId))
  const names = page.getByRole('rowheader')
  await expect(names).toHaveCount(2)
  await expect(names.first()).toContainText('Candidate 2')
  await expectAccessible(page)

  const row = page.getByRole('row', { name: /Candidate 2/ })
  await names.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(row.getByRole('gridcell').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(row.getByRole('gridcell').last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(names.nth(1)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(names.first()).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(names.last()).toBeFocused()

  await page.getByRole('link', { name: 'Raw', exact: true }).click()
  await expect(page).toHaveURL(/score=raw/)
  await expect(page.getByRole('grid', { name: /raw scores/ })).toBeVisible()
  await page.getByRole('link', { name: 'Calibrated', exact: true }).click()
  await expect(page).not.toHaveURL(/score=/)
  await expect(page.getByRole('grid', { name: /calibrated scores/ })).toBeVisible()

  const words = /^If every interviewer had met Candidate 2 Testname, we expect/
  await row.getByRole('button', { name: /in words$/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(words).filter({ visible: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(words).filter({ visible: true })).toHaveCount(0)

  await page.getByText('What if the weights were different?').click()
  const slider = page.getByRole('slider').first()
  const before = await slider.inputValue()
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveValue('0')
  await expect(page.getByRole('table', { name: 'Scores under the weights tried' })).toBeVisible()
  await expect(page).toHaveURL(/[?&]w=[^&]+%3A0/)
  const typed = page.getByRole('spinbutton').nth(1)
  await typed.fill('33')
  await expect(page).toHaveURL(/%3A33/)
  await page.reload()
  await expect(typed).toHaveValue('33')
  await expect(slider).toHaveValue('0')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Back to the panel’s weights' }).click()
  await expect(slider).toHaveValue(before)
  await expect(page).not.toHaveURL(/[?&]w=/)
})

test('a manager sorts, filters and shapes the comparison, and finds it so again', async ({
  page,
  server,
  round,
  openAs,
}) => {
  fillDebated(server, round)
  await openAs(round.manager.id, paths.comparison(round.panelId))
  const names = page.getByRole('rowheader')

  await page.getByRole('button', { name: /^Candidate/ }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(names.first()).toContainText('Candidate 1')

  await page.getByRole('button', { name: /^Columns/ }).click()
  await page.getByRole('checkbox', { name: 'Votes' }).click()
  await expect(page).toHaveURL(/hide=votes/)
  const last = round.snapshot.competencies.at(-1)?.name ?? ''
  await page.getByRole('button', { name: `Pin ${last}` }).click()
  await expect(page).toHaveURL(/pin=/)
  const later = page.getByRole('button', { name: 'Move All competencies later' })
  await later.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/cols=/)
  await expect(later).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader').nth(1)).toContainText(last)

  await page.getByRole('link', { name: /^Disagreement/ }).click()
  await expect(names).toHaveCount(1)
  await page.reload()
  await expect(names).toHaveCount(1)
  await expect(page.getByRole('columnheader').nth(1)).toContainText(last)
  await expect(page.getByRole('columnheader', { name: /Votes/ })).toHaveCount(0)
  await expectAccessible(page)
})

test('a manager keeps two candidates on top, sets them side by side and reads the evidence', async ({
  page,
  server,
  round,
  openAs,
}) => {
  fillDebated(server, round)
  await openAs(round.manager.id, paths.comparison(round.panelId))
  await page.getByRole('link', { name: /^Disagreement/ }).click()
  await page.getByRole('link', { name: /^Keep on top.*Candidate 1/ }).click()
  await page.getByRole('link', { name: /^Disagreement/ }).click()
  await expect(page.getByText('The others')).toBeVisible()
  await page.getByRole('link', { name: /^Keep on top.*Candidate 2/ }).click()
  await page.getByRole('link', { name: 'Side by side (2)' }).click()
  await expect(page.getByRole('status').filter({ hasText: /questions$/ })).toBeVisible()
  await page.keyboard.press('j')
  const competencies = page.locator('[data-competency]')
  await expect(competencies.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(competencies.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(competencies.first()).toBeFocused()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Only where they differ' }).click()
  await expect(page).toHaveURL(/only=different/)
  await page.setViewportSize({ width: 320, height: 700 })
  await expect(page.getByRole('heading', { level: 4, name: 'Candidate 2 Testname' }).first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: 'Comparison', exact: true }).click()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^comparison-.*\.csv$/)

  await page.getByRole('link', { name: 'Candidate 1 Testname', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Candidate 1 Testname' })).toBeVisible()
  await expect(page.getByText('Kept the key beside the order').first()).toBeVisible()
  await expectAccessible(page)
})

test('the pictures of a comparison and of calibration give their figures to a keyboard, on a phone and in the dark', async ({
  page,
  server,
  round,
  openAs,
}) => {
  fillRound(server.db, round, { now: Date.now() - 600_000, levelOf: (who) => (who === 0 ? 4 : 2) })
  await openAs(round.manager.id, paths.comparison(round.panelId))
  await page.getByRole('link', { name: 'Plots' }).click()
  await expect(page.getByRole('img', { name: /^Scores of 2 candidates/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByText('The figures').first().focus()
  await page.keyboard.press('Enter')
  const figures = page.getByRole('region', { name: /^Scores and how sure they are/ })
  await expect(figures.getByRole('rowheader', { name: 'Candidate 1 Testname' })).toBeVisible()

  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 700 })
  await expect(page.getByRole('img', { name: /^Raw scores/ })).toBeVisible()
  await expectAccessible(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)

  await openAs(round.manager.id, paths.calibration({ period: 'all' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Calibration' })).toBeVisible()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expectAccessible(page)
})
