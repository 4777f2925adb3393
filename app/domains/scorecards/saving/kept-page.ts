/** What a page of ours tells the service worker. */
export type WorkerMessage =
  /** Who is signed in; pages of anybody else are thrown away. */
  | { kind: 'person'; personId: string | null }
  /** A scorecard is open, and must open again without a connection. */
  | { kind: 'keep'; personId: string; path: string }
  /** A scorecard was handed in. */
  | { kind: 'drop'; path: string }

/** A page is kept for as long as an idle sign-in lasts: after that the server would not show it either. */
export const keptForMs = 12 * 3_600_000

/** A page that was kept so lately is not fetched again. */
export const freshForMs = 60_000

const cachePrefix = 'panelist-pages-'

/** The cache of a person's pages. */
export function pagesCacheOf(personId: string): string {
  return cachePrefix + personId
}

/** Whether a cache holds pages of somebody. */
export function isPagesCache(name: string): boolean {
  return name.startsWith(cachePrefix)
}

export type RequestKind =
  /** A scorecard to be filled, opened by the browser. */
  | 'scorecard'
  /** Another page, opened by the browser. */
  | 'page'
  /** A file of the build or a font, which changes its name when it changes. */
  | 'file'
  /** Somebody leaves or comes. */
  | 'sign'
  | 'other'

type Asked = { method: string; mode: string; url: string }

/** What the service worker has to do with a request; it keeps out of everything that is `other`. */
export function kindOfRequest({ method, mode, url }: Asked, origin: string): RequestKind {
  const { pathname, origin: askedOrigin } = new URL(url)
  if (askedOrigin !== origin) return 'other'
  if (method === 'POST') return /^\/(sign-(in|out)|guest\/[^/]+)(\.data)?$/.test(pathname) ? 'sign' : 'other'
  if (method !== 'GET') return 'other'
  if (/^\/(assets|fonts)\/|^\/(favicon\.svg|manifest\.webmanifest)$/.test(pathname)) return 'file'
  if (mode !== 'navigate') return 'other'
  return isScorecardPath(pathname) ? 'scorecard' : 'page'
}

/** Whether a path is that of a scorecard to be filled; nothing else is ever kept. */
export function isScorecardPath(path: string): boolean {
  return /^\/scorecards\/[^/]+\/fill$/.test(path)
}
