import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { ErrorPage } from '#app/error-page.tsx'
import { completeSetUp, readSetUpLink } from '#app/domains/people/join-use-cases.server.ts'
import { setUpSchema, tokenSchema } from '#app/domains/people/person.schema.ts'
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
export const meta: MetaFunction = () => [{ title: 'Set up · Panelist' }]

export function loader({ params, context }: LoaderFunctionArgs) {
  return unwrap(readSetUpLink(context.services, parseOr404(tokenSchema, params.token)))
}

export async function action(args: ActionFunctionArgs) {
  const token = parseOr404(tokenSchema, args.params.token)
  const form = await parseForm(args.request, setUpSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const { name, email } = form.value
  const result = await completeSetUp(args.context.services, { ...form.value, token }, readBrowser(args))
  if (!result.ok) return formRefusal(result.error, { name, email })
  const cookie = signInCookie(result.value.secret, args.context.services)
  throw redirect(paths.home(), { headers: { 'Set-Cookie': cookie } })
}

export default function SetUp() {
  const { state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (state === 'used' && !answer)
    return (
      <FrontDoor
        title="This installation is set up"
        lead="The link has done its work and opens nothing any more."
      >
        <LinkButton to={paths.signIn()} variant="primary">
          Sign in
        </LinkButton>
      </FrontDoor>
    )
  if (state === 'expired' && !answer)
    return (
      <FrontDoor
        title="This link no longer works"
        lead="A newer start replaced it, or it is more than a week old. Start Panelist again: it prints a new one."
      >
        <LinkButton to={paths.signIn()}>Go to the sign-in page</LinkButton>
      </FrontDoor>
    )
  return (
    <FrontDoor title="Set up Panelist" lead="You become the administrator and invite the others afterwards.">
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={answer?.values.name}
          errors={answer?.errors}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          description="You sign in with it."
          autoComplete="username"
          required
          defaultValue={answer?.values.email}
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

export function ErrorBoundary() {
  return <ErrorPage />
}
