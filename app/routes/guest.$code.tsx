import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { findSignedIn, signInCookie } from '#app/domains/people/sign-in.server.ts'
import { ownPath } from '#app/domains/people/return-to.ts'
import { FrontDoor } from '#app/domains/people/ui/front-door.tsx'
import { acceptNotice, readNotice } from '#app/domains/scheduling/guests/enter-guest.server.ts'
import { GuestCodeForm } from '#app/domains/scheduling/ui/guest-code-form.tsx'
import { GuestNotice } from '#app/domains/scheduling/ui/guest-notice.tsx'
import { formatExactly } from '#app/lib/dates.ts'
import { readBrowser, type RouteHandle } from '#app/lib/http.server.ts'
import type { Failure } from '#app/lib/result.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'

export const handle = { rule: 'public' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Guest access · Panelist' }]

export async function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args
  const { services } = context
  const notice = await readNotice(services, {
    code: params['code'] ?? '',
    address: readBrowser(args).address,
  })
  if (!notice.ok) return refuse(notice.error)
  const { name, hostName, endsAtMs } = notice.value
  const signedIn = findSignedIn(request.headers.get('Cookie'), services)
  return {
    refusal: undefined,
    name,
    hostName,
    ends: formatExactly(endsAtMs, zoneOf(request)),
    leaves: signedIn && signedIn.access !== 'guest' ? signedIn.name : undefined,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context
  const entered = await acceptNotice(services, { code: args.params['code'] ?? '' }, readBrowser(args))
  if (!entered.ok) return refuse(entered.error)
  const cookie = signInCookie(entered.value.secret, services)
  const to = ownPath(new URL(args.request.url).searchParams.get('to'))
  throw redirect(to === '/' ? paths.briefing(entered.value.sessionId) : to, {
    headers: { 'Set-Cookie': cookie },
  })
}

/** Says the same of every code that opens nothing, whatever the reason. */
function refuse(error: Failure) {
  return error.kind === 'limited'
    ? data({ refusal: error.message }, 429)
    : data(
        { refusal: 'It may be mistyped, over, or taken back. Look at it again, or ask for a new one.' },
        404,
      )
}

export default function GuestDoor() {
  const loaded = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal ?? loaded.refusal
  if (refusal !== undefined || loaded.refusal !== undefined)
    return (
      <FrontDoor title="This code opens nothing" lead={refusal}>
        <GuestCodeForm />
      </FrontDoor>
    )
  const { name, hostName, ends, leaves } = loaded
  return (
    <FrontDoor title="Before you join" lead={`${hostName} invites you, ${name}, to a panel interview.`}>
      <GuestNotice ends={ends} />
      {leaves === undefined ? null : (
        <Note className="mt-5">
          You are signed in here as {leaves}. Going on as a guest signs that account out in this browser.
        </Note>
      )}
      <Form method="post" className="mt-6 grid">
        <Button type="submit" variant="primary">
          I accept, open the interview
        </Button>
      </Form>
    </FrontDoor>
  )
}
