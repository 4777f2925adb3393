import { paths } from '#app/paths.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('a manager writes a competency, weighs it in a role, edits, compares, archives and takes that back', async ({
  page,
  round,
  openAs,
}) => {
  test.slow()
  const field = (name: string) => page.locator(`[name="${name}"]`)
  await openAs(round.manager.id, paths.roles())
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Competencies' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'New competency' }).click()
  await page.getByRole('button', { name: 'Save the competency' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Name').fill('Cost awareness')
  await page.getByLabel('Definition').fill('Knows what a choice costs to run, and says so before it is made.')
  await page.getByLabel('Line 1').fill('Names the dearest part')
  await page.getByLabel('Line 2').fill('Compares by the month')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Cost awareness' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Roles', exact: true }).first().click()
  await page.getByRole('link', { name: 'New role' }).click()
  await expectAccessible(page)
  await page.getByLabel('Name').fill('Platform engineer')
  await page.getByLabel('Summary').fill('Runs what the others build on.')
  await field('competencies.0.competency').selectOption({ label: 'Cost awareness' })
  await field('competencies.1.competency').selectOption({ label: 'Reliability and recovery' })
  await field('competencies.1.gate').fill('2.5')
  await field('competencies.0.weight').fill('30')
  await expect(page.getByText('The weights add up to 30: 70 short of 100.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Take competency 3 out' }).click()
  await page.getByRole('button', { name: 'Spread the rest evenly' }).click()
  await expect(field('competencies.1.weight')).toHaveValue('70')
  const down = page.getByRole('button', { name: 'Move Cost awareness down' })
  await down.focus()
  await page.keyboard.press('Enter')
  await expect(field('competencies.1.competency')).toHaveValue('cost-awareness')
  await expect(page.getByRole('button', { name: 'Move Cost awareness up' })).toBeFocused()
  await field('competencies.0.reason').fill('What stops here stops everywhere.')
  await field('competencies.1.reason').fill('Nobody else sees the whole bill.')
  await field('interviews.0.focus').fill('When it breaks')
  await page.getByRole('checkbox', { name: 'Reliability and recovery' }).check()
  await page.getByLabel('Find a question for A').fill('outage')
  await page.getByRole('button', { name: /^Add “An outage from start to end” to A/ }).click()
  await expect(page.getByText('12 of 60 min', { exact: true })).toBeVisible()
  await expect(page.getByText('Rated in A only: it needs two interviews')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the role' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Platform engineer' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Assemble a panel' }).click()
  await expect(page.getByRole('combobox', { name: 'Role', exact: true })).toHaveValue('platform-engineer')
  await page.goBack()

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('button', { name: /^Take “An outage from start to end” out/ }).click()
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /^Take “An outage from start to end” out/ })).toBeVisible()
  await page.getByLabel('Summary').fill('Runs what all the others build on.')
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect(page.getByText('Runs what all the others build on.')).toBeVisible()
  await page.getByRole('link', { name: 'Version 2' }).click()
  await expect(page.getByRole('insertion')).toContainText('all')
  await expectAccessible(page)
  await page.goBack()

  await page.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText(/^Archived by Mina Leader/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Archive' })).toBeVisible()
})

test('two people edit one competency: the second sees both and keeps their own', async ({
  page,
  round,
  openAs,
  server,
}) => {
  const at = paths.editCompetency('reliability')
  await openAs(round.manager.id, at)
  await page.getByLabel('Definition').fill('Keeps going when the neighbours do not.')
  const theirs = { name: 'Reliability', definition: 'Stays up.', 'looksLike.0': 'One', 'looksLike.1': 'Two' }
  const form = { ...theirs, 'looksLike.0': 'Says one', 'looksLike.1': 'Says two', base: '1' }
  expect((await server.request(at, { as: round.administrator.id, form })).status).toBe(302)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Two versions, choose' })).toBeVisible()
  await expectAccessible(page)
  // Enter in a field is no decision about the other version.
  await page.getByLabel('Name').press('Enter')
  await expect(page.getByRole('heading', { name: 'Two versions, choose' })).toBeVisible()
  await page.getByRole('button', { name: 'Save mine as version 3' }).click()
  await expect(page.getByRole('link', { name: 'Version 3' })).toBeVisible()
  await expect(page.getByText('Keeps going when the neighbours do not.')).toBeVisible()
})
