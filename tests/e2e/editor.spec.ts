import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })
const missing = (page: Page) => page.getByRole('complementary', { name: 'Beside the form' })

/** Writes a whole question into the open editor, the way a person would. */
async function writeQuestion(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  await page
    .getByRole('textbox', { name: 'Prompt' })
    .fill('Which alarm woke you last, and what did you do first?')
  await page
    .getByRole('textbox', { name: 'What employers look for' })
    .fill('Whether harm is stopped before causes are sought.')
  await page.getByRole('radio', { name: 'Behavioural' }).check()
  await page.getByRole('radio', { name: 'Medium' }).check()
  await page.getByLabel('Minutes').fill('10')
  await page.getByRole('combobox', { name: 'Rated competency' }).selectOption({ index: 1 })
  await page.getByRole('group', { name: 'Roles' }).getByRole('checkbox').first().check()
  await page.getByRole('textbox', { name: 'Probe 1' }).fill('Who else was awake?')
  await page.getByRole('textbox', { name: 'Probe 2' }).fill('What did you leave for the morning?')
  for (const part of ['Situation', 'Task', 'Action', 'Result'])
    await page.getByRole('textbox', { name: part, exact: true }).fill(`What was the ${part.toLowerCase()}?`)
  for (const level of ['1 Poor', '2 Mixed', '3 Good', '4 Excellent'])
    await page.getByRole('textbox', { name: level }).fill(`What an answer of ${level} is like.`)
  for (const side of ['Strong', 'Weak'])
    for (const number of [1, 2, 3])
      await page.getByRole('textbox', { name: `${side} signal ${number}` }).fill(`${side} sign ${number}`)
  await page.getByRole('textbox', { name: 'Ask next' }).fill('And if nobody had answered?')
  await page.getByRole('textbox', { name: 'Do not infer' }).fill('Nothing from never having been on call.')
}

test('a question grows from nothing to the bank, is edited, compared, archived and brought back', async ({
  page,
  round,
  openAs,
}) => {
  test.slow()
  await openAs(round.manager.id, paths.questions())
  await page.getByRole('link', { name: 'New question' }).click()
  await expectAccessible(page)
  await expect(page.getByRole('textbox', { name: 'Situation' })).toBeHidden()

  await page.getByRole('textbox', { name: 'Title' }).fill('The alarm at night')
  await expect(missing(page).getByRole('link', { name: 'Write the title.' })).toHaveCount(0)
  await missing(page).getByRole('link', { name: 'Write the prompt.' }).click()
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toBeFocused()
  await page.keyboard.press('Control+s')
  await expect(page).toHaveURL(/\/questions\/drafts\//)
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

  await page.getByRole('button', { name: 'Put into the bank' }).click()
  await expect(page.getByRole('alert')).toContainText('Write the prompt.')
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)

  await writeQuestion(page, 'The alarm at night')
  await expect(missing(page).getByText('Nothing. It can go into the bank.')).toBeVisible()
  await expect(
    page.getByRole('heading', { level: 2, name: 'Which alarm woke you last, and what did you do first?' }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Put into the bank' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The alarm at night' })).toBeVisible()
  await expect(notices(page)).toContainText('Put into the bank.')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Ask next' }).fill('And if somebody had answered?')
  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(notices(page)).toContainText('Saved as version 2.')
  await page.getByRole('link', { name: 'Version 2' }).click()
  await expect(page.locator('del')).toContainText('nobody')
  await expect(page.locator('ins')).toContainText('somebody')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make version 1 current again' }).click()
  await expect(page.getByText('And if nobody had answered?')).toBeVisible()

  await page.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText(/^Archived by Mina Leader/)).toBeVisible()
  await expectAccessible(page)
  await notices(page).getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('Brought back.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Archive' })).toBeVisible()
})

test('words that were not saved outlive another page and a reload, and are let go once saved', async ({
  page,
  round,
  server,
  openAs,
}) => {
  await openAs(round.manager.id, paths.newQuestion())
  await page.getByRole('textbox', { name: 'Title' }).fill('Half a')
  await expect(page.getByText('Kept in this tab only, not saved yet')).toBeVisible()
  await page.getByRole('link', { name: 'Roles' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Roles' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a')
  await expect(page.getByText('What you typed before is back')).toBeVisible()
  await page.getByRole('textbox', { name: 'Title' }).fill('Half a thought more')
  await expect(page.getByText('Kept in this tab only, not saved yet')).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a thought more')

  await page.getByRole('button', { name: 'Save as draft' }).click()
  await expect(page).toHaveURL(/\/questions\/drafts\//)
  await page.goto(server.url + paths.newQuestion())
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('')
})

test('words that were not saved are asked about at sign-out, which throws them away, and reach nobody else', async ({
  page,
  round,
  openAs,
}) => {
  const title = page.getByRole('textbox', { name: 'Title' })
  const dialog = page.getByRole('alertdialog', { name: 'A form is not saved yet' })
  const signOut = page.getByRole('button', { name: 'Sign out' }).first()
  const keptHere = () => page.evaluate(() => JSON.stringify(sessionStorage).includes('Nobody else reads'))
  page.on('dialog', (question) => void question.accept())
  await openAs(round.manager.id, paths.newQuestion())
  const isChecked = page.waitForResponse((response) => response.url().endsWith(paths.checkDraft()))
  await title.fill('Nobody else reads this')
  await expect.poll(keptHere).toBe(true)
  // What is on its way would arrive under the next person's name, and be refused.
  await isChecked
  // The sign-in ends without a sign-out, and somebody else signs in here.
  await openAs(round.coordinator.id, paths.home())
  await openAs(round.administrator.id, paths.newQuestion())
  await expect(title).toHaveValue('')
  await openAs(round.manager.id, paths.newQuestion())
  await expect(title).toHaveValue('Nobody else reads this')

  await signOut.click()
  await expect(dialog).toContainText('signing out throws it away')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(title).toHaveValue('Nobody else reads this')
  await signOut.click()
  await dialog.getByRole('button', { name: 'Throw it away and sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await keptHere()).toBe(false)
})

test('drafts are listed, thrown away and taken back', async ({ page, round, openAs }) => {
  await openAs(round.manager.id, paths.drafts())
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Throw away “Half a thought”' }).click()
  await expect(page.getByRole('heading', { name: 'No draft' })).toBeVisible()
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Half a thought' })).toBeVisible()
})
