import type { Browser, Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { fillDebated, listFirstRaters, topicOf } from '#tests/support/debated.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import type { TestServer } from '#tests/support/server.ts'

const why = 'The second interview heard the whole story, and it holds.'

function signInOf(server: TestServer, personId: string) {
  const [name = '', value = ''] = server.cookieOf(personId).split('=')
  return { name, value, url: server.url, httpOnly: true, sameSite: 'Lax' as const }
}

/** A second person at a screen of their own. */
async function openElsewhere(
  browser: Browser,
  server: TestServer,
  of: { personId: string; path: string },
): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([signInOf(server, of.personId)])
  const page = await context.newPage()
  await page.goto(server.url + of.path)
  return page
}

test('a manager leads a debrief that an interviewer follows at another screen', async ({
  page,
  browser,
  server,
  round,
  openAs,
}) => {
  const path = fillDebated(server, round)
  const [own] = listFirstRaters(round)
  const other = await openElsewhere(browser, server, { personId: own?.person.id ?? '', path })
  await expect(other.getByText('The debrief has not started.')).toBeVisible()

  await openAs(round.manager.id, paths.application(round.candidates[0]?.applicationId ?? ''))
  await page.getByRole('link', { name: 'Debrief', exact: true }).click()
  await page.getByRole('button', { name: 'Start the debrief' }).click()
  const names = round.snapshot.competencies.map((competency) => competency.name)
  await expect(topicOf(page)).toHaveText(new RegExp(names.join('|')))
  const first = (await topicOf(page).textContent()) ?? ''
  await expect(topicOf(other)).toHaveText(first)
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: own?.person.name ?? '?' })
      .getByText('here'),
  ).toBeVisible()
  await expectAccessible(page)
  await expectAccessible(other)

  await page.getByRole('button', { name: 'Next topic' }).click()
  await expect(topicOf(page)).not.toHaveText(first)
  const second = (await topicOf(page).textContent()) ?? ''
  await expect(topicOf(other)).toHaveText(second)
  await expect(other.getByRole('status').filter({ hasText: `Topic changed: ${second}` })).toHaveCount(1)
  await page.keyboard.press('p')
  await expect(topicOf(other)).toHaveText(first)

  const speakers = other.getByRole('complementary').getByRole('listitem')
  await expect(speakers.first()).toContainText('speaks now')
  await page.getByRole('button', { name: 'Next speaker' }).click()
  await expect(speakers.nth(1)).toContainText('speaks now')
  const [speaker] = round.interviewers
  await expect(speakers.first()).toContainText(speaker?.name ?? '?')
  await page.getByRole('button', { name: `${speaker?.name} speaks later` }).click()
  await expect(speakers.nth(1)).toContainText(speaker?.name ?? '?')

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await expect(other.getByRole('timer')).toContainText('left')
  await page.getByRole('button', { name: '2 minutes' }).click()
  await expect(other.getByRole('timer')).toContainText(/^[67]:/)
  await other.context().close()
})

test('a final rating is given with a reason, and whoever writes it stays where they write', async ({
  page,
  browser,
  server,
  round,
  openAs,
}) => {
  const path = fillDebated(server, round)
  const [own] = listFirstRaters(round)
  await openAs(round.manager.id, path)
  await page.getByRole('button', { name: 'Start the debrief' }).click()
  await expect(page.getByRole('button', { name: 'Next topic' })).toBeVisible()
  const points = page.getByRole('navigation', { name: 'Agenda' }).getByRole('listitem')
  const first = (await topicOf(page).textContent()) ?? ''
  const second = /^2(.*?)\d levels apart/.exec((await points.nth(1).textContent()) ?? '')?.[1] ?? '?'
  const other = await openElsewhere(browser, server, { personId: own?.person.id ?? '', path })
  await other.getByText('Change my rating').first().click()
  await other.getByRole('radio', { name: '3 Good' }).first().check()
  await other.getByRole('textbox', { name: 'What changed your mind' }).first().fill('no')
  await other.getByRole('button', { name: 'Save the final rating' }).first().click()
  await expect(other.getByText('Say in a sentence what changed your mind').first()).toBeVisible()
  await expectAccessible(other)
  // The meeting moves on while somebody writes: they stay where they write.
  await page.getByRole('button', { name: 'Next topic' }).click()
  await expect(topicOf(page)).toHaveText(second)
  await expect(other.getByText(`The meeting is at “${second}”.`)).toBeVisible()
  await other.getByRole('textbox', { name: 'What changed your mind' }).first().fill(why)
  await page.keyboard.press('p')
  await expect(other.getByText(`The meeting is at “${second}”.`)).toHaveCount(0)
  await other.getByRole('button', { name: 'Save the final rating' }).first().click()
  await expect(page.getByText(why)).toBeVisible()
  await expect(page.getByText(/with the final ratings/)).toBeVisible()
  await expect(other.getByText(`Why it changed: ${why}`)).toBeVisible()

  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('link', { name: /Decide/ })
    .click()
  await expect(topicOf(page)).toHaveText('Decide')
  await expect(topicOf(other)).toHaveText(first)
  await page.getByRole('button', { name: 'Talk about this now' }).click()
  await expect(topicOf(other)).toHaveText('Decide')
  await expect(other.getByText(why).first()).toBeVisible()
  await expectAccessible(page)
  await other.context().close()
})

test('two who write the same note lose nothing', async ({ page, browser, server, round, openAs }) => {
  const path = fillDebated(server, round)
  await openAs(round.manager.id, path)
  await page.getByRole('button', { name: 'Start the debrief' }).click()
  const mine = page.getByRole('textbox', { name: 'Note' })
  await expect(mine).toBeVisible()
  const other = await openElsewhere(browser, server, { personId: round.administrator.id, path })
  const theirs = other.getByRole('textbox', { name: 'Note' })

  await mine.fill('Replays are understood')
  await theirs.fill('Ask about keys again')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(other.getByText(`${round.manager.name} changed this note while you wrote:`)).toBeVisible()
  await expect(other.getByText('Replays are understood', { exact: true })).toBeVisible()
  await expect(theirs).toHaveValue('Ask about keys again')
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Put both together' }).click()
  await other.getByRole('button', { name: 'Save the note' }).click()
  await expect(mine).toHaveValue('Replays are understood\n\nAsk about keys again')
  await page.reload()
  await expect(mine).toHaveValue('Replays are understood\n\nAsk about keys again')
  await other.context().close()
})

test.describe('when the connection breaks', () => {
  test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ })
  test('the page says so, keeps what is typed and catches up', async ({
    page,
    context,
    browser,
    server,
    round,
    openAs,
  }) => {
    const path = fillDebated(server, round)
    await openAs(round.manager.id, path)
    await page.getByRole('button', { name: 'Start the debrief' }).click()
    const note = page.getByRole('textbox', { name: 'Note' })
    await note.fill('Typed in the tunnel')
    const other = await openElsewhere(browser, server, { personId: round.administrator.id, path })
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Save the note' }).click()
    await expect(page.getByText('No connection. What you typed stays here')).toBeVisible()
    await expect(note).toHaveValue('Typed in the tunnel')
    await other.getByRole('button', { name: 'Next speaker' }).click()
    await context.setOffline(false)
    await expect(page.getByRole('complementary').getByRole('listitem').nth(1)).toContainText('speaks now')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await expect(other.getByRole('textbox', { name: 'Note' })).toHaveValue('Typed in the tunnel')
    await other.context().close()
  })
})

test('when somebody else signs in in another tab, the page becomes theirs', async ({
  page,
  browser,
  server,
  round,
  openAs,
}) => {
  const path = fillDebated(server, round)
  const other = await openElsewhere(browser, server, { personId: round.administrator.id, path })
  await openAs(round.manager.id, path)
  await page.getByRole('button', { name: 'Start the debrief' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Typed by the manager')
  await page.context().addCookies([signInOf(server, round.coordinator.id)])
  await other.getByRole('button', { name: 'Next speaker' }).click()
  await expect(page.getByRole('link', { name: round.coordinator.name })).toBeVisible()
  await expect(page.getByText('Typed by the manager')).toHaveCount(0)
  await expect(page.getByText('speaks now', { exact: true })).toBeVisible()
  await other.context().close()
})

test.describe('on a phone, in the dark', () => {
  test.use({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' })
  test('the debrief can be followed and led', async ({ page, server, round, openAs }) => {
    const path = fillDebated(server, round)
    await openAs(round.manager.id, path)
    await page.getByRole('button', { name: 'Start the debrief' }).click()
    await expect(page.getByText('speaks now').first()).toBeVisible()
    await expectAccessible(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
  })
})

test.describe('before scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the debrief is led by forms alone', async ({ page, server, round, openAs }) => {
    const path = fillDebated(server, round)
    await openAs(round.manager.id, path)
    await page.getByRole('button', { name: 'Start the debrief' }).click()
    const first = (await topicOf(page).textContent()) ?? ''
    await page.getByRole('textbox', { name: 'Note' }).fill('By hand')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('By hand')
    await page.getByRole('button', { name: 'Next topic' }).click()
    await expect(topicOf(page)).not.toHaveText(first)
    await page.getByRole('button', { name: 'Next speaker' }).click()
    await expect(page.getByRole('complementary').getByRole('listitem').nth(1)).toContainText('speaks now')
  })
})
