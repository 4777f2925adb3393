import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { resetSchema, tokenSchema } from '#app/domains/people/person.schema.ts'
import { completeReset, readReset } from '#app/domains/people/reset-use-cases.server.ts'
import { FrontDoor } from '#app/domains/people/ui/front-door.tsx'
import { NewPasswordField } from '#app/domains/people/ui/new-password-field.tsx'
import { formRefusal, parseForm, parseOr404, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { rule: 'public' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'New password · Panelist' }]

export function loader({ params, context }: LoaderFunctionArgs) {
  return unwrap(readReset(context.services, parseOr404(tokenSchema, params.token)))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = parseOr404(tokenSchema, params.token)
  const form = await parseForm(request, resetSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors })
  const result = await completeReset(context.services, { ...form.value, token })
  if (!result.ok) return formRefusal(result.error)
  throw redirect(`${paths.signIn()}?done=reset`)
}

export default function ResetPassword() {
  const { state, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (state !== 'open' && !answer)
    return (
      <FrontDoor
        title="This link no longer works"
        lead="A link for a new password works once and for an hour. If you still need one, ask for another."
      >
        <LinkButton to={paths.forgotPassword()} variant="primary">
          Ask for another
        </LinkButton>
      </FrontDoor>
    )
  return (
    <FrontDoor title="Choose a new password" lead="It signs you out wherever you are signed in now.">
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary errors={answer?.errors} />
        {/* Password managers store the new password under this name. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <NewPasswordField errors={answer?.errors} label={`New password for ${email}`} />
        <Button type="submit" variant="primary">
          Set the new password
        </Button>
      </Form>
    </FrontDoor>
  )
}
