import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { accessWords } from '#app/domains/people/access-words.ts'
import { changeAccess, readPerson, setDisabled } from '#app/domains/people/people-use-cases.server.ts'
import { idSchema, personChangeSchema } from '#app/domains/people/person.schema.ts'
import { createResetLink } from '#app/domains/people/reset-use-cases.server.ts'
import { AccessForm } from '#app/domains/people/ui/access-form.tsx'

import {
  baseUrlOf,
  formRefusal,
  parseForm,
  parseOr404,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const handle = { rule: 'people.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.item.name ?? 'Person'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return unwrap(readPerson(ctx, parseOr404(idSchema, args.params.personId)))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const id = parseOr404(idSchema, args.params.personId)
  const form = await parseForm(args.request, personChangeSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors })
  if (form.value.intent === 'reset') {
    // As with invitations, the answer is the one place where the link can be read.
    const link = baseUrlOf(args) + unwrap(createResetLink(ctx, id)).path
    return data({ link, errors: undefined }, 201)
  }
  const result =
    form.value.intent === 'access'
      ? changeAccess(ctx, { id, access: form.value.access })
      : setDisabled(ctx, { id, isDisabled: form.value.intent === 'disable' })
  if (!result.ok) return formRefusal(result.error)
  throw redirect(`${paths.person(id)}?done=${form.value.intent}`)
}

const words = {
  access: 'Access is changed.',
  disable: 'The account is disabled and signed out everywhere.',
  enable: 'The account works again.',
}

export default function PersonPage() {
  const { item, access, isSelf, mayEdit, whyNot, mayReset } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isDisabled = item.state === 'disabled'
  return (
    <>
      <DoneToast words={words} />
      <PageHead
        title={item.name}
        crumbs={[{ to: paths.people(), label: 'People' }]}
        status={isDisabled ? <StatusTag status="withdrawn" label="Disabled" /> : null}
        actions={isSelf ? <LinkButton to={paths.account()}>Your account</LinkButton> : null}
      />
      <Facts
        facts={[
          { label: 'E-mail', value: item.email, isWide: true },
          { label: 'Access', value: item.access },
          { label: 'Last seen', value: item.lastSeen },
        ]}
      />
      <div className="mt-5 empty:hidden">
        <ErrorSummary errors={answer?.errors} title="Nothing was changed" />
      </div>
      {mayEdit ? (
        <Section title="Access" isFirst>
          {whyNot ? (
            <Note tone="calm">{whyNot}</Note>
          ) : (
            <AccessForm access={access} isDisabled={isDisabled} name={item.name} />
          )}
        </Section>
      ) : (
        <p className="mt-5 text-dense text-ink-2">{accessWords[access].does}.</p>
      )}
      {mayReset ? (
        <Section title="Forgotten password">
          {answer && 'link' in answer ? (
            <>
              <p>
                Hand this link on yourself; it is shown only now. By it {item.name} chooses a new password.
              </p>
              <CopyField
                name="link"
                label="Link, works once, for an hour"
                value={answer.link}
                action="Copy the link"
              />
            </>
          ) : (
            <Form method="post" className="grid justify-items-start gap-3">
              <p className="max-w-measure text-ink-2">
                Make a link by which {item.name} chooses a new password. Whoever opens it can sign in as them,
                so hand it to them alone. It signs them out everywhere.
              </p>
              <Button type="submit" name="intent" value="reset">
                Make a link
              </Button>
            </Form>
          )}
        </Section>
      ) : null}
    </>
  )
}
