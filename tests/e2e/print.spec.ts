import { paths } from '#app/paths.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('an interviewer looks at the kit, chooses how it is printed, and finds the choice again', async ({
  page,
  round,
  openAs,
}) => {
  const [candidate] = round.candidates
  const [session] = candidate?.sessions ?? []
  const [person] = round.interviewers
  if (!candidate || !session || !person) throw new Error('the round is empty')
  await openAs(person.id, paths.session(session.id))
  await page.getByRole('link', { name: 'Kit', exact: true }).click()
  const first = page.getByRole('region', { name: /^Page 1 of \d+$/ })
  // The words of the page are text that can be read out, not only a picture.
  await expect(first.getByText('Interview kit')).toBeVisible()
  await expect(first.getByText(candidate.name, { exact: true })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Next page' }).press('Enter')
  await expect(page.getByRole('region', { name: /^Page 2 of/ })).toBeVisible()
  await page.getByRole('combobox', { name: /^Page/ }).selectOption('1')
  await expect(first).toBeVisible()

  await page.getByRole('radio', { name: 'Code only' }).check()
  await expect(first.getByText(`Candidate ${candidate.code}`, { exact: true })).toBeVisible()
  await expect(first.getByText(candidate.name, { exact: true })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Clear, 12 point' }).check()
  await expect(page).toHaveURL(/size=clear/)
  await expect(first.getByText('Interview kit')).toBeVisible()
  const file = page.getByRole('link', { name: 'Download', exact: true })
  await expect(file).toHaveAttribute('href', /size=clear.*blind=1/)
  const download = page.waitForEvent('download')
  await file.click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)

  await openAs(person.id, paths.print('kit', session.id))
  await expect(page.getByRole('radio', { name: 'Clear, 12 point' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Code only' })).toBeChecked()

  await openAs(person.id, paths.printPanel(round.panelId))
  const said = page.getByRole('status').filter({ hasText: 'documents' })
  await expect(said).toHaveText(/^2 documents, \d+ pages\.$/)
  await page.getByRole('checkbox', { name: /^Blank scorecards/ }).check()
  await expect(said).toHaveText(/^4 documents, \d+ pages\.$/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Download as zip' }).click()
  const zip = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save the zip' }).click()
  expect((await zip).suggestedFilename()).toMatch(/^Packet .*\.zip$/)
})

test.describe('on a small phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme: 'dark' })

  test('the page fits the width, can be enlarged, and nothing sticks out', async ({
    page,
    round,
    openAs,
  }) => {
    await openAs(round.manager.id, paths.print('panel-kits', round.panelId))
    const shown = page.getByRole('region', { name: /^Page 1 of/ })
    await expect(shown.getByText('Interview kit')).toBeVisible()
    const widthOf = () => shown.locator('canvas').evaluate((canvas) => canvas.getBoundingClientRect().width)
    const fitted = await widthOf()
    expect(fitted).toBeLessThanOrEqual(320)
    expect(fitted).toBeGreaterThan(250)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Larger' }).tap()
    await expect.poll(widthOf).toBeCloseTo(fitted * 1.5, -1)
    await page.getByRole('button', { name: 'Fit width' }).tap()
    await expect.poll(widthOf).toBeCloseTo(fitted, -1)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the choices are a form, and the file is a link', async ({ page, round, openAs }) => {
    await openAs(round.manager.id, paths.print('panel-kits', round.panelId))
    await page.getByText('Letter', { exact: true }).click()
    await page.getByRole('button', { name: 'Use these' }).click()
    const file = page.getByRole('link', { name: 'Download', exact: true })
    await expect(file).toHaveAttribute('href', /paper=letter/)
    await expect(page.getByText('Download and Print need none.')).toBeVisible()
    expect(
      (await page.request.get(new URL((await file.getAttribute('href')) ?? '', page.url()).href)).status(),
    ).toBe(200)
  })
})
