import type { Locator, Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { fillCard, pickCard } from '#tests/support/cards.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { roundStartMs, type Round } from '#tests/support/round.ts'

const now = roundStartMs + 2 * 3_600_000
const marker = 'Zebrafinch, kept the key beside the order'
const early = 'See the submitted scorecards early'

/** Every screen on which another person's card could show, for the first candidate. */
function listScreens(round: Round): string[] {
  const candidate = round.candidates[0]
  const card = pickCard(round, 0)
  return [
    paths.home(),
    paths.schedule(),
    `${paths.schedule()}?when=past`,
    paths.session(card.sessionId),
    paths.candidates(),
    paths.candidate(candidate?.id ?? ''),
    paths.application(candidate?.applicationId ?? ''),
    paths.comparison(round.panelId),
    paths.panel(round.panelId),
    // Words of the marker, without the one that is looked for.
    paths.questions({ q: 'kept the key beside the order' }),
  ]
}

/** What the first card says: its level in words, its recommendation, its evidence. */
function verdictsOn(page: Page): Locator {
  return page.getByRole('main').getByText(/^(Excellent|Yes)$/)
}
function evidenceOn(page: Page): Locator {
  return page.getByRole('main').getByText(marker, { exact: true })
}

async function expectAllOpen(page: Page): Promise<void> {
  await expect(evidenceOn(page).first()).toBeVisible()
  await expect(verdictsOn(page).filter({ hasText: 'Yes' }).first()).toBeVisible()
  await expect(verdictsOn(page).filter({ hasText: 'Excellent' }).first()).toBeVisible()
}

/** Neither words, nor level, nor recommendation: not on the screen and not in what came with it. */
async function expectAllHidden(page: Page, name: string): Promise<void> {
  const path = new URL(page.url()).pathname
  expect(await page.content(), path).not.toContain('Zebrafinch')
  await expect(verdictsOn(page), path).toHaveCount(0)
  await expect(page.getByRole('link', { name: `Read the scorecard of ${name}` }), path).toHaveCount(0)
}

test('two interviewers read each other only after both submitted, the manager once all have', async ({
  page,
  server,
  round,
  openAs,
}) => {
  server.clock.now = now
  const mine = pickCard(round, 0)
  const theirs = pickCard(round, 1)
  const application = paths.application(round.candidates[0]?.applicationId ?? '')
  const owed = round.candidates[0]?.sessions.flatMap((session) => session.cards).length ?? 0
  const heading = page.getByRole('heading', { level: 1 })
  fillCard(server.db, mine, { now: now - 600_000, level: 4, text: marker })
  fillCard(server.db, theirs, { now: now - 300_000, level: 1, text: 'Left the key out', submit: false })

  for (const personId of [theirs.person.id, round.manager.id]) {
    await openAs(personId, paths.home())
    for (const path of listScreens(round)) {
      const answer = await page.goto(server.url + path, { waitUntil: 'domcontentloaded' })
      expect(answer?.status(), path).toBe(200)
      await expect(heading, path).toBeVisible()
      await expectAllHidden(page, mine.person.name)
    }
    const card = await page.goto(server.url + paths.session(mine.sessionId))
    expect(card?.status()).toBe(200)
    await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
    const answer = await page.request.get(server.url + paths.scorecard(mine.cardId), { maxRedirects: 0 })
    expect(answer.status()).toBe(404)
  }
  await page.goto(server.url + application)
  await expect(page.getByText(`1 of ${owed} scorecards is in; you see them when all are.`)).toBeVisible()

  await openAs(theirs.person.id, application)
  await expect(page.getByText(/you see the others a minute after you submit yours/)).toBeVisible()
  await expect(page.getByText(early)).toHaveCount(0)
  await expectAccessible(page)

  await page.goto(server.url + paths.session(theirs.sessionId))
  await page.getByRole('link', { name: 'Open my scorecard' }).click()
  await page.getByRole('navigation').getByRole('button', { name: 'Review and recommendation' }).click()
  await page.getByRole('button', { name: 'Submit scorecard' }).click()
  await expect(page.getByRole('button', { name: 'Undo the submission' })).toBeVisible()
  server.clock.now = now + 50_000
  await page.goto(server.url + application)
  await expectAllHidden(page, mine.person.name)

  server.clock.now = now + 120_000
  await page.reload()
  await expectAllOpen(page)
  await expect(page.getByText(`2 of ${owed} scorecards are in; you see each of the others`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: `Read the scorecard of ${mine.person.name}` }).click()
  await expect(evidenceOn(page).first()).toBeVisible()
  expect(await page.content()).not.toContain('Private: ')

  await openAs(round.manager.id, application)
  await expect(page.getByText(`2 of ${owed} scorecards are in; you see them when all are.`)).toBeVisible()
  await expectAllHidden(page, mine.person.name)
  for (let index = 2; index < owed; index++) {
    fillCard(server.db, pickCard(round, index), { now: now + 120_000 })
  }
  await page.reload()
  await expectAllHidden(page, mine.person.name)
  server.clock.now = now + 240_000
  await page.reload()
  await expectAllOpen(page)
  await page.goto(server.url + paths.comparison(round.panelId))
  await expect(page.getByRole('rowheader').first()).toContainText('Candidate 1')
})

test('a manager looks early with a reason, and everybody who sees the candidates reads it', async ({
  page,
  server,
  round,
  openAs,
}) => {
  server.clock.now = now
  const application = paths.application(round.candidates[0]?.applicationId ?? '')
  const reason = 'The offer of another employer runs out on Friday.'
  const note = page.getByText(`${round.manager.name} looked at scorecards early.`)
  const first = pickCard(round, 0)
  fillCard(server.db, first, { now: now - 600_000, level: 4, text: marker })

  await openAs(round.manager.id, application)
  await expect(page.getByText(early)).toBeVisible()
  await page.getByText(early).click()
  const field = page.getByLabel('Why do you need to read them now?')
  await expectAccessible(page)
  await field.fill('          .')
  await page.getByRole('button', { name: 'See them early' }).click()
  await expect(page.getByText('Say in a sentence why you need to read them now.')).toBeVisible()
  await expectAllHidden(page, first.person.name)
  await field.fill(reason)
  await page.getByRole('button', { name: 'See them early' }).click()
  await expectAllOpen(page)
  await expect(note).toBeVisible()
  await expect(page.getByText(reason)).toBeVisible()
  await expect(page.getByText(early)).toHaveCount(0)
  await expect(page.getByText(/1 of \d+ scorecards is in; you see each of the others/)).toBeVisible()
  await expectAccessible(page)

  await openAs(round.coordinator.id, application)
  await expect(note).toBeVisible()
  await expect(page.getByText(reason)).toBeVisible()
  await expectAllHidden(page, first.person.name)

  await openAs(pickCard(round, 1).person.id, application)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAllHidden(page, first.person.name)
})
