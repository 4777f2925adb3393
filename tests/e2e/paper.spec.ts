import { eq } from 'drizzle-orm'
import type { Page } from 'playwright/test'
import { hashPassword } from '#app/domains/people/password-hash.server.ts'
import { getSessionKits } from '#app/domains/scheduling/session-kits.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import { write } from '#db/client.server.ts'
import { panelVersion } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import { pickCard } from '#tests/support/cards.ts'
import { addGuestTo } from '#tests/support/guests.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { countingKeyboard } from '#tests/support/keyboard.ts'
import type { Round } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import type { TestServer } from '#tests/support/server.ts'

const phone = { width: 320, height: 640 }
const password = 'a long pass phrase 77'

/** What the code on the kit of this person says. */
function codeOnKit(server: TestServer, round: Round, of: { sessionId: string; name: string }): string {
  const ctx = { db: server.db, user: round.coordinator, now: server.services.now() }
  const print = { sessionId: of.sessionId, isBlind: false, zone: 'UTC', baseUrl: server.url }
  const printed = getSessionKits(ctx, print)
  const kit = printed.ok ? printed.value.kits.find(({ interviewer }) => interviewer === of.name) : undefined
  if (!kit?.link) throw new Error('the kit has no code')
  return kit.link
}

async function expectNothingCutOff(page: Page): Promise<void> {
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
}

test('the code on a kit opens the scorecard on a phone, after signing in', async ({
  page,
  server,
  round,
}) => {
  const card = pickCard(round, 0)
  const passwordHash = await hashPassword(password)
  write(server.db, (tx) => tx.update(user).set({ passwordHash }).where(eq(user.id, card.person.id)).run())
  await page.setViewportSize(phone)
  await page.goto(codeOnKit(server, round, { sessionId: card.sessionId, name: card.person.name }))
  await expect(page.getByText('Sign in to open this page.')).toBeVisible()
  await expectNothingCutOff(page)
  await page.getByLabel('E-mail').fill(card.person.email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(server.url + paths.fillScorecard(card.cardId))
  await expect(page.getByText('Question 1 of')).toBeVisible()
})

test('the code on a guest’s kit opens their scorecard on a phone, by the code that they were given', async ({
  page,
  server,
  round,
}) => {
  const { card, person, access } = await addGuestTo(server.services, round, { accepts: false })
  await page.setViewportSize(phone)
  await page.goto(codeOnKit(server, round, { sessionId: card.sessionId, name: person.name }))
  await page.getByRole('link', { name: 'Join as a guest with a code' }).click()
  await page.getByLabel('Access code').fill(access.code)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'I accept, open the interview' }).click()
  await expect(page).toHaveURL(server.url + paths.fillScorecard(card.cardId))
  await expect(page.getByText('Question 1 of')).toBeVisible()
})

/** Eight questions in the first interview, before anybody has opened it. */
function askEight(server: TestServer, round: Round): string[] {
  const content = shippedRubrics().questions.slice(0, 8)
  const questions = content.map((question) => ({
    questionId: question.id,
    versionId: `${question.id}@1`,
    number: 1,
    content: question,
  }))
  const [first, ...rest] = round.snapshot.interviews
  if (!first) throw new Error('the round has no interview')
  const snapshot = { ...round.snapshot, interviews: [{ ...first, questions }, ...rest] }
  write(server.db, (tx) =>
    tx.update(panelVersion).set({ snapshot }).where(eq(panelVersion.id, round.panelVersionId)).run(),
  )
  return questions.map(({ questionId }) => questionId)
}

test('a paper card of eight questions is typed in by keyboard alone: rating, Tab, rating, Tab', async ({
  page,
  server,
  round,
  openAs,
}) => {
  const ids = askEight(server, round)
  const { cardId, sessionId, person } = pickCard(round, 0)
  await openAs(round.coordinator.id, paths.transcribeScorecard(sessionId, person.id))
  await expect(page.getByRole('heading', { name: `Paper card of ${person.name}` })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^1\. / })).toBeFocused()

  const startedAt = Date.now()
  const keyboard = countingKeyboard(page)
  const keys = ['3', '4', '2', 'n', '3', 'e', '1', '4']
  for (const key of keys) {
    await keyboard.press(key)
    await keyboard.press('Tab')
  }
  await expect(page.getByRole('textbox', { name: 'Recommendation' })).toBeFocused()
  await keyboard.press('3')
  await keyboard.press('Enter')
  await expect(page.getByText(`Saved. ${person.name} sees it`)).toBeVisible()
  const { presses } = keyboard.count()
  expect(presses).toBe(2 * keys.length + 2)
  test.info().annotations.push({
    type: 'typed in',
    description: `${presses} key presses for ${keys.length} questions, ${Date.now() - startedAt} ms with the save`,
  })

  const fields = listFields(server.db, [cardId]).get(cardId) ?? {}
  const saved = ids.map((id) => fields[`rating:${id}`]?.value)
  const rated = (level: number) => ({ state: 'rated', level })
  const [notAsked, noEvidence] = [{ state: 'not-asked' }, { state: 'no-evidence' }]
  expect(saved).toEqual([rated(3), rated(4), rated(2), notAsked, rated(3), noEvidence, rated(1), rated(4)])
  expect(fields['recommendation']?.value).toBe('yes')

  await page.getByRole('textbox', { name: /^1\. / }).fill('9')
  await expect(page.getByText('Type one of 1, 2, 3, 4, n or e.')).toBeVisible()
  await page.keyboard.press('Enter')
  expect(
    await page
      .getByRole('textbox', { name: /^1\. / })
      .evaluate((input: HTMLInputElement) => input.validity.valid),
  ).toBe(false)
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await expectNothingCutOff(page)
})
