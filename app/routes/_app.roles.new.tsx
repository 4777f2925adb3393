import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { formKeySchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { getRoleChoices, getRoleForm } from '#app/domains/question-bank/roles/read-role.server.ts'
import { readRoleForm } from '#app/domains/question-bank/roles/role-form.ts'
import { stepRoleForm } from '#app/domains/question-bank/roles/step-role-form.server.ts'
import { createRole } from '#app/domains/question-bank/roles/use-cases.server.ts'
import { RoleEditor } from '#app/domains/question-bank/ui/role-editor.tsx'
import { listRoles } from '#app/domains/question-bank/use-cases.server.ts'
import {
  formRefusal,
  parseOr404,
  readForm,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

export const handle = { rule: 'bank.define' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'New role · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const copyOf = new URL(args.request.url).searchParams.get('copy') || null
  const { form, name, choices } = unwrap(getRoleForm(ctx, { copyOf }))
  const roles = unwrap(listRoles(ctx)).map(({ role }) => ({ value: role.id, label: role.name }))
  return { form, choices, copyOf, copiedName: name, roles, formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const posted = await readForm(args.request)
  const formKey = parseOr404(formKeySchema, Object.fromEntries(posted))
  const form = readRoleForm(posted)
  const step = unwrap(stepRoleForm(ctx, form, String(posted.get('intent'))))
  if (step) return data({ ...step, errors: null, formKey })
  const made = createRole(ctx, { formKey, form })
  if (made.ok) return redirect(`${paths.role(made.value.id)}?done=created`)
  const refusal = formRefusal(made.error)
  const choices = unwrap(getRoleChoices(ctx, form))
  return data({ form, choices, found: null, errors: refusal.data.errors, formKey }, refusal.init ?? 422)
}

export default function NewRole() {
  const { roles, copyOf, copiedName, ...stored } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { form, choices, formKey } = answer ?? stored
  return (
    <>
      <PageHead
        title="New role"
        crumbs={[{ to: paths.roles(), label: 'Roles' }]}
        lead={
          copyOf === null
            ? 'A job that you hire for: what it needs, and a panel to start from.'
            : `A copy of ${copiedName}. Give it a name of its own and change what you like.`
        }
      />
      {copyOf === null ? (
        <Form className="mt-4 flex flex-wrap items-end gap-2">
          <SelectField
            name="copy"
            label="Start from a role that you have"
            placeholder="Nothing"
            options={roles}
            className="max-w-80 grow"
          />
          <Button type="submit">Copy it</Button>
        </Form>
      ) : null}
      <RoleEditor
        key={copyOf}
        form={form}
        choices={choices}
        found={answer?.found ?? null}
        errors={answer?.errors}
        saveWords="Save the role"
        beside={<LinkButton to={paths.roles()}>Cancel</LinkButton>}
      >
        <input type="hidden" name="formKey" value={formKey} />
      </RoleEditor>
    </>
  )
}
