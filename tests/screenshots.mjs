// @ts-check
// Takes the README's pictures from the demo, on a fresh folder and at a fixed hour, so that they can be taken again.
// Usage: node tests/screenshots.mjs    writes docs/screenshots/*.png
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale, checkNode, installIfMissing, root } from '../app/cli/install.mjs'
import { findBrowser } from './find-browser.mjs'

const largestBytes = 250_000
// A Wednesday in office hours: the demo plans its sessions around this moment.
const now = Date.UTC(2026, 9, 14, 9, 20)
const size = { width: 1280, height: 880 }

process.chdir(root)
checkNode()
installIfMissing()
if (!buildIfStale()) process.exit(1)
const executablePath = await findBrowser()
if (!executablePath) {
  console.error('No browser could be found or installed. Install Chrome or Chromium, or set CHROME_PATH.')
  process.exit(1)
}
const { chromium } = await import('playwright')

const folder = mkdtempSync(join(tmpdir(), 'panelist-screenshots-'))
const out = join(root, 'docs/screenshots')
mkdirSync(out, { recursive: true })

process.env.NODE_ENV = 'production'
const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
const { createServices, listen, readEnv } = build.entry.module
const env = readEnv({ PANELIST_DEMO: '1', PORT: '0', DATA_DIR: folder, LOG_FILE: join(folder, 'log') })
const serving = await listen(build, { ...createServices(env), now: () => now })
const links = serving.lines.join('\n').match(/http:\S+\/enter\/\S+/g) ?? []
const [managerLink = '', interviewerLink = '', nextLink = ''] = links
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
})

try {
  const manager = await enter(managerLink, 'light')
  await open(manager, '/panels')
  const comparedUrl = await hrefOf(manager, /^API integration specialist, /)
  const draftUrl = await hrefOf(manager, /^Systems integration engineer, /)
  await shoot(manager, `${comparedUrl}/compare`, 'comparison')
  await shoot(manager, `${draftUrl}/edit`, 'panel-builder')

  await shoot(manager, '/questions?q=retry', 'bank')

  const night = await enter(managerLink, 'dark')
  await shoot(night, `${comparedUrl}/compare`, 'comparison-dark')

  const interviewer = await enter(interviewerLink, 'light')
  await open(interviewer, '/')
  // The card that she began and did not hand in.
  const row = interviewer.getByRole('listitem').filter({ hasText: 'Mei Hartonosari' })
  const card = row.getByRole('link', { name: 'Finish' })
  await shoot(interviewer, (await card.getAttribute('href')) ?? '', 'live-scorecard')

  const next = await enter(nextLink, 'light')
  await open(next, '/')
  await shoot(next, await hrefOf(next, /^Read the briefing$/), 'briefing')

  await shootKit(manager, `${comparedUrl}/kits.pdf?as=kit&paper=a4`)
} finally {
  await browser.close()
  await serving.stop()
  rmSync(folder, { recursive: true, force: true })
}
// Threads that the server keeps for its work would hold the process open.
process.exit()

/**
 * A page that is signed in by a link of the demo.
 * @param {string} link
 * @param {'light' | 'dark'} colorScheme
 */
async function enter(link, colorScheme) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

/**
 * @param {import('playwright').Page} page
 * @param {string} path
 */
async function open(page, path) {
  await page.goto(new URL(path, serving.url).href, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
}

/**
 * Where a link of the page leads.
 * @param {import('playwright').Page} page
 * @param {RegExp} name
 */
async function hrefOf(page, name) {
  const href = await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href')
  return href ?? ''
}

/**
 * @param {import('playwright').Page} page
 * @param {string} path
 * @param {string} name
 */
async function shoot(page, path, name) {
  await open(page, path)
  await page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled' })
  report(`${name}.png`)
}

/**
 * The second page of a kit, which has questions only; left out where pdftoppm is not installed.
 * @param {import('playwright').Page} page
 * @param {string} path
 */
async function shootKit(page, path) {
  const answer = await page.request.get(new URL(path, serving.url).href)
  const file = join(folder, 'kit.pdf')
  writeFileSync(file, await answer.body())
  const made = spawnSync('pdftoppm', [
    '-r',
    '80',
    '-png',
    '-f',
    '2',
    '-l',
    '2',
    '-singlefile',
    file,
    join(folder, 'kit'),
  ])
  if (made.status !== 0) {
    console.log('kit.png left as it is: pdftoppm (poppler-utils) is not installed.')
    return
  }
  renameSync(join(folder, 'kit.png'), join(out, 'kit.png'))
  report('kit.png')
}

/** @param {string} name */
function report(name) {
  const bytes = statSync(join(out, name)).size
  console.log(`${name}, ${Math.round(bytes / 1000)} KB`)
  if (bytes <= largestBytes) return
  console.error(`${name} is larger than ${largestBytes / 1000} KB.`)
  process.exitCode = 1
}
