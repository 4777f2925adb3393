import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endStreamsOf } from '#app/domains/debrief/meeting/changes.server.ts'
import { signOut } from '#app/domains/people/sign-in-use-cases.server.ts'
import { findSecretHash, hasGuestCookie, signOutCookie } from '#app/domains/people/sign-in.server.ts'
import type { RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'

// Whoever is signed out already is sent to the same page, so it asks for nobody.
export const handle = { rule: 'public' } satisfies RouteHandle

export function loader() {
  throw redirect(paths.home())
}

export function action({ request, context }: ActionFunctionArgs) {
  const cookies = request.headers.get('Cookie')
  const secretHash = findSecretHash(cookies, context.services)
  signOut(context.services, secretHash)
  if (secretHash) endStreamsOf(context.services.db, secretHash)
  const door = hasGuestCookie(cookies, context.services) ? paths.guestEntry() : paths.signIn()
  throw redirect(`${door}?done=out`, { headers: { 'Set-Cookie': signOutCookie(context.services) } })
}
