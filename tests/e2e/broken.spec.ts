import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright/test'
import { listOperations } from '#app/domains/scorecards/operations-store.server.ts'
import { listFields } from '#app/domains/scorecards/store.server.ts'
import { paths } from '#app/paths.ts'
import { closeDatabase, openDatabase, type Db } from '#db/client.server.ts'
import { evidenceLog, evidenceOf, openCard, saveLineOf, test } from '#tests/support/card-journey.ts'
import { pickCard } from '#tests/support/cards.ts'
import { expect } from '#tests/support/journey.ts'
import { findPort, kill, startProcess } from '#tests/support/process.ts'
import { addRound } from '#tests/support/round.ts'
import { startTestServer } from '#tests/support/server.ts'

// A browser reports every request that finds no connection.
test.use({ expectedErrors: /net::ERR_/ })

const saved = /Saved \d\d:\d\d/

/** Every operation raised its field by one: none was lost, refused or applied twice. */
function expectStoredOnce(db: Db, cardId: string): void {
  const log = listOperations(db, cardId)
  expect(log.map((row) => row.outcome)).toEqual(log.map(() => 'applied'))
  for (const [field, { version }] of Object.entries(listFields(db, [cardId]).get(cardId) ?? {})) {
    const rows = log.filter((row) => row.field === field)
    expect(rows, field).toHaveLength(version)
    expect(new Set(rows.map((row) => row.version)).size, field).toBe(version)
  }
}

test('two tabs of one scorecard go on from each other’s words, and both say that they are saved', async ({
  page,
  context,
  server,
  network,
  card,
  signIn,
}) => {
  await signIn(card.person.id)
  await openCard(page, network.url, card)
  const second = await context.newPage()
  await openCard(second, network.url, card)
  await evidenceOf(page).fill('From the first.')
  await expect(evidenceOf(second)).toHaveValue('From the first.')
  await network.cut()
  await evidenceOf(second).pressSequentially(' From the second.')
  await expect(evidenceOf(page)).toHaveValue('From the first. From the second.')
  await second.close()
  await evidenceOf(page).pressSequentially(' And the first again.')
  await network.mend()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(saveLineOf(page)).toContainText(saved, { timeout: 60_000 })
  expect(evidenceLog(server.db, card).stored?.value).toBe(
    'From the first. From the second. And the first again.',
  )
  expectStoredOnce(server.db, card.cardId)
})

test.describe('over a network that loses a quarter of the answers', () => {
  test.use({ loses: 4 })

  test('every field is stored once', async ({ page, server, network, card, signIn }) => {
    await signIn(card.person.id)
    await openCard(page, network.url, card)
    const { questions } = card.interview
    for (const [at, { questionId }] of questions.entries()) {
      await expect(page.getByText(`Question ${at + 1} of`)).toBeVisible()
      await page.getByRole('button', { name: /^3 Good/ }).click()
      for (const words of ['Said', ' and did']) {
        await evidenceOf(page).pressSequentially(`${words} ${questionId}.`)
        await expect(saveLineOf(page)).toContainText(saved, { timeout: 60_000 })
      }
      await page.keyboard.press('Escape')
      await page.keyboard.press('j')
    }
    await expect(saveLineOf(page)).toContainText(saved, { timeout: 60_000 })
    expect(network.resets()).toBeGreaterThan(questions.length / 2)
    const stored = listFields(server.db, [card.cardId]).get(card.cardId) ?? {}
    for (const { questionId } of questions) {
      expect(stored[`rating:${questionId}`]).toMatchObject({
        value: { state: 'rated', level: 3 },
        version: 1,
      })
      expect(stored[`evidence:${questionId}`]?.value).toBe(`Said ${questionId}. and did ${questionId}.`)
    }
    expectStoredOnce(server.db, card.cardId)
  })
})

test('a browser that is killed while the server is dead has lost nothing when both are back', async ({
  launchOptions,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'panelist-killed-'))
  const file = join(dataDir, 'killed.db')
  const profile = join(dataDir, 'browser')
  const setUp = await startTestServer({ env: { DATABASE_URL: file } })
  const card = pickCard(addRound(setUp.db, { candidates: 1 }), 0)
  const [name = '', value = ''] = setUp.cookieOf(card.person.id).split('=')
  await setUp.close()

  const port = String(await findPort())
  const url = `http://localhost:${port}`
  const env = {
    PORT: port,
    DATA_DIR: dataDir,
    DATABASE_URL: file,
    LOG_LEVEL: 'silent',
    NODE_ENV: 'production',
  }
  async function openBrowser(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(profile, launchOptions)
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
    return context
  }

  let server = await startProcess(env, url)
  const browser = await openBrowser()
  const page = await browser.newPage()
  await openCard(page, url, card)
  await evidenceOf(page).fill('Before.')
  await expect(saveLineOf(page)).toContainText(saved)
  await kill(server)
  await page.getByRole('button', { name: /^3 Good/ }).click()
  await evidenceOf(page).fill('Before. Typed to nobody.')
  await expect(saveLineOf(page)).toContainText('Saved on this device, no connection')
  const gone = browser.waitForEvent('close')
  killBrowser(profile)
  await gone

  server = await startProcess(env, url)
  const again = await openBrowser()
  const later = await again.newPage()
  await later.goto(url + paths.fillScorecard(card.cardId))
  await expect(evidenceOf(later)).toHaveValue('Before. Typed to nobody.')
  await expect(later.getByRole('button', { name: /^3 Good/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(saveLineOf(later)).toContainText(saved, { timeout: 60_000 })
  await again.close()
  await kill(server)
  const db = openDatabase(file)
  expect(evidenceLog(db, card).stored?.value).toBe('Before. Typed to nobody.')
  expectStoredOnce(db, card.cardId)
  closeDatabase(db)
  rmSync(dataDir, { recursive: true, force: true })
})

/** Ends a browser with all its processes, as a power cut would. */
function killBrowser(profile: string): void {
  const processes = execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const main = processes.find(
    (line) => line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='),
  )
  if (!main) throw new Error('the browser does not run')
  // It leads a process group of its own.
  process.kill(-Number.parseInt(main, 10), 'SIGKILL')
}
