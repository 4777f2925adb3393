import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useEffect } from 'react'
import { findSignedIn, hasGuestCookie } from '#app/domains/people/sign-in.server.ts'
import { ownPath } from '#app/domains/people/return-to.ts'
import { FrontDoor } from '#app/domains/people/ui/front-door.tsx'
import { readCode, spellCode } from '#app/domains/scheduling/guests/guest-code.ts'
import { typedCodeSchema } from '#app/domains/scheduling/guests/guest.schema.ts'
import { GuestCodeForm } from '#app/domains/scheduling/ui/guest-code-form.tsx'
import { tellWho } from '#app/domains/scorecards/ui/saving/worker.ts'
import { formRefusal, parseForm, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Note } from '#app/ui/note.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'public' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Guest access · Panelist' }]

export function loader({ request, context }: LoaderFunctionArgs) {
  const cookies = request.headers.get('Cookie')
  if (findSignedIn(cookies, context.services)?.access === 'guest')
    throw redirect(wantedOf(request) ?? paths.home())
  return {
    hasEnded: hasGuestCookie(cookies, context.services),
    wanted: wantedOf(request),
    isOut: new URL(request.url).searchParams.get('done') === 'out',
  }
}

/** The page that was asked for before signing in; the code alone opens the briefing. */
function wantedOf(request: Request): string | undefined {
  const to = ownPath(new URL(request.url).searchParams.get('to'))
  return to === '/' ? undefined : to
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, typedCodeSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const code = readCode(form.value.code)
  if (code) throw redirect(paths.guestLink(spellCode(code), wantedOf(args.request)))
  const errors = { code: ['A code has 15 letters and digits. Look whether one is missing.'] }
  return formRefusal({ kind: 'invalid', errors }, form.value)
}

export default function GuestEntry() {
  const { hasEnded, isOut, wanted } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isGone = hasEnded || isOut
  useEffect(() => {
    if (isGone) tellWho(null)
  }, [isGone])
  return (
    <FrontDoor
      title={hasEnded ? 'Your guest access has ended' : 'Join as a guest'}
      lead={
        hasEnded
          ? 'It was taken back, its time is over, or this browser was not used for twelve hours. What you saved is kept.'
          : 'With the code that somebody of the panel gave you. You need no account.'
      }
    >
      {isOut && !answer ? (
        <Note tone="calm" className="mb-4">
          You are signed out.
        </Note>
      ) : null}
      {hasEnded ? (
        <p className="mb-4 text-dense">
          If your code still opens, go on with it. If not, ask whoever gave it to you for a new one.
        </p>
      ) : null}
      <GuestCodeForm errors={answer?.errors} value={answer?.values['code']} returnTo={wanted} />
      <p className="mt-5 text-dense text-ink-2">
        You have an account? <TextLink to={paths.signIn(wanted)}>Sign in</TextLink>
      </p>
    </FrontDoor>
  )
}
