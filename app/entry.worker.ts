/*
 * The service worker: a reload works without a connection and shows the scorecards that are open. It asks the network
 * first, keeps nothing but scorecards to be filled of the one person who is signed in, and the files these need.
 */
import {
  freshForMs,
  isPagesCache,
  isScorecardPath,
  keptForMs,
  kindOfRequest,
  pagesCacheOf,
  type WorkerMessage,
} from './domains/scorecards/saving/kept-page.ts'
import { offlinePage } from './offline-page.ts'

// Written in by the build: the files of the shell, and a hash of their names.
declare const shellFiles: readonly string[]
declare const shellVersion: string

// The library of types for workers excludes the one for pages; these few are all that is used.
type WorkerEvent = Event & { waitUntil: (work: Promise<unknown>) => void }
type FetchEvent = WorkerEvent & { request: Request; respondWith: (answer: Promise<Response>) => void }
type MessageFromPage = WorkerEvent & { data: WorkerMessage }
declare const self: {
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
    (type: 'fetch', listener: (event: FetchEvent) => void): void
    (type: 'message', listener: (event: MessageFromPage) => void): void
  }
  clients: { claim: () => Promise<void> }
  location: Location
}

const shellPrefix = 'panelist-shell-'
const shellName = shellPrefix + shellVersion
const keptAtHeader = 'X-Kept-At'
const patienceMs = 6_000

// A new version waits until every page of the old one is closed; until then both shells are there.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(shellName).then((cache) => cache.addAll([...shellFiles])))
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  switch (kindOfRequest(request, self.location.origin)) {
    case 'scorecard':
      event.respondWith(answerScorecard(request))
      return
    case 'page':
      event.respondWith(fetch(request).catch(answerOffline))
      return
    case 'file':
      event.respondWith(caches.match(request).then((file) => file ?? fetch(request)))
      return
    case 'sign':
      event.waitUntil(forgetPages(null))
      return
    case 'other':
  }
})

self.addEventListener('message', (event) => {
  event.waitUntil(hear(event.data))
})

async function hear(message: WorkerMessage): Promise<void> {
  switch (message.kind) {
    case 'person':
      await forgetPages(message.personId)
      if (message.personId !== null) await dropOldShells()
      return
    case 'keep':
      await forgetPages(message.personId)
      await keepOpenPage(message)
      return
    case 'drop':
      for (const cache of await openPages()) await cache.delete(message.path)
  }
}

async function openPages(): Promise<Cache[]> {
  const names = await caches.keys()
  return Promise.all(names.filter(isPagesCache).map((name) => caches.open(name)))
}

/** Throws away the pages of everybody but one. */
async function forgetPages(exceptOf: string | null): Promise<void> {
  const names = await caches.keys()
  const others = names.filter(
    (name) => isPagesCache(name) && (exceptOf === null || name !== pagesCacheOf(exceptOf)),
  )
  await Promise.all(others.map((name) => caches.delete(name)))
}

async function keepOpenPage({ personId, path }: { personId: string; path: string }): Promise<void> {
  const cache = await caches.open(pagesCacheOf(personId))
  const kept = await cache.match(path)
  if (isScorecardPath(path) && (!kept || Date.now() - keptAt(kept) > freshForMs)) await keepPage(cache, path)
}

/**
 * Fetches a page and keeps it; one that the server does not show any more is thrown away.
 * @returns whether the server answered
 */
async function keepPage(cache: Cache, path: string): Promise<boolean> {
  try {
    const page = await fetch(path, {
      headers: { Accept: 'text/html' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (page.status >= 500) return false
    if (!page.ok) {
      await cache.delete(path)
      return true
    }
    const headers = new Headers(page.headers)
    headers.set(keptAtHeader, String(Date.now()))
    await cache.put(path, new Response(await page.blob(), { headers }))
    return true
  } catch {
    return false
  }
}

function keptAt(page: Response): number {
  return Number(page.headers.get(keptAtHeader) ?? 0)
}

/** From the network; a kept copy when that does not answer, or only to say that it is in trouble. */
async function answerScorecard(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const kept = await findPage(pathname)
  try {
    // Whoever has a copy need not wait for ever.
    const answer = await (kept ? beforeLong(fetch(request)) : fetch(request))
    return kept && answer.status >= 500 ? kept : answer
  } catch {
    return kept ?? answerOffline()
  }
}

function beforeLong(answer: Promise<Response>): Promise<Response> {
  return Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('too slow')), patienceMs)),
  ])
}

async function findPage(path: string): Promise<Response | undefined> {
  for (const cache of await openPages()) {
    const page = await cache.match(path)
    if (page && Date.now() - keptAt(page) < keptForMs) return page
  }
  return undefined
}

async function answerOffline(): Promise<Response> {
  const caches = await openPages()
  const pages = await Promise.all(caches.map((cache) => cache.keys()))
  const open = pages.flat().map((request) => new URL(request.url).pathname)
  return new Response(offlinePage(open), {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
    },
  })
}

/** The files of earlier versions go once every kept page is one of this version. */
async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(shellPrefix) && name !== shellName)
  if (old.length === 0) return
  for (const cache of await openPages()) {
    for (const { url } of await cache.keys()) {
      if (!(await keepPage(cache, new URL(url).pathname))) return
    }
  }
  await Promise.all(old.map((name) => caches.delete(name)))
}
