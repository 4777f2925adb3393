// @ts-check
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { chromium } from 'playwright'
import { findBrowser } from '../find-browser.mjs'
import { buildSubject } from './build-subject.mjs'

/** @typedef {typeof import('./pdf-subject.ts')} Subject */
/** @typedef {import('#app/documents/press/compose.ts').Composition} Composition */
/** @typedef {ReturnType<Subject['listMarks']>} Marks */

const rounds = 15
const packetSize = 100

// A process that does what a server does: it hands the packet to the thread, waits, and keeps what comes back.
const packetScript = `
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
process.env.NODE_ENV = 'production'
const subject = await import(process.cwd() + '/node_modules/.panelist-bench/pdf-thread-subject.js')
const print = subject.openPress()
const folder = mkdtempSync(join(tmpdir(), 'panelist-prints-'))
const keep = subject.openKept(folder)
// A thread that has printed before.
await print(subject.listCards(1))
const cards = subject.listCards(${packetSize}, 1000)
const delay = monitorEventLoopDelay({ resolution: 5 })
await setTimeout(50)
delay.enable()
const began = performance.now()
const file = await keep(cards, () => print(cards))
const ms = performance.now() - began
await setTimeout(50)
delay.disable()
// What the machine itself makes a process wait, over the same time.
const idle = monitorEventLoopDelay({ resolution: 5 })
idle.enable()
await setTimeout(ms)
idle.disable()
const card = subject.listCards(1)
const first = await keep(card, () => print(card))
const asked = []
for (let i = 0; i < 101; i++) {
  const start = performance.now()
  const found = await keep(card, () => Promise.reject(new Error('it was not kept')))
  asked.push(performance.now() - start)
  if (Buffer.compare(found, first) !== 0) throw new Error('the kept file is another one')
}
rmSync(folder, { recursive: true })
console.log(JSON.stringify({
  ms, bytes: file.length, waitMs: delay.max / 1e6, megabytes: process.resourceUsage().maxRSS / 1024,
  idleMs: idle.max / 1e6, keptMs: asked.toSorted((a, b) => a - b)[50],
}))
process.exit(0)
`

/**
 * Prints one warm card of two pages and a packet of a hundred, beside pdfkit by hand, stock react-pdf and Chromium in the same run. A rival
 * counts only when it draws the same document.
 */
export async function measure() {
  process.env.NODE_ENV = 'production'
  const subject = /** @type {Subject} */ (await buildSubject('pdf-subject.ts'))
  await buildSubject('pdf-thread-subject.ts')
  const browser = await startBrowser()
  const page = await browser?.newPage()
  const card = await subject.composeCards(1)
  const drawn = await subject.drawComposition(card)
  const marks = subject.listMarks(drawn)

  const byHand = () => drawByHand(subject, marks)
  const byBrowser = page ? () => printHtml(page, subject, marks) : undefined
  const ours = await subject.writeFile(drawn)
  await check(subject, ours, {
    'raw pdfkit': await byHand(),
    'stock react-pdf': await subject.renderStock(card),
    ...(byBrowser ? { Chromium: await byBrowser() } : {}),
  })

  let next = 0
  const times = await compare({
    'ours, questions known': async () =>
      subject.writeFile(await subject.drawComposition(await subject.composeCards(1, ++next))),
    'ours, nothing known': async () => {
      subject.forgetBlocks()
      return subject.writeFile(await subject.drawComposition(await subject.composeCards(1, ++next)))
    },
    'raw pdfkit': byHand,
    'stock react-pdf': () => subject.renderStock(card),
    ...(byBrowser ? { 'warm Chromium': byBrowser } : {}),
  })
  console.log(`\nOne card of two pages, the median of ${rounds} rounds in turn\n`)
  const own = times['ours, questions known'] ?? 1
  for (const [name, ms] of Object.entries(times))
    row(name, `${ms.toFixed(1)} ms`, `${(ms / own).toFixed(2)} ×`)
  target('of raw pdfkit', own / (times['raw pdfkit'] ?? 1), 1)
  if (byBrowser) target('of warm Chromium', own / (times['warm Chromium'] ?? 1), 1 / 3)

  await measurePacket(subject, page)
  await browser?.close()
}

/**
 * @param {Subject} subject
 * @param {import('playwright').Page | undefined} page
 */
async function measurePacket(subject, page) {
  console.log(`\nA packet of ${packetSize} cards, in the thread of a process that does nothing else\n`)
  // In a file, since a thread inherits how its process was started.
  const script = 'node_modules/.panelist-bench/packet.mjs'
  writeFileSync(script, packetScript)
  const own = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }))
  row('ours', `${(own.ms / 1000).toFixed(2)} s`, `${Math.round(own.bytes / 1024)} KB`)
  row('ours, peak of memory', `${own.megabytes.toFixed(0)} MB`, within(own.megabytes, 250))
  row('server, longest wait', `${own.waitMs.toFixed(0)} ms`, within(own.waitMs, 50))
  row('the same, doing nothing', `${own.idleMs.toFixed(0)} ms`)
  row('a kept card', `${own.keptMs.toFixed(2)} ms`, within(own.keptMs, 2))
  const packet = await subject.composeCards(packetSize)
  const drawn = await subject.drawComposition(packet)
  if (page) {
    const marks = subject.listMarks(drawn)
    const start = performance.now()
    await printHtml(page, subject, marks)
    const chromiumMs = performance.now() - start
    row('warm Chromium', `${(chromiumMs / 1000).toFixed(2)} s`)
    target('of Chromium', own.ms / chromiumMs, 1 / 5)
  }
  const start = performance.now()
  const stock = await subject.renderStock(packet)
  const stockMs = performance.now() - start
  row('stock react-pdf', `${(stockMs / 1000).toFixed(2)} s`, `${Math.round(stock.length / 1024)} KB`)
  target('of stock react-pdf', own.ms / stockMs, 1 / 20)
}

/**
 * Refuses a rival that draws something else.
 * @param {Subject} subject
 * @param {Uint8Array} ours
 * @param {Record<string, Uint8Array>} rivals
 */
async function check(subject, ours, rivals) {
  console.log('\nThe same document?\n')
  const words = await wordsOf(subject, ours)
  for (const [name, pdf] of Object.entries(rivals)) {
    if ((await wordsOf(subject, pdf)) !== words) throw new Error(`${name} draws other text.`)
    const share = shareOfOtherPixels(ours, pdf)
    const pixels = Number.isNaN(share)
      ? 'page size is rounded'
      : `${((share ?? 0) * 100).toFixed(2)} % other pixels`
    row(name, 'same text', share === undefined ? 'no pdftoppm' : pixels)
    if (name === 'stock react-pdf' && share !== undefined && !(share <= 0.01))
      throw new Error(`${name} draws other pages.`)
  }
}

/**
 * The letters of a file in the order of their places, since every maker orders its text otherwise.
 * @param {Subject} subject
 * @param {Uint8Array} pdf
 */
async function wordsOf(subject, pdf) {
  const { pages } = await subject.readPdf(pdf)
  return pages.map((text) => text.replace(/\s+/g, '').split('').toSorted().join('')).join('\n')
}

/**
 * @param {Uint8Array} ours
 * @param {Uint8Array} theirs
 * @returns {number | undefined} nothing where pages cannot be drawn
 */
function shareOfOtherPixels(ours, theirs) {
  const folder = mkdtempSync(join(tmpdir(), 'panelist-pages-'))
  try {
    const [a, b] = [ours, theirs].map((pdf, i) => {
      writeFileSync(join(folder, `${i}.pdf`), pdf)
      execFileSync('pdftoppm', ['-r', '72', '-gray', join(folder, `${i}.pdf`), join(folder, `${i}`)])
      const pages = readdirSync(folder).filter((name) => name.startsWith(`${i}-`))
      return Buffer.concat(pages.toSorted().map((name) => readFileSync(join(folder, name))))
    })
    if (!a || !b || a.length !== b.length) return Number.NaN
    return a.reduce((count, grey, i) => count + (Math.abs(grey - (b[i] ?? 0)) > 64 ? 1 : 0), 0) / a.length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @param {Subject} subject
 * @param {Marks} pages
 * @returns {Promise<Uint8Array>}
 */
function drawByHand(subject, pages) {
  const document = new PDFDocument({ autoFirstPage: false, font: null, info: { Title: 'Cards' } })
  /** @type {Uint8Array[]} */
  const chunks = []
  document.on('data', (chunk) => chunks.push(chunk))
  // why: pdfkit ships no types, and ours name only what the press uses.
  const pen = /** @type {any} */ (document)
  /** @type {Record<string, unknown>} */
  const faces = {}
  for (const [weight, font] of Object.entries(subject.openFonts)) faces[weight] = font
  for (const { lines, strokes } of pages) {
    pen.addPage({ size: [595.28, 841.89], margin: 0 })
    for (const { text, x, y, size, weight } of lines) {
      pen.font(faces[weight], size)
      pen.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' })
    }
    pen.lineWidth(0.5)
    for (const { x1, y1, x2, y2 } of strokes) pen.moveTo(x1, y1).lineTo(x2, y2).stroke()
  }
  return new Promise((resolve) => {
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.end()
  })
}

/**
 * @param {import('playwright').Page} page
 * @param {Subject} subject
 * @param {Marks} pages
 * @returns {Promise<Uint8Array>}
 */
async function printHtml(page, subject, pages) {
  const faces = Object.entries(subject.fontFiles).map(
    ([weight, file]) =>
      `@font-face{font-family:A;font-weight:${weight};src:url(data:font/woff;base64,${readFileSync(file).toString('base64')})}`,
  )
  const sheets = pages.map(({ lines, strokes }) => {
    const words = lines.map(
      ({ text, x, y, size, weight }) =>
        `<span style="left:${x}pt;top:${y - size}pt;font:${weight} ${size}pt/1 A">${escape(text)}</span>`,
    )
    const rules = strokes.map(
      ({ x1, y1, x2, y2 }) =>
        `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#000" stroke-width=".5"/>`,
    )
    return `<section>${words.join('')}<svg viewBox="0 0 595.28 841.89">${rules.join('')}</svg></section>`
  })
  await page.setContent(
    `<style>${faces.join('')}@page{size:595.28pt 841.89pt;margin:0}body{margin:0}section{position:relative;width:595pt;height:841pt;break-after:page;overflow:hidden}section:last-child{break-after:auto}span{position:absolute;white-space:pre}svg{position:absolute;width:595pt;height:841pt}</style>${sheets.join('')}`,
  )
  await page.evaluate('document.fonts.ready')
  return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/**
 * The median of each, in milliseconds; they take turns, so that a busy machine is busy for all.
 * @param {Record<string, () => Promise<unknown>>} makers
 */
async function compare(makers) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(makers).map((name) => [name, []]))
  for (let round = 0; round < rounds + 2; round++)
    for (const [name, make] of Object.entries(makers)) {
      const start = performance.now()
      await make()
      if (round >= 2) times[name]?.push(performance.now() - start)
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [
      name,
      list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0,
    ]),
  )
}

async function startBrowser() {
  const found = await findBrowser()
  if (!found) {
    console.log('No browser here, so Chromium is left out.')
    return undefined
  }
  return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-gpu'] })
}

/** @param {number} value @param {number} most */
function within(value, most) {
  return `${value <= most ? 'meets' : 'MISSES'} ${most}`
}

/** @param {string[]} cells */
function row(...cells) {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(28) : ` ${cell}`.padStart(24))).join(''))
}

/**
 * @param {string} name
 * @param {number} ratio
 * @param {number} most
 */
function target(name, ratio, most) {
  row(`ours ${name}`, `${ratio.toFixed(3)} ×`, within(ratio, Number(most.toFixed(3))))
}
