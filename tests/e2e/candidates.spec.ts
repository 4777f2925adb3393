import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('a coordinator imports candidates, plans a loop, moves a session and cancels it with a way back', async ({
  page,
  round,
  openAs,
}) => {
  await openAs(round.coordinator.id, '/candidates')
  await expect(page.getByRole('heading', { name: 'Candidates' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Import' }).click()
  await page.getByLabel('CSV file').setInputFiles({
    name: 'candidates.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;E-mail\nNadia Rahman;nadia@example.org\nBroken;not an address\n'),
  })
  await page.getByLabel('Put them on a panel').selectOption({ index: 1 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Look at the file' }).click()
  await expect(page.getByRole('heading', { name: 'What the import will do' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Lines of the file' })).toContainText('not an e-mail address')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add 1 candidate' }).click()
  await expect(page.getByText('1 candidate added.')).toBeVisible()

  await page.getByRole('link', { name: 'Nadia Rahman' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Plan the interviews' }).click()
  await expect(page.getByRole('heading', { name: 'Plan the interviews' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Day').fill('2031-03-04')
  await page.getByRole('button', { name: /^Plan \d interviews$/ }).click()
  await expect(page.getByText('The interviews are planned.')).toBeVisible()
  await expectAccessible(page)

  const first = round.snapshot.interviews[0]
  await page.getByRole('link', { name: `${first?.letter} ${first?.focus}` }).click()
  await page.getByLabel('Start').fill('16:30')
  await page.getByRole('button', { name: 'Move it' }).click()
  await expect(page.getByText('Tue 4 Mar 2031 16:30').first()).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByText('This session is cancelled.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('This session is cancelled.')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Cancel the session' })).toBeVisible()
})

test('a manager withdraws a candidate and takes it back, then erases them by typing the name', async ({
  page,
  round,
  openAs,
}) => {
  const candidate = round.candidates[0]
  await openAs(round.manager.id, `/candidates/${candidate?.id}`)
  await page.getByRole('button', { name: 'Withdraw from this panel' }).click()
  await expect(page.getByRole('button', { name: 'Restore to this panel' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Withdraw from this panel' })).toBeVisible()

  await page.getByText('Erase this candidate').click()
  await page.getByLabel(`Type ${candidate?.name} to go on`).fill(candidate?.name ?? '')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('heading', { name: /^Candidate \w+$/ })).toBeVisible()
  await expect(page.getByText(candidate?.name ?? 'the name')).toHaveCount(0)
})
