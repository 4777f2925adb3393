import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { enterDemo } from '#app/domains/people/demo-links.server.ts'
import { tokenSchema } from '#app/domains/people/person.schema.ts'
import { signInCookie } from '#app/domains/people/sign-in.server.ts'
import { parseOr404, readBrowser, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'public' } satisfies RouteHandle

export function loader(args: LoaderFunctionArgs) {
  const { services } = args.context
  const token = parseOr404(tokenSchema, args.params.token)
  const { secret } = unwrap(enterDemo(services, token, readBrowser(args)))
  throw redirect(paths.home(), { headers: { 'Set-Cookie': signInCookie(secret, services) } })
}
