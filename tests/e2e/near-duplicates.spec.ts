import { expect } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expectAccessible, test } from '#tests/support/journey.ts'
import { addTwin } from '#tests/support/twin.ts'

test('a manager finds two questions alike, says so, and a panel that asks both is warned', async ({
  page,
  server,
  round,
  openAs,
}) => {
  const asked = round.snapshot.interviews[0]?.questions[0]?.content
  if (!asked) throw new Error('a round has questions')
  const twin = addTwin(server.db, asked, { id: 'a-jar-of-plums', title: 'A jar of plums' })
  const both = `“${twin.title}” and “${asked.title}”`

  await openAs(round.manager.id, paths.nearDuplicates())
  const alike = page.getByRole('region', { name: 'They look alike' })
  await expectAccessible(page)
  const before = await alike.getByRole('listitem').count()
  await alike.getByRole('button', { name: `They ask the same: ${both}` }).click()
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices.getByText('Noted: the two ask the same.')).toBeVisible()
  const same = page.getByRole('region', { name: 'They ask the same' })
  await expect(same.getByRole('link', { name: asked.title })).toBeVisible()
  await expect(alike.getByRole('listitem')).toHaveCount(before - 1)
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect(same).toHaveCount(0)
  await expect(alike.getByRole('listitem')).toHaveCount(before)

  await page.goto(page.url().replace(/\/questions.*/, paths.question(asked.id)))
  const section = page.getByRole('region', { name: 'Asks nearly the same' })
  await section.getByRole('button', { name: /^They ask the same:.*A jar of plums/ }).press('Enter')
  await expect(section.getByText('Asks the same', { exact: true })).toBeVisible()
  await expectAccessible(page)

  await openAs(round.manager.id, paths.editPanel(round.panelId))
  await page.getByRole('link', { name: 'Add to D' }).click()
  const bank = page.getByRole('complementary', { name: 'Question bank' })
  await expect(bank.getByText(`Asks the same as “${asked.title}” in A`)).toBeVisible()
  await bank.getByRole('button', { name: /^Add “A jar of plums”/ }).click()
  await expect(
    page.getByText(/“A jar of plums”.* ask the same thing: the candidate would be rated twice/),
  ).toBeVisible()
})
