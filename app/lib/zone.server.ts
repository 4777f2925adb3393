import { parse } from 'cookie'
import { isZone } from './dates.ts'
import { zoneCookieName } from './zone-cookie.ts'

/** The time zone of the browser that asks; this machine's own before the browser has said it. */
export function zoneOf(request: Request): string {
  const said = parse(request.headers.get('Cookie') ?? '')[zoneCookieName]
  return said && isZone(said) ? said : Intl.DateTimeFormat().resolvedOptions().timeZone
}
