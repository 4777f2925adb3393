// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { buildSubject } from './build-subject.mjs'
import { watchPage } from './compare-browser.mjs'
import { serveTable } from './compare-rival.mjs'
import { startServer } from './served.mjs'
import { listPageSizes } from './sizes.mjs'

/** @typedef {typeof import('./compare-subject.ts')} Subject */
/** @typedef {{ ms: number, body: Buffer, sent: number }} Answer */

const candidates = 2_000
const requests = 60
const warmUps = 5
const engineSizes = [15, 200, 1_000, candidates]

/**
 * Measures the comparison of 2,000 candidates, 12 competencies and 4 interviewers who rated all of them, beside a plain HTML table of
 * the same figures: what the server takes and sends, what a browser does with it, and how long the engine calibrates.
 */
export async function measure() {
  const subject = /** @type {Subject} */ (await buildSubject('compare-subject.ts'))
  const folder = mkdtempSync(join(tmpdir(), 'panelist-compare-'))
  const file = join(folder, 'compare.sqlite')
  const { panelId, cookie } = subject.addLargePanel(file, candidates)
  const server = await startServer(folder, file)
  const at = `http://localhost:${server.port}${subject.paths.comparison(panelId)}`
  try {
    await measureServed(subject, { at, cookie, file })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }

  const own = (await listPageSizes()).pages.find((page) => page.page.endsWith('/compare'))
  if (own)
    console.log(
      `\nScripts of the page after gzip: ${kilobytes(own.own)} kB beyond what every page loads, ${kilobytes(own.beyondShell)} kB beyond what every page of somebody signed in loads.`,
    )
  console.log('\nThe engine alone, on ratings drawn alike\n')
  for (const count of engineSizes) {
    const ratings = subject.simulateRatings(count)
    const startedAt = performance.now()
    subject.calibrate({ model: 'integrated', ratings, range: 3 })
    const took = seconds(performance.now() - startedAt)
    console.log(`${count.toLocaleString('en').padStart(6)} candidates${took.padStart(10)}`)
  }
}

/** @param {Subject} subject @param {{ at: string, cookie: string, file: string }} served */
async function measureServed(subject, { at, cookie, file }) {
  const first = await ask(`${at}.data`, cookie)
  const table = await ask(`${at}.csv`, cookie)
  const rival = await serveTable(parse(table.body, { bom: true }))
  const elsewhere = subject.openElsewhere(file)

  console.log(
    `\nThe comparison of ${candidates.toLocaleString('en')} candidates, ${subject.competencyCount} competencies, ${subject.seats} interviewers each who rated all of them\n`,
  )
  printAnswers([
    ['plain HTML table', await askOften(rival.url, null)],
    ['its figures, on a click', await askOften(`${at}.data`, cookie)],
    ['… just after a save elsewhere', await askOften(`${at}.data`, cookie, elsewhere.save)],
    ['the whole page', await askOften(at, cookie)],
    ['… just after a save elsewhere', await askOften(at, cookie, elsewhere.save)],
  ])
  console.log(
    `\nThe first answer ever took ${seconds(first.ms)}, calibrated scores another ${seconds(table.ms)}.`,
  )
  elsewhere.close()
  await watchPage([
    { name: 'plain HTML table', url: rival.url, cookie: null },
    { name: 'the comparison', url: at, cookie },
  ])
  rival.stop()
}

/** @param {string} url @param {string | null} cookie @returns {Promise<Answer>} */
function ask(url, cookie) {
  const startedAt = performance.now()
  const headers = { 'Accept-Encoding': 'gzip', ...(cookie ? { Cookie: cookie } : {}) }
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      /** @type {Buffer[]} */
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => {
        const ms = performance.now() - startedAt
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
        const body = Buffer.concat(parts)
        const isPacked = response.headers['content-encoding'] === 'gzip'
        resolve({ ms, body: isPacked ? gunzipSync(body) : body, sent: body.length })
      })
    }).on('error', reject)
  })
}

/** @param {string} url @param {string | null} cookie @param {() => void} [before] */
async function askOften(url, cookie, before) {
  const answers = []
  for (let i = -warmUps; i < requests; i++) {
    before?.()
    const answer = await ask(url, cookie)
    if (i >= 0) answers.push(answer)
  }
  return answers
}

/** @param {[string, Answer[]][]} rows the rival first */
function printAnswers(rows) {
  const width = Math.max(...rows.map(([name]) => name.length))
  console.log(`${' '.repeat(width)}   p50, ms   p95, ms    ratio   kB, plain   kB, sent    ratio`)
  const rival = describe(rows[0]?.[1] ?? [])
  for (const [name, answers] of rows) {
    const { p50, p95, plain, sent } = describe(answers)
    const cells = [
      p50.toFixed(1).padStart(10),
      p95.toFixed(1).padStart(10),
      (p95 / rival.p95).toFixed(2).padStart(9),
      kilobytes(plain).padStart(12),
      kilobytes(sent).padStart(11),
      (sent / rival.sent).toFixed(2).padStart(9),
    ]
    console.log(name.padEnd(width) + cells.join(''))
  }
}

/** @param {Answer[]} answers */
function describe(answers) {
  const sorted = answers.map((answer) => answer.ms).toSorted((a, b) => a - b)
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  const last = answers.at(-1)
  return { p50: at(0.5), p95: at(0.95), plain: last?.body.length ?? NaN, sent: last?.sent ?? NaN }
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1)
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`
}
