import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importBuild, startTestServer, type TestServer } from '#tests/support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

type Raw = { status: number; body: string }

/** A request with exactly these headers, which fetch would not allow. */
function send(
  path: string,
  given: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const outgoing = httpRequest(
      { hostname, port, path, method: given.method ?? 'GET', headers: given.headers ?? {}, agent: false },
      (answer) => {
        let body = ''
        answer.on('data', (part: Buffer) => (body += part.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(given.body)
  })
}

test('every answer carries the security headers, and its own nonce', async () => {
  const [one, two] = await Promise.all([server.request('/sign-in'), server.request('/sign-in')])
  const policy = one.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(policy).not.toBe(two.headers.get('Content-Security-Policy'))
  expect(one.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(one.headers.get('Cache-Control')).toBe('no-store')
  expect(one.headers.get('X-Request-Id')).not.toBe(two.headers.get('X-Request-Id'))
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
  expect(await one.text()).toContain(nonce)
})

test('the service worker is looked up anew each time, and every file that it keeps is there', async () => {
  const answer = await server.request('/sw.js')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Cache-Control')).toBe('no-cache')
  expect(answer.headers.get('Content-Type')).toMatch(/javascript/)
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  const code = await answer.text()
  const files = [...code.matchAll(/"(\/(?:assets|fonts)\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(files.some((path) => path.endsWith('.css'))).toBe(true)
  expect(files.some((path) => path.includes('entry.client'))).toBe(true)
  for (const path of files) expect([path, (await server.request(path)).status]).toEqual([path, 200])
})

test('the health of the program can be asked without signing in', async () => {
  const answer = await server.request('/health')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ok' })
})

test.each(['/sign-in', '/sign-in.data', '/api/operations', '/health', '/people'])(
  'a post to %s from another site is refused in words',
  async (path) => {
    const host = new URL(server.url).host
    const body = 'a=b'
    const base = {
      Host: host,
      'Content-Length': '3',
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'text/html',
    }
    const foreign = await send(path, {
      method: 'POST',
      headers: { ...base, Origin: 'https://evil.example' },
      body,
    })
    expect(foreign.status).toBe(403)
    expect(foreign.body).toContain('another site')
    const crossSite = await send(path, {
      method: 'POST',
      headers: { ...base, 'Sec-Fetch-Site': 'cross-site', Origin: `http://${host}` },
      body,
    })
    expect(crossSite.status).toBe(403)
    const silent = await send(path, { method: 'POST', headers: base, body })
    expect(silent.status).toBe(403)
  },
)

test('a body of unknown or too great size never reaches a route', async () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  expect(
    (
      await send('/sign-in', {
        method: 'POST',
        headers: { ...headers, 'Transfer-Encoding': 'chunked' },
        body: 'a=b',
      })
    ).status,
  ).toBe(411)
  const tooLarge = await send('/sign-in', {
    method: 'POST',
    headers: { ...headers, 'Content-Length': String(3 * 1_048_576) },
    body: '',
  }).catch(() => null)
  expect(tooLarge?.status ?? 413).toBe(413)
})

test.each(['/%E0%A4%A', '/%00', '/?_data=root', '*', 'http://evil.example/sign-in'])(
  'the address %s is refused in words',
  async (path) => {
    const answer = await send(path, { headers: { Accept: 'text/html', Host: new URL(server.url).host } })
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('could not be read')
  },
)

test('files of the build are kept for a year, other files for an hour, and a missing one is a plain 404', async () => {
  const page = await (await server.request('/sign-in')).text()
  const asset = /\/assets\/[^"]+\.css/.exec(page)?.[0] ?? ''
  const built = await server.request(asset)
  expect(built.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect((await server.request('/favicon.svg')).headers.get('Cache-Control')).toBe('public, max-age=3600')
  const missing = await server.request('/assets/old-abc123.js')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('Cache-Control')).toBe('no-store')
  expect((await server.request('/.vite/manifest.json')).status).toBe(404)
})

test('behind a proxy of this machine, https is believed and the host is the one we know', async () => {
  const other = await startTestServer({ env: { APP_URL: 'https://panelist.example' } })
  const { port } = other
  const ask = (headers: Record<string, string>, method = 'GET') =>
    new Promise<{ status: number; hsts: string | undefined }>((resolve, reject) => {
      httpRequest(
        { hostname: '127.0.0.1', port, path: '/sign-in', method, headers, agent: false },
        (answer) => {
          answer.resume()
          resolve({
            status: answer.statusCode ?? 0,
            hsts: answer.headers['strict-transport-security'],
          })
        },
      )
        .on('error', reject)
        .end()
    })
  const https = { 'X-Forwarded-Proto': 'https' }
  const good = await ask({ ...https, Host: 'panelist.example' })
  expect(good.status).not.toBe(421)
  expect(good.hsts).toContain('max-age')
  expect((await ask({ ...https, Host: 'evil.example' })).status).toBe(421)
  expect((await ask({ Host: 'panelist.example' })).status).toBe(426)
  const posted = { ...https, 'Content-Length': '0', Origin: 'https://panelist.example' }
  expect((await ask({ ...posted, Host: `127.0.0.1:${port}` }, 'POST')).status).not.toBe(403)
  expect(
    (await ask({ ...posted, Host: 'panelist.example', Origin: 'http://evil.example' }, 'POST')).status,
  ).toBe(403)
  await other.close()
})

test('a foreign name that points at this machine gets nothing', async () => {
  expect((await send('/sign-in', { headers: { Host: 'evil.example' } })).status).toBe(426)
  const viaProxy = { Host: 'evil.example', 'X-Forwarded-Proto': 'https' }
  expect((await send('/sign-in', { headers: viaProxy })).status).toBe(421)
})

test('an unknown address is a friendly 404', async () => {
  const answer = await server.request('/no-such-page')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Nothing here')
})

test('stopping lets a request under way finish, and closes the database', async () => {
  const other = await startTestServer()
  const { hostname, port } = new URL(other.url)
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': '3', Expect: '100-continue' }
  const underWay = httpRequest({ hostname, port, path: '/sign-in', method: 'POST', headers, agent: false })
  const answered = new Promise<number>((resolve, reject) => {
    underWay.once('error', reject)
    underWay.once('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
  })
  underWay.flushHeaders()
  await new Promise((resolve) => underWay.once('continue', resolve))
  const stopped = other.close()
  underWay.end('a=b')
  expect(await answered).toBeGreaterThanOrEqual(200)
  await stopped
  expect(other.db.$client.open).toBe(false)
})

test('a taken port is an error that names the port', async () => {
  const port = new URL(server.url).port
  await expect(startTestServer({ env: { PORT: port } })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    port: Number(port),
  })
})

test.each([
  [{ PORT: 'eighty' }, /PORT: must be a port number/],
  [{ APP_URL: 'panelist' }, /APP_URL: must be an address/],
  [{ APP_URL: 'http://panelist.example' }, /APP_URL: must have no path, and https/],
  [{ DATABASE_URL: 'postgres://localhost/panelist' }, /DATABASE_URL: must be a path/],
  [{ SMTP_URL: 'https://mail' }, /SMTP_URL: must begin with smtp/],
])('the setting %o is refused by name', async (source, message) => {
  const { readEnv } = (await importBuild()).entry.module
  expect(() => readEnv(source)).toThrow(message)
})

test('demo mode listens on this machine only, on a file of its own', async () => {
  const { readEnv } = (await importBuild()).entry.module
  const env = readEnv({ PANELIST_DEMO: '1', HOST: '0.0.0.0', DATABASE_URL: '/real.db' })
  expect(env).toMatchObject({ HOST: '127.0.0.1', databaseFile: '.data/demo.db' })
})
