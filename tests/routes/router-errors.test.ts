import { createServer, type Server } from 'node:http'
import { data, type ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '#app/server/app.server.ts'
import { importBuild, startTestServer, type TestServer } from '#tests/support/server.ts'

let built: TestServer
let server: Server
let url: string
const logged: unknown[] = []

beforeAll(async () => {
  built = await startTestServer()
  const build = await importBuild()
  const services = { ...built.services, log: Object.create(built.services.log) }
  services.log.error = (line: unknown) => logged.push(line)
  const app = createApp({
    build: withRoutes(build, {
      'breaks.pdf': () => {
        throw new Error('secret detail of a bug')
      },
      'not-yours.pdf': () => {
        throw data({ message: 'words of the route' }, 404)
      },
      'kept.pdf': () => new Response('kept', { headers: { 'Cache-Control': 'private, max-age=60' } }),
      'plain.pdf': () => new Response('plain'),
      address: ({ request }) => new Response(request.url),
    }),
    services,
    clientDir: build.assetsBuildDirectory,
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(async () => {
  server.close()
  await built.close()
})

type Loader = (args: { request: Request }) => unknown

/** The build with resource routes that no real installation has. */
function withRoutes(build: ServerBuild, loaders: Record<string, Loader>): ServerBuild {
  const routes = { ...build.routes }
  for (const [path, loader] of Object.entries(loaders)) {
    routes[path] = { id: path, parentId: 'root', path, module: { loader } as never }
  }
  return { ...build, routes }
}

function get(path: string, headers: Record<string, string> = { Accept: 'text/html' }): Promise<Response> {
  return fetch(url + path, { headers })
}

test('a bug in a resource route is a page in words, without the bug, and is logged with its request', async () => {
  const answer = await get('/breaks.pdf')
  expect(answer.status).toBe(500)
  const page = await answer.text()
  expect(page).toContain('Something went wrong on our side')
  expect(page).not.toContain('secret detail')
  expect(logged).toContainEqual(
    expect.objectContaining({
      requestId: answer.headers.get('X-Request-Id'),
      err: expect.objectContaining({ message: 'secret detail of a bug' }),
    }),
  )
})

test('a program gets the same as JSON', async () => {
  const answer = await get('/breaks.pdf', { Accept: 'application/json' })
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({ message: expect.stringContaining('written to the log') })
})

test('a refusal of a resource route keeps its status, is in words, and is no bug', async () => {
  const before = logged.length
  const answer = await get('/not-yours.pdf')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Nothing here')
  expect(logged).toHaveLength(before)
})

test('a post to a route that takes none is refused in words', async () => {
  const answer = await fetch(`${url}/plain.pdf`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' },
    body: 'a=b',
  })
  expect(answer.status).toBe(405)
  expect(await answer.text()).toContain('not possible here')
})

test('nothing is stored by a browser unless the route says so', async () => {
  expect((await get('/plain.pdf')).headers.get('Cache-Control')).toBe('no-store')
  expect((await get('/kept.pdf')).headers.get('Cache-Control')).toBe('private, max-age=60')
})

test('a path of two slashes stays on this host', async () => {
  expect(await (await get('/address')).text()).toBe(`${url}/address`)
  const answer = await get('//evil.example/address')
  expect(answer.status).toBe(404)
})
