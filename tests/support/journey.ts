import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from 'playwright/test'
import { addRound, type Round } from './round.ts'
import { startTestServer, type TestServer } from './server.ts'

type Journey = {
  /** What the browser may say beyond forms that come back, in journeys that break something on purpose. */
  expectedErrors: RegExp
  /** A server of this test alone, on a fresh database. */
  server: TestServer
  /** A published panel with candidates, sessions and empty cards on that server. */
  round: Round
  /** Signs the browser in as a person and opens a path. */
  openAs: (personId: string, path: string) => Promise<void>
}

/** A browser journey: a console error or an uncaught exception fails it. */
export const test = base.extend<Journey>({
  // oxlint-disable-next-line no-empty-pattern -- why: Playwright reads the fixtures that are used from this pattern
  server: async ({}, use) => {
    const server = await startTestServer()
    await use(server)
    await server.close()
  },
  round: async ({ server }, use) => {
    await use(addRound(server.db))
  },
  expectedErrors: [/(?!)/, { option: true }],
  // The server is named so that it stops after the page is done with: what is still open would say that it is gone.
  page: async ({ page, server, expectedErrors }, use) => {
    const errors: string[] = []
    expect(server.url).toMatch(/^http/)
    page.on('console', (message) => {
      const text = message.text()
      const isExpected = isRefusedForm(text) || isGivenUp(text) || expectedErrors.test(text)
      if (message.type() === 'error' && !isExpected) errors.push(text)
    })
    page.on('pageerror', (error) => errors.push(String(error)))
    await use(page)
    expect(errors, 'the browser console shows no error').toEqual([])
  },
  openAs: async ({ context, page, server }, use) => {
    await use(async (personId, path) => {
      const [name = '', value = ''] = server.cookieOf(personId).split('=')
      await context.clearCookies()
      await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Lax' }])
      await page.goto(server.url + path)
    })
  },
})

/** The browser calls every 4xx an error; a form that comes back with its mistakes marked, or beside what somebody else saved, is an answer. */
function isRefusedForm(text: string): boolean {
  return /^Failed to load resource: .* status of (409|422) /.test(text)
}

/** Remix writes to the console when the page gave a request up for a newer one while it read the answer. */
function isGivenUp(text: string): boolean {
  return text.startsWith('AbortError: signal is aborted without reason')
}

/**
 * Fails when axe finds something serious or critical on the page as it stands.
 * @param rules those of WCAG 2.2 AA, or every rule of axe
 */
export async function expectAccessible(page: Page, rules: 'wcag' | 'all' = 'wcag'): Promise<void> {
  // Within the page itself: no page of ours holds a frame, and a second tab for the sum of all frames costs more than the rules.
  expect(page.frames()).toHaveLength(1)
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (rules === 'wcag') builder.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  const { violations } = await builder.analyze()
  const serious = violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) =>
        `${violation.id}: ${violation.help} (${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')})`,
    )
  expect(serious).toEqual([])
}

export { expect }
