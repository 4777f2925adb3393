import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hashSecret, newSecret } from '#app/lib/new-id.server.ts'
import type { Services } from '#app/lib/services.ts'
import type * as entry from '#app/entry.server.tsx'
import { write, type Db } from '#db/client.server.ts'
import { signIn } from '#db/schema/people.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type TestServer = {
  url: string
  port: number
  /** What the start prints once it listens, such as the set-up link. */
  lines: string[]
  db: Db
  services: Services
  /** Moves the server's clock; it stands still otherwise only when it was given. */
  clock: { now: number | null }
  /** A Cookie header that is signed in as this person. */
  cookieOf: (userId: string) => string
  /** Sends a request as a person (or signed out), as a page of ours would; redirects are not followed. */
  request: (
    path: string,
    options?: {
      as?: string | undefined
      method?: string
      form?: Record<string, string> | FormData
      json?: unknown
      headers?: Record<string, string>
    },
  ) => Promise<Response>
  close: () => Promise<void>
}

/** The finished build, as the start command imports it. */
export async function importBuild(): Promise<
  Parameters<typeof entry.listen>[0] & { entry: { module: typeof entry } }
> {
  return import(pathToFileURL(join(root, 'build/server/index.js')).href)
}

/**
 * Serves the build on a free port, on a fresh migrated database.
 * @param given settings beside the defaults; `now` makes the clock stand there
 */
export async function startTestServer(
  given: { env?: Record<string, string>; now?: number } = {},
): Promise<TestServer> {
  const build = await importBuild()
  const { createServices, listen, readEnv } = build.entry.module
  const dataDir = mkdtempSync(join(tmpdir(), 'panelist-test-'))
  const env = readEnv({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    LOG_FILE: join(dataDir, 'test.log'),
    ...given.env,
  })
  const clock = { now: given.now ?? null }
  const services: Services = { ...createServices(env), now: () => clock.now ?? Date.now() }
  const serving = await listen(build, services)

  function cookieOf(userId: string): string {
    const secret = newSecret()
    const now = services.now()
    write(services.db, (tx) =>
      tx
        .insert(signIn)
        .values({
          secretHash: hashSecret(secret),
          userId,
          createdAtMs: now,
          lastSeenAtMs: now,
          expiresAtMs: now + 86_400_000_000,
          device: 'test',
        })
        .run(),
    )
    return `panelist=${secret}`
  }
  return {
    url: serving.url,
    lines: serving.lines,
    port: serving.port,
    db: services.db,
    services,
    clock,
    cookieOf,
    request(path, options = {}) {
      const headers = new Headers({
        'Sec-Fetch-Site': 'same-origin',
        Accept: 'text/html',
        ...options.headers,
      })
      if (options.as) headers.set('Cookie', cookieOf(options.as))
      const { form } = options
      const body =
        form instanceof FormData
          ? form
          : form
            ? new URLSearchParams(form)
            : options.json === undefined
              ? undefined
              : JSON.stringify(options.json)
      if (options.json !== undefined) headers.set('Content-Type', 'application/json')
      const method = options.method ?? (body === undefined ? 'GET' : 'POST')
      return fetch(new URL(path, serving.url), {
        method,
        headers,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      })
    },
    async close() {
      await serving.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
