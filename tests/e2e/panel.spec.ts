import { paths } from '#app/paths.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('a manager assembles a panel from the recommended one, adds, reorders by keyboard and publishes', async ({
  page,
  round,
  openAs,
}) => {
  test.slow()
  await openAs(round.manager.id, paths.panels())
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New panel' }).click()
  await page.getByLabel('Name').fill('Harbour programme')
  await page
    .getByRole('combobox', { name: 'Role', exact: true })
    .selectOption({ label: 'Integration architect' })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the panel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour programme' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Add to D' }).click()
  const bank = page.getByRole('complementary', { name: 'Question bank' })
  await bank.getByLabel('Search the bank').fill('queue')
  await expect(page).toHaveURL(/q=queue/)
  await expectAccessible(page)
  const add = bank.getByRole('button', { name: /^Add “A queue that only grows” to D/ })
  await add.focus()
  await page.keyboard.press('Enter')
  const last = page.getByRole('grid', { name: /^Questions of D/ })
  await expect(last.getByRole('row', { name: 'A queue that only grows' })).toBeVisible()
  await expect(bank.getByRole('button', { name: /^Add “A queue that only grows”/ })).toHaveCount(0)

  const list = page.getByRole('grid', { name: /^Questions of A/ })
  const firstTitle = (await list.getByRole('row').first().getAttribute('aria-label')) ?? ''
  const menu = list.getByLabel(`Move, swap, pin or remove “${firstTitle}”`)
  await menu.focus()
  await page.keyboard.press('Enter')
  await list.getByRole('button', { name: 'Move down' }).focus()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('row').nth(1)).toHaveAttribute('aria-label', firstTitle)

  const dragged = list.getByRole('row').first()
  const draggedTitle = (await dragged.getAttribute('aria-label')) ?? ''
  const handle = dragged.getByRole('button', { name: /^Drag/ })
  // Entering the list first lands on the row focused last, and from there on the handle.
  await expect(async () => {
    await handle.focus()
    await expect(handle).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Enter')
  // Where the drop begins depends on the row focused last: the arrow key goes round until the wanted place.
  const place = page.getByRole('button', { name: `Insert between ${firstTitle} and` })
  await expect(place).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(place).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('row').nth(1)).toHaveAttribute('aria-label', draggedTitle)

  await list.getByLabel(`Move, swap, pin or remove “${draggedTitle}”`).click()
  await list.getByRole('button', { name: 'Remove from the panel' }).click()
  await expect(list.getByRole('row', { name: draggedTitle })).toHaveCount(0)
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('row', { name: draggedTitle })).toBeVisible()

  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices.getByText(`Undone: removed “${draggedTitle}”`)).toBeVisible()
  // In a text field the keys are those of the field.
  await bank.getByLabel('Search the bank').press('ControlOrMeta+z')
  await page.getByRole('link', { name: 'Suggest a plan' }).focus()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(notices.getByText(`Done again: removed “${draggedTitle}”`)).toBeVisible()
  await expect(list.getByRole('row', { name: draggedTitle })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list.getByRole('row', { name: draggedTitle })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+y')
  await expect(list.getByRole('row', { name: draggedTitle })).toHaveCount(0)
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('row', { name: draggedTitle })).toBeVisible()

  await page.getByRole('link', { name: 'Suggest a plan' }).click()
  await expect(page.getByText('Proven: no plan of this bank is worth more')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Start over' }).click()
  await expect(page.getByText('The best plan of the whole bank')).toBeVisible()
  await page.getByRole('button', { name: 'Take this plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Harbour programme' })).toBeVisible()
  await page.getByTitle(/^Undo: took the proposed plan/).click()
  await expect(page.getByTitle(/^Redo: took the proposed plan/)).toBeVisible()
  await expect(list.getByRole('row', { name: draggedTitle })).toBeVisible()

  await page.getByRole('link', { name: 'Publish' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByText('Published, version 1')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Form B' }).click()
  await expect(page.getByText('This panel has one form')).toBeVisible()
  await page.getByRole('button', { name: 'Make form B' }).click()
  await expect(page.getByRole('heading', { name: 'What differs' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Publish' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish version 2' }).click()
  await expect(page.getByText('Published, version 2')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Print' }).click()
  await expect(page.getByRole('link', { name: /^Kit, All interviews/ })).toBeVisible()
  await expectAccessible(page)
})
