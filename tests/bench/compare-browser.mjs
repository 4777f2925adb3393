// @ts-check
import { chromium } from 'playwright'
import { findBrowser } from '../find-browser.mjs'

/** @typedef {{ name: string, url: string, cookie: string | null }} Watched */

const visits = 5
const frames = 240
const pixelsAFrame = 60
/** A frame that comes later than this was dropped: half a frame more than one. */
const frameMs = 1000 / 60

/** Prints when the first row of each page is painted, and what becomes of frames while it is scrolled. @param {Watched[]} pages */
export async function watchPage(pages) {
  const executablePath = await findBrowser()
  if (!executablePath) {
    console.log('\nNo browser could be had: painting and scrolling were not measured.')
    return
  }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  })
  console.log(
    `\nIn a browser, 1280 by 800, medians of ${visits} visits; scrolled ${frames} frames of ${pixelsAFrame} px\n\n${''.padEnd(22)}   first row, ms   script busy, ms   frames dropped   longest frame, ms   elements`,
  )
  for (const page of pages) {
    const seen = []
    for (let i = 0; i < visits; i++) seen.push(await visit(browser, page))
    const cells = [
      median(seen.map((one) => one.firstRowMs))
        .toFixed(0)
        .padStart(16),
      median(seen.map((one) => one.busyMs))
        .toFixed(0)
        .padStart(18),
      `${median(seen.map((one) => one.dropped))} of ${frames}`.padStart(17),
      median(seen.map((one) => one.longestMs))
        .toFixed(0)
        .padStart(20),
      median(seen.map((one) => one.elements))
        .toLocaleString('en')
        .padStart(11),
    ]
    console.log(page.name.padEnd(22) + cells.join(''))
  }
  await browser.close()
}

/** @param {import('playwright').Browser} browser @param {Watched} watched */
async function visit(browser, { url, cookie }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  if (cookie) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url }])
  }
  const page = await context.newPage()
  await page.addInitScript(() => {
    const seen = { firstRowMs: 0, busyMs: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.busyMs += entry.duration
    }).observe({ type: 'longtask', buffered: true })
    const look = () => {
      // The frame after the one that has the row is painted with it.
      if (document.querySelector('tbody tr'))
        requestAnimationFrame(() => (seen.firstRowMs = performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const loaded = await page.evaluate(() => /** @type {any} */ (globalThis).seen)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const deltas = await page.evaluate(
    ({ frames, pixelsAFrame }) =>
      new Promise((/** @type {(deltas: number[]) => void} */ resolve) => {
        const inner = document.querySelector('[role=region]:has(table)')
        const place = inner && inner.scrollHeight > inner.clientHeight ? inner : document.scrollingElement
        /** @type {number[]} */
        const deltas = []
        let last = 0
        const step = (/** @type {number} */ now) => {
          if (last > 0) deltas.push(now - last)
          last = now
          place?.scrollBy(0, pixelsAFrame)
          if (deltas.length < frames) requestAnimationFrame(step)
          else resolve(deltas)
        }
        requestAnimationFrame(step)
      }),
    { frames, pixelsAFrame },
  )
  await context.close()
  const dropped = deltas.reduce((sum, delta) => sum + Math.max(0, Math.round(delta / frameMs) - 1), 0)
  return { ...loaded, elements, dropped, longestMs: Math.max(...deltas) }
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
