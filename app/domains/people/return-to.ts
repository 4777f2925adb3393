/**
 * Where to go after signing in: the path that was asked for, when it is a path of ours.
 * @returns `/` for everything that could lead to another site
 */
export function ownPath(to: string | null | undefined): string {
  if (!to || !to.startsWith('/') || to.startsWith('//')) return '/'
  // A browser reads \ as / and drops tabs and line ends, so that /\evil.example is another site.
  const isClean = [...to].every((sign) => sign > ' ' && sign !== '\\' && sign !== '\u007f')
  if (!isClean) return '/'
  const base = 'http://panelist.invalid'
  if (!URL.canParse(to, base)) return '/'
  const url = new URL(to, base)
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}
