import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { accessWords } from '#app/domains/people/access-words.ts'
import { invite, mailInvitation } from '#app/domains/people/invite-use-cases.server.ts'
import { listGrantable } from '#app/domains/people/person-change.ts'
import { inviteSchema } from '#app/domains/people/person.schema.ts'

import { baseUrlOf, formRefusal, parseForm, requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle = { rule: 'people.invite' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Invite somebody · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const { user } = requirePerson(args, handle.rule)
  return {
    formKey: newId(),
    levels: listGrantable(user.access),
    sendsMail: args.context.services.sendMail !== null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, inviteSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors }, form.values)
  const { email, access } = form.value
  const result = invite(ctx, form.value)
  if (!result.ok) return formRefusal(result.error, { email, access })
  const link = baseUrlOf(args) + result.value.path
  const isMailed = await mailInvitation(args.context.services, { ctx, email, link })
  // The link is not in the database and not in an address: this answer is the one place where it can be read.
  return data({ link, isMailed, email, errors: undefined, values: undefined }, 201)
}

const crumbs = [{ to: paths.people(), label: 'People' }]

export default function Invite() {
  const { formKey, levels, sendsMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'link' in answer)
    return (
      <>
        <PageHead
          title={`${answer.email} is invited`}
          crumbs={crumbs}
          lead={
            answer.isMailed
              ? 'The link was mailed. You can also hand it on yourself; it is shown only now.'
              : `Hand this link on yourself; it is shown only now. ${sendsMail ? 'The mail could not be sent.' : ''}`
          }
        />
        <div className="mt-5">
          <CopyField
            name="link"
            label="Link, works once, for seven days"
            value={answer.link}
            action="Copy the link"
          />
        </div>
        <FormActions>
          <LinkButton to={paths.invitePerson()} reloadDocument>
            Invite somebody else
          </LinkButton>
          <LinkButton to={paths.people()}>Back to the people</LinkButton>
        </FormActions>
      </>
    )
  const errors = answer?.errors
  return (
    <>
      <PageHead
        title="Invite somebody"
        crumbs={crumbs}
        lead={`They get a link${sendsMail ? ' by mail' : ', which you hand on,'} and choose their own password.`}
      />
      <Form method="post" className="mt-5 grid max-w-130 gap-4" noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="formKey" value={formKey} />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          required
          defaultValue={answer?.values?.email}
          errors={errors}
          autoComplete="off"
        />
        <RadioGroupField
          name="access"
          label="Access"
          defaultValue={answer?.values?.access ?? levels[0]}
          errors={errors}
          choices={levels.map((level) => ({
            value: level,
            label: accessWords[level].name,
            description: accessWords[level].does,
          }))}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Make the invitation
          </Button>
        </FormActions>
      </Form>
    </>
  )
}
