import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import { fetchForm } from '#tests/support/bring-forms.ts'
import { pickCard } from '#tests/support/cards.ts'
import { fillWithPdfLib } from '#tests/support/fill-form.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'

test('a form that was filled offline is looked at, a choice is made, and the card goes on from there', async ({
  page,
  server,
  round,
  openAs,
}) => {
  test.slow()
  const card = pickCard(round, 0)
  const id = card.interview.questions[0]?.questionId ?? ''
  const blank = await fetchForm(server, paths.formPdf(card.cardId), card.person.id)
  const filled = await fillWithPdfLib(blank, {
    [`rating:${id}`]: '3',
    [`evidence:${id}`]: 'Said in the train: Łódź first.',
    recommendation: 'yes',
  })
  const json = {
    operations: [
      {
        opId: crypto.randomUUID(),
        scorecardId: card.cardId,
        field: `evidence:${id}`,
        base: 0,
        value: 'Said online.',
      },
    ],
  }
  await server.request(paths.operations(), { as: card.person.id, json })

  await openAs(card.person.id, paths.importForms())
  await expectAccessible(page)
  await page.getByLabel('Filled forms').setInputFiles([
    { name: 'mine.pdf', mimeType: 'application/pdf', buffer: Buffer.from(filled) },
    { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no form') },
  ])
  await page.getByRole('button', { name: 'See what they change' }).click()
  await expect(page.getByText('One scorecard would change. One file is not taken.')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await page.getByLabel('Both, one after the other').check()
  await page.getByRole('button', { name: 'Bring this form back' }).click()
  await page.getByRole('link', { name: 'Check and submit' }).click()
  await expect(page.getByText('Question 1 of')).toBeVisible()

  const fields = listFields(server.db, [card.cardId]).get(card.cardId) ?? {}
  expect(fields[`evidence:${id}`]?.value).toBe('Said online.\n\nSaid in the train: Łódź first.')
  expect(fields[`rating:${id}`]?.value).toEqual({ state: 'rated', level: 3 })
})
