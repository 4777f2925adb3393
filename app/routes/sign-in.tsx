import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useEffect } from 'react'
import { ownPath } from '#app/domains/people/return-to.ts'
import { signInSchema } from '#app/domains/people/person.schema.ts'
import { signInWithPassword } from '#app/domains/people/sign-in-use-cases.server.ts'
import { findSignedIn, signInCookie } from '#app/domains/people/sign-in.server.ts'
import { FrontDoor } from '#app/domains/people/ui/front-door.tsx'
import { tellWho } from '#app/domains/scorecards/ui/saving/worker.ts'
import { formRefusal, parseForm, readBrowser, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'public' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Sign in · Panelist' }]

const told: Readonly<Record<string, string>> = {
  reset: 'Your new password is set, and you are signed out everywhere. Sign in with it.',
  out: 'You are signed out.',
  everywhere: 'You are signed out everywhere.',
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams
  const to = ownPath(search.get('to'))
  if (findSignedIn(request.headers.get('Cookie'), context.services)) throw redirect(to)
  const done = search.get('done') ?? ''
  const hint = Object.hasOwn(told, done) ? told[done] : to === '/' ? undefined : 'Sign in to open this page.'
  return { hint, to: to === '/' ? undefined : to }
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, signInSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const result = await signInWithPassword(args.context.services, form.value, readBrowser(args))
  if (!result.ok) return formRefusal(result.error, { email: form.value.email })
  const to = ownPath(new URL(args.request.url).searchParams.get('to'))
  const cookie = signInCookie(result.value.secret, args.context.services)
  throw redirect(to, { headers: { 'Set-Cookie': cookie } })
}

export default function SignIn() {
  const { hint, to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useEffect(() => tellWho(null), [])
  return (
    <FrontDoor title="Sign in">
      {hint && !answer ? (
        <Note tone="calm" className="mb-4">
          {hint}
        </Note>
      ) : null}
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary errors={answer?.errors} title="You are not signed in yet" />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          required
          defaultValue={answer?.values.email}
          errors={answer?.errors}
        />
        <TextField
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          required
          errors={answer?.errors}
        />
        <Button type="submit" variant="primary">
          Sign in
        </Button>
      </Form>
      <p className="mt-5 text-dense text-ink-2">
        <TextLink to={paths.forgotPassword()}>Forgotten your password?</TextLink> New here? Ask a manager or
        an administrator for an invitation.{' '}
        <TextLink to={paths.guestEntry(to)}>Join as a guest with a code</TextLink>
      </p>
    </FrontDoor>
  )
}
