import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useOutletContext, type MetaFunction } from '@remix-run/react'
import { accessWords } from '#app/domains/people/access-words.ts'
import {
  changePassword,
  listOwnSignIns,
  rename,
  revokeSignIn,
  signOutEverywhere,
} from '#app/domains/people/account-use-cases.server.ts'
import { accountSchema } from '#app/domains/people/person.schema.ts'
import { findSecretHash, signInCookie, signOutCookie } from '#app/domains/people/sign-in.server.ts'
import { NewPasswordField } from '#app/domains/people/ui/new-password-field.tsx'
import { SignInList } from '#app/domains/people/ui/sign-in-list.tsx'
import type { UnsentParts } from '#app/domains/scorecards/ui/saving/use-unsent-work.tsx'
import {
  formRefusal,
  parseForm,
  readBrowser,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle = { rule: 'account.edit' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Your account · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const current = findSecretHash(args.request.headers.get('Cookie'), args.context.services)
  const { name, email, access } = ctx.user
  return { name, email, access: accessWords[access], signIns: listOwnSignIns(ctx, current) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, accountSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const { services } = args.context
  const done = `${paths.account()}?done=${form.value.intent}`
  switch (form.value.intent) {
    case 'rename':
      unwrap(rename(ctx, form.value.name))
      throw redirect(done)
    case 'revoke':
      unwrap(revokeSignIn(ctx, form.value.signIn))
      throw redirect(done)
    case 'everywhere':
      signOutEverywhere(ctx)
      throw redirect(`${paths.signIn()}?done=everywhere`, {
        headers: { 'Set-Cookie': signOutCookie(services) },
      })
    case 'password': {
      const result = await changePassword(ctx, form.value, readBrowser(args))
      if (!result.ok) return formRefusal(result.error, { intent: 'password' })
      throw redirect(done, { headers: { 'Set-Cookie': signInCookie(result.value.secret, services) } })
    }
  }
}

const words = {
  rename: 'Your name is changed.',
  password: 'Your password is changed. Other browsers are signed out.',
  revoke: 'That browser is signed out.',
}

export default function Account() {
  const { name, email, access, signIns } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorsOf = (intent: string) => (answer?.values.intent === intent ? answer.errors : undefined)
  return (
    <>
      <DoneToast words={words} />
      <PageHead title="Your account" lead={`${email}. ${access.name}: ${access.does.toLowerCase()}.`} />
      <Section title="Name" isFirst>
        <Form method="post" className="grid max-w-105 gap-3" noValidate>
          <TextField
            name="name"
            label="Your name"
            description="As colleagues and printed kits show it."
            autoComplete="name"
            required
            maxLength={80}
            defaultValue={answer?.values.name ?? name}
            errors={errorsOf('rename')}
          />
          <Button type="submit" name="intent" value="rename" className="justify-self-start">
            Save the name
          </Button>
        </Form>
      </Section>
      <Section title="Password">
        <Form method="post" className="grid max-w-105 gap-4" noValidate>
          <ErrorSummary errors={errorsOf('password')} title="Your password is unchanged" />
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <TextField
            name="currentPassword"
            type="password"
            label="Present password"
            autoComplete="current-password"
            required
            errors={errorsOf('password')}
          />
          <NewPasswordField label="New password" errors={errorsOf('password')} />
          <Button type="submit" name="intent" value="password" className="justify-self-start">
            Change the password
          </Button>
        </Form>
      </Section>
      <Section title="Where you are signed in" aside={signIns.length}>
        <SignInList signIns={signIns} onSignOut={useOutletContext<UnsentParts['onSignOut']>()} />
      </Section>
    </>
  )
}
