// @ts-check
// The one-command test: installs what is missing, then types, lint, format, units, build, routes and faults, browser journeys.
// Usage: npm test
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale, checkNode, envForTools, installIfMissing, root } from '../app/cli/install.mjs'
import { findBrowser } from './find-browser.mjs'

process.chdir(root)
checkNode()
installIfMissing()
const reports = mkdtempSync(join(tmpdir(), 'panelist-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path)

// What needs no build goes first, two at a time.
await Promise.all([
  check('types', [bin('typescript/bin/tsc'), '--noEmit']),
  check('lint', [bin('oxlint/bin/oxlint'), '--deny-warnings']).then(() =>
    check('format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  ),
])
await runVitest('unit')
if (build()) {
  await runVitest('routes')
  await runJourneys()
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)

/**
 * A step that either succeeds or fails as a whole.
 * @param {string} name
 * @param {string[]} args
 */
async function check(name, args) {
  const { status, seconds } = await runNode(args)
  console.log(`${status === 0 ? '✓' : '✗'} ${name}, ${seconds} s`)
  total[status === 0 ? 'passed' : 'failed']++
}

/** @param {'unit' | 'routes'} project */
async function runVitest(project) {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const { status, seconds } = await runNode([
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    ...reporters,
  ])
  const result = readReport(report)
  add(status, {
    passed: result?.numPassedTests,
    failed: result?.numFailedTests,
    skipped: result?.numPendingTests,
  })
  console.log(`${status === 0 ? '✓' : '✗'} ${project}, ${seconds} s`)
}

async function runJourneys() {
  const browser = await findBrowser()
  if (!browser) {
    console.log(
      '✗ browser journeys: no browser could be found or installed. Install Chrome or Chromium, or set CHROME_PATH.',
    )
    total.failed++
    return
  }
  console.log(`Browser journeys with ${browser}`)
  const report = join(reports, 'journeys.json')
  const env = { CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const { status, seconds } = await runNode(
    [bin('playwright/cli.js'), 'test', '--config', 'tests/playwright.config.ts', '--reporter=line,json'],
    env,
  )
  const stats = readReport(report)?.stats
  add(status, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected,
    skipped: stats?.skipped,
  })
  console.log(`${status === 0 ? '✓' : '✗'} browser journeys, ${seconds} s`)
}

/**
 * Adds a runner's counts; a runner that broke without counting is one failure.
 * @param {number} status
 * @param {{ passed: number | undefined, failed: number | undefined, skipped: number | undefined }} counts
 */
function add(status, counts) {
  total.passed += counts.passed ?? 0
  total.failed += status !== 0 && !counts.failed ? 1 : (counts.failed ?? 0)
  total.skipped += counts.skipped ?? 0
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} [extra]
 * @returns {Promise<{ status: number, seconds: string }>}
 */
function runNode(args, extra = {}) {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...envForTools(), ...extra },
    })
    child.on('close', (code) => resolve({ status: code ?? 1, seconds: secondsSince(startedAt) }))
  })
}

/** Whether there is a build to test now. */
function build() {
  const startedAt = performance.now()
  const isBuilt = buildIfStale()
  if (!isBuilt) total.failed++
  console.log(`${isBuilt ? '✓' : '✗'} build, ${secondsSince(startedAt)} s`)
  return isBuilt
}

/** @param {number} startedAt */
function secondsSince(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1)
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
