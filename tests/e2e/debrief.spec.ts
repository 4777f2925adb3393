import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { fillRound } from '#tests/support/comparison-round.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { readPdf } from '#tests/support/read-pdf.ts'

/** The text of the PDF that is downloaded from the page that a link leads to; ends on the page of the link. */
async function readPdfBehind(page: Page, link: Locator): Promise<string> {
  await link.click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download', exact: true }).click()
  const bytes = await readFile(await (await download).path())
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF')
  await page.goBack()
  return (await readPdf(new Uint8Array(bytes))).pages.join(' ')
}

test('a manager goes from the comparison to the files of the debrief and a candidate’s loop', async ({
  page,
  server,
  round,
  openAs,
}) => {
  // The first candidate splits every pair of interviewers, the second none.
  fillRound(server.db, round, {
    now: Date.now() - 600_000,
    text: 'Named the order of the messages',
    levelOf: (who, card) => (who === 0 ? (card % 2 ? 4 : 1) : 3),
  })
  const names = round.candidates.map((candidate) => candidate.name)
  const [name = ''] = names

  await openAs(round.manager.id, paths.home())
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Comparison' })).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(2)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  for (const each of names) expect(csv).toContain(each)
  for (const competency of round.snapshot.competencies) expect(csv).toContain(competency.name)
  expect(csv).not.toContain('Private: ')

  const debrief = await readPdfBehind(page, page.getByRole('link', { name: 'Debrief PDF' }))
  for (const each of names) expect(debrief).toContain(each)
  expect(debrief).toMatch(new RegExp(`To talk about.*${name}: .*3 levels apart`))
  expect(debrief).toContain('Named the order of the messages')
  for (const person of round.interviewers.slice(0, 2)) expect(debrief).toContain(person.name)
  expect(debrief).not.toContain('Private: ')

  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Named the order of the messages').first()).toBeVisible()
  await page.getByRole('link', { name: 'Candidate’s details' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectAccessible(page)

  const loop = await readPdfBehind(page, page.getByRole('link', { name: 'Print the whole loop' }))
  for (const interview of round.snapshot.interviews) expect(loop).toContain(interview.focus)
  expect(loop).toContain(name)
})
