import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { forgotSchema } from '#app/domains/people/person.schema.ts'
import { requestReset } from '#app/domains/people/reset-use-cases.server.ts'
import { FrontDoor } from '#app/domains/people/ui/front-door.tsx'
import { baseUrlOf, formRefusal, parseForm, readBrowser, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle = { rule: 'public' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Forgotten password · Panelist' }]

export function loader({ request, context }: LoaderFunctionArgs) {
  const isSent = new URL(request.url).searchParams.get('done') === 'sent'
  return { sendsMail: context.services.sendMail !== null, isSent }
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, forgotSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const { address } = readBrowser(args)
  const input = { email: form.value.email, address, baseUrl: baseUrlOf(args) }
  const result = await requestReset(args.context.services, input)
  if (!result.ok) return formRefusal(result.error, form.value)
  throw redirect(`${paths.forgotPassword()}?done=sent`)
}

export default function ForgotPassword() {
  const { sendsMail, isSent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = <LinkButton to={paths.signIn()}>Back to sign-in</LinkButton>
  if (!sendsMail)
    return (
      <FrontDoor
        title="Forgotten your password?"
        lead="This installation sends no mail. Ask a manager or an administrator: they make a link in the list of people, by which you choose a new password. It works for an hour."
      >
        {back}
      </FrontDoor>
    )
  if (isSent && !answer)
    return (
      <FrontDoor
        title="Look into your mail"
        lead="If the address belongs to an account, a link is on its way. It works once, for an hour."
      >
        {back}
      </FrontDoor>
    )
  return (
    <FrontDoor title="Forgotten your password?" lead="We send you a link by which you choose a new one.">
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary errors={answer?.errors} />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          autoComplete="username"
          required
          defaultValue={answer?.values.email}
          errors={answer?.errors}
        />
        <Button type="submit" variant="primary">
          Send the link
        </Button>
        {back}
      </Form>
    </FrontDoor>
  )
}
