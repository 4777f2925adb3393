// @ts-check
// Finds a Chromium for the browser journeys: an installed one first, then Playwright's, then the system's package.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../app/cli/install.mjs'

const places = [
  process.env.CHROME_PATH ?? '',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Gives the path of a browser, installing one when there is none.
 * @returns {Promise<string | undefined>} undefined when none could be had
 */
export async function findBrowser() {
  const installed = places.find((path) => path !== '' && existsSync(path))
  if (installed) return installed

  const { chromium } = await import('playwright')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  console.log('No Chrome or Chromium found. Asking Playwright for one.')
  const cli = join(root, 'node_modules/playwright/cli.js')
  const download = attempt(process.execPath, [cli, 'install', 'chromium'])
  if (download && existsSync(chromium.executablePath())) {
    if (process.platform === 'linux') attempt(process.execPath, [cli, 'install-deps', 'chromium'])
    return chromium.executablePath()
  }
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log('Playwright could not. Installing the system package.')
    attempt('apt-get', ['update', '-qq'])
    attempt('apt-get', ['install', '-y', '-qq', 'chromium'])
  }
  return places.find((path) => path !== '' && existsSync(path))
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
  })
  return result.status === 0
}
