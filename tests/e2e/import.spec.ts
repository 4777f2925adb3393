import { shippedRubrics } from '#tests/support/rubrics.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

const known = shippedRubrics().questions[0]
const document = `Questions for drivers

Question 1
Difficulty: easy
How do you check a tram before the first stop?
Sample answer
I walk once around it and look at the brakes.
Question 2
Difficulty: hard
${known?.prompt ?? ''}
Sample answer
I would ask the control room.
Question 3
Difficulty: spicy
Tell me about a day when nothing ran on time.
Sample answer
We had ice on the wires.

What would you like to ask us?`

const file = { name: 'drivers.txt', mimeType: 'text/plain', buffer: Buffer.from(document) }

test('a manager imports a document, corrects what was understood, and takes the import back', async ({
  page,
  round,
  openAs,
}) => {
  await openAs(round.manager.id, '/questions')
  await page.getByRole('link', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { name: 'Import questions' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'See what it holds' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose a file that is not empty')
  await page.getByLabel('File').setInputFiles({ ...file, buffer: Buffer.alloc(6_000_000, 'a') })
  await page.getByRole('button', { name: 'See what it holds' }).click()
  await expect(page.getByLabel('File')).toHaveJSProperty(
    'validationMessage',
    'This file is larger than 5 MB. Choose a smaller one, or a part of it.',
  )
  await page.getByLabel('File').setInputFiles(file)
  await page.getByRole('button', { name: 'See what it holds' }).click()
  await expect(page.getByRole('heading', { name: 'Questions with labelled parts' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import 2 questions' })).toBeVisible()
  await expectAccessible(page)

  const first = page.getByRole('group', { name: 'Question 1' })
  await expect(first.getByLabel('Difficulty')).toHaveValue('easy')
  await first.getByRole('textbox', { name: 'Question' }).fill('How do you check a night tram?')
  const second = page.getByRole('group', { name: 'Question 2' })
  await expect(second.getByRole('checkbox')).not.toBeChecked()
  await expect(second.getByRole('link', { name: known?.title ?? '' })).toBeVisible()
  const third = page.getByRole('group', { name: 'Question 3' })
  await expect(third).toContainText('“spicy” is none of easy, medium and hard')
  await third.getByLabel('Difficulty').selectOption('Hard')

  await page.getByText('Make it a question').last().click()
  await page.getByRole('checkbox', { name: 'Take this one' }).last().check()
  await expect(page.getByRole('button', { name: 'Import 3 questions' })).toBeVisible()
  await page.getByLabel('Name of this import').fill('')
  await page.getByRole('button', { name: 'Import 3 questions' }).click()
  await expect(page.getByRole('alert')).toContainText('Give the import a name.')
  await expect(first.getByRole('textbox', { name: 'Question' })).toHaveValue('How do you check a night tram?')
  await page.getByLabel('Name of this import').fill('Questions for drivers')
  await page.getByRole('button', { name: 'Import 3 questions' }).click()

  await expect(page.getByRole('heading', { name: 'Questions for drivers' })).toBeVisible()
  await expect(page.getByText('The questions are imported.')).toBeVisible()
  await expect(page.getByText('3 of 3 to finish')).toBeVisible()
  await expect(page.getByRole('link', { name: 'How do you check a night tram?' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('Nothing: all of it is gone.')).toBeVisible()
  await page.getByRole('link', { name: 'Imports' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Questions for drivers' })).toContainText(
    'Undone',
  )
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 }, colorScheme: 'dark' })

  test('an interviewer imports a pasted list on a phone', async ({ page, round, openAs }) => {
    await openAs(round.interviewers[0]?.id ?? '', '/questions/import')
    await page.getByLabel('Or paste a text').fill('- Where do you park a tram?\n- Why do you want to drive?')
    await page.getByRole('button', { name: 'See what it holds' }).click()
    await page.getByRole('checkbox', { name: 'Take question 1' }).uncheck()
    const width = await page.locator('html').evaluate((html) => html.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
    await page.getByRole('button', { name: 'Import what is ticked' }).click()
    await expect(page.getByText('1 of 1 to finish')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Why do you want to drive?' })).toBeVisible()
  })
})
