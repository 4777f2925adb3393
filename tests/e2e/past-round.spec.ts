import { expect, expectAccessible, test } from '#tests/support/journey.ts'

const levels: Readonly<Record<string, readonly number[]>> = {
  'Ada Noor': [4, 4, 3],
  'Ben Falk': [3, 3, 2],
  'Cleo Marsh': [2, 2, 1],
  'Dov Sela': [2, 1, 1],
  'Ema Lindt': [4, 3, 3],
  'Fay Orr': [1, 2, 1],
}
const interviewers = ['Gil Strict', 'Hana Mild', 'Ian Even']
const file = [
  'Candidate;Interviewer;API design;Data mapping;Troubleshooting',
  ...Object.entries(levels).flatMap(([candidate, own]) =>
    interviewers.map((interviewer, i) =>
      [candidate, interviewer, ...own.map((level) => (i === 0 ? Math.max(1, level - 1) : level))].join(';'),
    ),
  ),
].join('\n')

test('a manager imports a wide file, settles what it leaves open, and reads tiers and how strictly it was rated', async ({
  page,
  round,
  openAs,
}) => {
  test.slow()
  await openAs(round.manager.id, '/panels')
  await page.getByRole('link', { name: 'Past rounds' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Import ratings' }).click()
  await page.getByLabel('File of ratings').setInputFiles({
    name: 'Last spring.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file.replace('Ada Noor;Gil Strict;3', 'Ada Noor;Gil Strict;n.b.')),
  })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Look at the ratings' }).click()
  await expect(page.getByText('in row 2, in column C (API design)')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import \d+ ratings$/ })).toBeHidden()
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'Scale', exact: true }).selectOption('four-point')
  await page.getByLabel('What “n.b.” means').selectOption({ label: 'No rating' })
  await page.getByRole('button', { name: 'Look again' }).click()
  await page.getByRole('button', { name: 'Import 53 ratings' }).click()
  await expect(page.getByText('The round is imported.')).toBeVisible()
  await expect(page.getByText('Past round, read only').first()).toBeVisible()
  await expect(page.getByText('Tier 1:').first()).toBeVisible()
  await expect(page.getByRole('rowheader', { name: /Ada Noor/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Last spring' }).click()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Calibration' }).last().click()
  await expect(page.getByRole('region', { name: 'Interviewers, by name' })).toContainText(
    /Gil Strict.*stricter/s,
  )
  await expectAccessible(page)
})
