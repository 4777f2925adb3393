/** How somebody likes the live scorecard; kept in a cookie, so that the server renders it right at once. */
export type LivePrefs = {
  view: 'one' | 'list'
  /** Enter in the evidence begins the next line with the minute of the interview. */
  hasStamps: boolean
}

const year = 31_536_000

/** What a person chose on this browser; one question at a time, with stamps, before they chose. */
export function readLivePrefs(cookies: string | null, personId: string): LivePrefs {
  const words = (readCookie(cookies, cookieOf(personId)) ?? '').split('.')
  return { view: words.includes('list') ? 'list' : 'one', hasStamps: !words.includes('unstamped') }
}

/** The cookie that keeps a person's choice. */
export function livePrefsCookie(personId: string, { view, hasStamps }: LivePrefs): string {
  const value = `${view}.${hasStamps ? 'stamped' : 'unstamped'}`
  return `${cookieOf(personId)}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`
}

function cookieOf(personId: string): string {
  return `live-${personId}`
}

const hiding = 'hide-ratings'

/** Whether ratings are hidden in this browser until it is closed. */
export function readHidden(cookies: string | null): boolean {
  return readCookie(cookies, hiding) === '1'
}

/** The cookie that hides ratings until the browser is closed, or shows them again. */
export function hiddenCookie(isHidden: boolean): string {
  return `${hiding}=${isHidden ? '1' : ''}; Path=/; SameSite=Lax${isHidden ? '' : '; Max-Age=0'}`
}

function readCookie(cookies: string | null, name: string): string | undefined {
  for (const part of (cookies ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name) return value
  }
  return undefined
}
