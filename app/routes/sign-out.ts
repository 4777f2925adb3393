import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '#app/domains/people/sign-in-use-cases.server.ts'
import { findSecretHash, signOutCookie } from '#app/domains/people/sign-in.server.ts'
import type { RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'

// Whoever is signed out already is sent to the same page, so it asks for nobody.
export const handle = { rule: 'public' } satisfies RouteHandle

export function loader() {
  throw redirect(paths.home())
}

export function action({ request, context }: ActionFunctionArgs) {
  signOut(context.services, findSecretHash(request.headers.get('Cookie'), context.services))
  throw redirect(`${paths.signIn()}?done=out`, { headers: { 'Set-Cookie': signOutCookie(context.services) } })
}
