import { paths } from '#app/paths.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { roundStartMs } from '#tests/support/round.ts'
import { addToSession } from '#tests/support/shadow.ts'

const now = roundStartMs + 100 * 3_600_000

test('a shadow is seated, unseated and seated again, and learns from the interviewers after handing in', async ({
  page,
  server,
  round,
  openAs,
}) => {
  server.clock.now = now
  const interviewer = pickCard(round, 0)
  const trainee = addToSession(server.db, round, { of: 0, seat: 'interviewer' })
  const { name } = trainee.person
  await openAs(round.coordinator.id, paths.session(trainee.sessionId))
  await expect(page.getByText('0 of 3', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: `Make shadow: ${name}` }).click()
  await expect(page.getByText(`${name} is a shadow here`)).toBeVisible()
  await expect(page.getByText('0 of 2', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('0 of 3', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: `Make shadow: ${name}` }).click()
  await expect(page.getByText('0 of 2', { exact: true })).toBeVisible()
  await expectAccessible(page)

  fillCard(server.db, interviewer, { now: now - 600_000, level: 4 })
  const application = paths.application(round.candidates[0]?.applicationId ?? '')
  const beside = page.getByRole('heading', { name: /^Your shadow scorecard beside/ })
  await openAs(trainee.person.id, application)
  await expect(page.getByText('your scorecard is due')).toBeVisible()
  await expect(beside).toHaveCount(0)
  await openAs(trainee.person.id, paths.scorecard(trainee.cardId))
  await expect(page.getByText('Shadow').first()).toBeVisible()

  fillCard(server.db, trainee, { now, level: 1 })
  server.clock.now = now + 60_000
  await openAs(trainee.person.id, application)
  await expect(beside).toBeVisible()
  await expect(page.getByText('3 levels apart').first()).toBeVisible()
  await expectAccessible(page)
})

test('an organiser sees who is late, filters, and copies a reminder; the interviewer sees it on Home', async ({
  page,
  context,
  server,
  round,
  openAs,
}) => {
  server.clock.now = now
  const { person, cardId } = pickCard(round, 0)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openAs(round.coordinator.id, paths.home())
  await page.getByRole('link', { name: 'Scorecards due' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Scorecards due' })).toBeVisible()
  await page.getByRole('link', { name: /^Due today/ }).click()
  await expect(page.getByRole('heading', { name: 'No scorecard fits' })).toBeVisible()
  await page.getByRole('link', { name: /^Late/ }).click()
  await expect(page.getByRole('heading', { name: person.name, exact: true })).toBeVisible()
  await page.getByRole('button', { name: `Copy reminder of all for ${person.name}`, exact: true }).click()
  await expect(page.getByText('Last reminded')).toHaveCount(1)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`${paths.fillScorecard(cardId)}`)
  await expectAccessible(page)

  await openAs(person.id, paths.home())
  await expect(page.getByRole('heading', { name: 'You owe' })).toBeVisible()
  await expect(page.getByText(/days late/).first()).toBeVisible()
  await expectAccessible(page)
})
