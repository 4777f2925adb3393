import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { accessWords } from '#app/domains/people/access-words.ts'
import { acceptInvitation, readInvitation } from '#app/domains/people/join-use-cases.server.ts'
import { acceptSchema, tokenSchema } from '#app/domains/people/person.schema.ts'
import { signInCookie } from '#app/domains/people/sign-in.server.ts'
import { FrontDoor } from '#app/domains/people/ui/front-door.tsx'
import { NewPasswordField } from '#app/domains/people/ui/new-password-field.tsx'
import {
  formRefusal,
  parseForm,
  parseOr404,
  readBrowser,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle = { rule: 'public' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Your invitation · Panelist' }]

export function loader({ params, context }: LoaderFunctionArgs) {
  const link = unwrap(readInvitation(context.services, parseOr404(tokenSchema, params.token)))
  return { state: link.state, email: link.email, access: accessWords[link.access] }
}

export async function action(args: ActionFunctionArgs) {
  const token = parseOr404(tokenSchema, args.params.token)
  const form = await parseForm(args.request, acceptSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const result = await acceptInvitation(args.context.services, { ...form.value, token }, readBrowser(args))
  if (!result.ok) return formRefusal(result.error, { name: form.value.name })
  const cookie = signInCookie(result.value.secret, args.context.services)
  throw redirect(paths.home(), { headers: { 'Set-Cookie': cookie } })
}

export default function Invitation() {
  const { state, email, access } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (state !== 'open' && !answer) {
    const lead =
      state === 'used'
        ? 'The account exists. Sign in with your e-mail and the password you chose.'
        : 'It was taken back, replaced by a newer one, or is more than a week old. Ask whoever sent it for a new one.'
    return (
      <FrontDoor
        title={state === 'used' ? 'This invitation was used' : 'This invitation has ended'}
        lead={lead}
      >
        <LinkButton to={paths.signIn()} variant={state === 'used' ? 'primary' : 'plain'}>
          {state === 'used' ? 'Sign in' : 'Go to the sign-in page'}
        </LinkButton>
      </FrontDoor>
    )
  }
  return (
    <FrontDoor
      title="Join Panelist"
      lead={`You are invited as ${access.name.toLowerCase()}. ${access.does}.`}
    >
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          description="You sign in with it."
          autoComplete="username"
          readOnly
          value={email}
        />
        <TextField
          name="name"
          label="Your name"
          description="As colleagues and printed kits should show it."
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={answer?.values.name}
          errors={answer?.errors}
        />
        <NewPasswordField errors={answer?.errors} />
        <Button type="submit" variant="primary">
          Create my account
        </Button>
      </Form>
    </FrontDoor>
  )
}
