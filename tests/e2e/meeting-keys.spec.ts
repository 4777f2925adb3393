import { fillCard } from '#tests/support/cards.ts'
import { fillDebated, listFirstRaters, topicOf } from '#tests/support/debated.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { countingKeyboard, watchPointer } from '#tests/support/keyboard.ts'
import { addToSession } from '#tests/support/shadow.ts'

test('a manager who interviewed leads, changes a rating, decides, signs and locks by keyboard alone', async ({
  page,
  server,
  round,
  openAs,
}) => {
  const path = fillDebated(server, round)
  const of = listFirstRaters(round)[0]?.index ?? -1
  const own = addToSession(server.db, round, { of, seat: 'interviewer', person: round.manager })
  fillCard(server.db, own, { now: Date.now() - 600_000, level: 4 })
  const countPointer = await watchPointer(page)
  await openAs(round.manager.id, path)
  const keys = countingKeyboard(page)

  await keys.tabTo({ text: /^Start the debrief$/ })
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Next topic' })).toBeVisible()
  const first = (await topicOf(page).textContent()) ?? ''
  await keys.press('n')
  await expect(topicOf(page)).not.toHaveText(first)
  await keys.press('p')
  await expect(topicOf(page)).toHaveText(first)
  // What a quick second move does to the answer of the first is no error of the page.
  await page.evaluate(() => void Promise.reject(new DOMException('Given up', 'AbortError')))

  await keys.tabTo({ text: /^Change my rating$/ })
  await keys.press('Enter')
  await keys.tabTo({ name: 'level' })
  await keys.press('ArrowRight', 2)
  await keys.tabTo({ name: 'reason' })
  await keys.write('The second interview heard the whole story.')
  await keys.tabTo({ text: /^Save the final rating$/ })
  await keys.press('Enter')
  await expect(page.getByText('Why it changed: The second interview')).toBeVisible()
  // Whoever saved goes on from there.
  await expect(page.getByText('Change my final rating')).toBeFocused()

  await keys.press('Shift+Tab')
  await keys.tabTo({ text: /^\d+Decide/ })
  await keys.press('Enter')
  await expect(topicOf(page)).toHaveText('Decide')
  await keys.tabTo({ name: 'outcome' })
  await keys.press('Space')
  await keys.tabTo({ name: 'reason' })
  await keys.write('Both stories are told in the order in which they happened.')
  await keys.tabTo({ text: /^Save the decision$/ })
  await keys.press('Enter')
  await keys.tabTo({ text: /^Sign$/ })
  await keys.press('Enter')
  await expect(page.getByText(/Signed, agrees/)).toBeVisible()
  await keys.tabTo({ text: /^Take my signature back$/ })
  await expectAccessible(page)
  await keys.tabTo({ text: /Lock without them$/ })
  await keys.press('Enter')
  await expect(page.getByText('This debrief is locked.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save the decision' })).toHaveCount(0)
  expect(await countPointer()).toBe(0)
})
