import { eq } from 'drizzle-orm'
import type { Page, TestInfo } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { write, type Db } from '#db/client.server.ts'
import { panelVersion } from '#db/schema/panels.ts'
import { scorecard } from '#db/schema/scorecards.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { pickCard } from '#tests/support/cards.ts'
import { expect, expectAccessible, test } from '#tests/support/journey.ts'
import { countingKeyboard, watchPointer } from '#tests/support/keyboard.ts'
import type { Round } from '#tests/support/round.ts'

// Two whole cards are filled, and looked at in four sizes.
test.setTimeout(300_000)

/** From 2 up: the arrow that leaves the first radio of a group chooses the second. */
type Given = {
  text: string
  rating: number | 'not-asked' | 'no-evidence'
  isTicked?: boolean
}

/** What both cards say. */
const answers: readonly Given[] = [
  { text: 'Asks whose rule it is before writing one.', rating: 3, isTicked: true },
  { text: '', rating: 'not-asked' },
  { text: '', rating: 'no-evidence' },
  { text: 'Keeps the old call alive for a year.', rating: 2 },
  { text: 'Key beside the effect, replayed a day of traffic.', rating: 4, isTicked: true },
  { text: 'Told the other team first.', rating: 3, isTicked: true },
]
const summary = { for: 'Careful with what others rely on.', against: 'Little of its own on operations.' }
const searched = 'queue'

/** Gives the first interview of the round six questions, the later ones from the interviews after it. */
function giveSixQuestions(db: Db, round: Round): string[] {
  const [first, ...others] = round.snapshot.interviews
  if (!first) throw new Error('the panel has no interview')
  const questions = [...first.questions, ...others.flatMap((interview) => interview.questions)].slice(0, 6)
  const snapshot = {
    ...round.snapshot,
    interviews: [{ ...first, questions }, ...others.map((interview) => ({ ...interview, questions: [] }))],
  }
  write(db, (tx) =>
    tx.update(panelVersion).set({ snapshot }).where(eq(panelVersion.id, round.panelVersionId)).run(),
  )
  return questions.map((question) => question.questionId)
}

/**
 * Looks at a screen by axe and by a picture, as beside a call, in the dark, and on phones.
 * @returns how long that took, in milliseconds
 */
async function look(page: Page, info: TestInfo, name: string): Promise<number> {
  const startedAt = Date.now()
  for (const [width, height, colorScheme] of [
    [1280, 900, 'light'],
    [420, 860, 'dark'],
    [390, 780, 'light'],
    [320, 640, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect([name, width, isWithin]).toEqual([name, width, true])
    await page.screenshot({ path: info.outputPath(`${name}-${width}.png`) })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
  return Date.now() - startedAt
}

test('a card of six questions is filled by keyboard alone, in fewer presses than a plain form takes', async ({
  page,
  server,
  round,
  openAs,
}, info) => {
  const ids = giveSixQuestions(server.db, round)
  const { cardId, sessionId, person } = pickCard(round, 0, 0)
  const pointerEvents = await watchPointer(page)
  const saveLine = page.getByRole('status').filter({ hasText: /Saved|Saving|Nothing/ })
  const evidence = page.getByLabel('Evidence: what was said or done')

  await openAs(person.id, paths.briefing(sessionId))
  await look(page, info, 'briefing')
  const keys = countingKeyboard(page)
  let startedAt = Date.now()
  let lookedMs = 0
  await keys.press('Tab')
  await keys.press('Enter')
  await keys.tabTo({ text: /^Check in and open the scorecard$/ })
  await keys.press('Enter')
  await expect(page.getByText('Question 1 of 6')).toBeVisible()
  const checkedIn = server.db
    .select({ atMs: scorecard.checkedInAtMs })
    .from(scorecard)
    .where(eq(scorecard.id, cardId))
    .get()
  expect(checkedIn?.atMs).not.toBeNull()
  await keys.press('t')
  await expect(page.getByRole('timer')).toBeVisible()

  const order = [0, 1, 2, 4, 5, 3]
  for (const [step, at] of order.entries()) {
    const { text, rating, isTicked } = answers[at] ?? { text: '', rating: 'not-asked', isTicked: false }
    await expect(page.getByText(`Question ${at + 1} of 6`)).toBeVisible()
    if (isTicked) {
      await keys.press('s')
      await keys.press('Space')
    }
    if (text !== '') {
      await keys.press('w')
      await expect(evidence).toBeFocused()
      // Ours stamps the line; the candidate's words are the same on both cards.
      if (isTicked) await keys.press('Enter')
      await keys.write(text)
      await keys.press('Escape')
    }
    await keys.press(rating === 'not-asked' ? 'n' : rating === 'no-evidence' ? 'e' : String(rating))
    if (step === 2) {
      await keys.press('j')
      await expect(page.getByText('Question 4 of 6')).toBeVisible()
      // Asked later: the next one comes into view.
      await keys.press('l')
    } else if (step < order.length - 1) await keys.press('j')
  }
  lookedMs += await look(page, info, 'question')

  await keys.press('/')
  const finder = page.getByRole('dialog', { name: 'Questions' })
  await expect(finder).toBeVisible()
  await keys.write(searched)
  await expect(finder.getByText(/^From the bank, /).first()).toBeVisible()
  // The last of what was found is the bank's.
  await keys.press('ArrowUp')
  await keys.press('Enter')
  await expect(page.getByText('Question +1, unplanned')).toBeVisible()
  await keys.press('3')

  await keys.press('h')
  await expect(page.getByText('Ratings are hidden')).toBeVisible()
  await keys.press('h')
  await expect(page.getByText('Ratings are hidden')).toBeHidden()
  await keys.press('r')
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeVisible()
  lookedMs += await look(page, info, 'review')
  await keys.press('3')
  await keys.press('w')
  await keys.write(summary.for)
  await keys.press('Tab')
  await keys.write(summary.against)
  await expect(saveLine.first()).toContainText('Saved')
  await keys.tabTo({ text: /^Submit scorecard$/ })
  await keys.press('Enter')
  await expect(page.getByText('Nobody sees it yet.')).toBeVisible()
  const ours = { ...keys.count(), seconds: (Date.now() - startedAt - lookedMs) / 1000 }

  const fields = listFields(server.db, [cardId]).get(cardId) ?? {}
  const stored = (kind: string, at: number) => fields[`${kind}:${ids[at]}`]?.value
  for (const [at, { rating, text, isTicked }] of answers.entries()) {
    const state = typeof rating === 'number' ? { state: 'rated', level: rating } : { state: rating }
    expect([at, stored('rating', at)]).toEqual([at, state])
    expect(String(stored('evidence', at) ?? '')).toContain(text)
    if (isTicked) {
      expect(stored('signals', at)).toHaveLength(1)
      expect(stored('evidence', at)).toMatch(new RegExp(`^\\d+:\\d\\d \\+ .+\\n\\d+:\\d\\d ${text}$`))
    }
  }
  expect(fields['order']?.value).toEqual([...order.map((at) => ids[at]), expect.any(String)])
  expect(Object.keys(fields).filter((name) => name.startsWith('added:'))).toHaveLength(1)

  await keys.tabTo({ text: /^Undo the submission$/ })
  await keys.press('Enter')
  await expect(page.getByText(/^Question .+ of 6|unplanned$|^Review$/).first()).toBeVisible()
  expect(
    server.db.select({ status: scorecard.status }).from(scorecard).where(eq(scorecard.id, cardId)).get(),
  ).toEqual({ status: 'draft' })
  expect(await pointerEvents()).toBe(0)

  const plain = countingKeyboard(page)
  const other = pickCard(round, 0, 1).cardId
  await openAs(person.id, paths.fillPlainly(other))
  startedAt = Date.now()
  for (const [at, { rating, text, isTicked }] of answers.entries()) {
    await plain.tabTo({ name: `rating:${ids[at]}` })
    if (typeof rating === 'number') await plain.press('ArrowDown', rating - 1)
    else await plain.press('ArrowUp', rating === 'no-evidence' ? 1 : 2)
    if (isTicked) {
      await plain.tabTo({ name: `signals:${ids[at]}` })
      await plain.press('Space')
    }
    if (text !== '') {
      await plain.tabTo({ name: `evidence:${ids[at]}` })
      await plain.write(text)
    }
  }
  await plain.tabTo({ name: await nameOfAdded(page) })
  await plain.write(searched)
  await plain.press('Tab')
  await plain.press('ArrowDown', 2)
  await plain.tabTo({ name: 'summary:for' })
  await plain.write(summary.for)
  await plain.press('Tab')
  await plain.write(summary.against)
  await plain.press('Tab')
  await plain.press('ArrowDown', 2)
  await plain.tabTo({ text: /^Save and submit$/ })
  await plain.press('Enter')
  await expect(page.getByText('Nobody sees it yet.')).toBeVisible()
  const theirs = { ...plain.count(), seconds: (Date.now() - startedAt) / 1000 }

  const kept = listFields(server.db, [other]).get(other) ?? {}
  for (const [at, { rating, text }] of answers.entries()) {
    const state = typeof rating === 'number' ? { state: 'rated', level: rating } : { state: rating }
    expect([at, kept[`rating:${ids[at]}`]?.value]).toEqual([at, state])
    expect(kept[`evidence:${ids[at]}`]?.value ?? '').toBe(text)
  }
  expect(kept['recommendation']?.value).toBe(fields['recommendation']?.value)
  const words = (name: string, one: typeof ours) =>
    `${name}: ${one.presses} key presses, ${one.presses - one.written} beside the words, ${one.seconds.toFixed(1)} s`
  const line = `${words('live card', ours)}; ${words('plain form', theirs)}`
  await info.attach('keys', { body: line, contentType: 'text/plain' })
  console.log(line)
  expect(ours.presses).toBeLessThan(theirs.presses)

  await page.mouse.move(10, 10)
  expect(await pointerEvents(), 'the watch sees a pointer').toBeGreaterThan(0)
})

/** The field for a question of one's own, whose name is made anew for each page. */
async function nameOfAdded(page: Page): Promise<string> {
  const name = await page.getByLabel('Another question that you asked').getAttribute('name')
  return name ?? ''
}

test('a clock driven by two devices keeps the longer time and says so, and a ticked probe outlasts a reload', async ({
  browser,
  server,
  round,
}) => {
  const { cardId, person } = pickCard(round, 0)
  const [name = '', value = ''] = server.cookieOf(person.id).split('=')
  const open = async () => {
    const context = await browser.newContext()
    await context.addCookies([{ name, value, url: server.url }])
    const page = await context.newPage()
    await page.goto(server.url + paths.fillScorecard(cardId))
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible()
    return page
  }
  const [first, second] = [await open(), await open()]
  const clock = () => listFields(server.db, [cardId]).get(cardId)?.clock
  await first.keyboard.press('t')
  await expect.poll(() => clock()?.version).toBe(1)
  const started = clock()?.value
  await second.keyboard.press('t')
  await expect(second.getByText('Another device or page changed the clock too.')).toBeVisible()
  await expect(second.getByRole('timer')).toBeVisible()
  expect(clock()).toMatchObject({ version: 1, value: started })

  await first.keyboard.press('p')
  await first.keyboard.press('Space')
  const probes = first.getByRole('group', { name: /^Probes/ }).getByRole('checkbox')
  await expect(probes.first()).toBeChecked()
  await expect
    .poll(() => Object.keys(listFields(server.db, [cardId]).get(cardId) ?? {}))
    .toContainEqual(expect.stringMatching(/^probes:/))
  await first.reload()
  await expect(probes.first()).toBeChecked()
  await expect(probes.nth(1)).not.toBeChecked()
  for (const page of [first, second]) await page.context().close()
})
