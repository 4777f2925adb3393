import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { createPanel } from '#app/domains/panels/create-panel.server.ts'
import { newPanelSchema, startOf } from '#app/domains/panels/new-panel.schema.ts'
import { getNewPanelChoices } from '#app/domains/panels/read-panel.server.ts'
import { parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle = { rule: 'panel.create' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'New panel · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const asked = new URL(args.request.url).searchParams
  const choices = unwrap(getNewPanelChoices(ctx))
  return { ...choices, formKey: newId(), copyOf: asked.get('copy'), roleId: asked.get('role') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, newPanelSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, 422)
  const { formKey, name, roleId } = form.value
  const made = createPanel(ctx, { formKey, name, roleId, start: startOf(form.value) })
  if (made.ok) return redirect(paths.editPanel(made.value.panelId))
  if (made.error.kind !== 'invalid') throw unwrap(made)
  const { name: typedName, roleId: typedRole, start, copyOf } = form.value
  return data(
    { errors: made.error.errors, values: { name: typedName, roleId: typedRole, start, copyOf } },
    422,
  )
}

export default function NewPanel() {
  const { roles, panels, formKey, copyOf, roleId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = answer?.errors
  const values: Record<string, string | undefined> = answer?.values ?? {}
  const starts = [
    {
      value: 'recommended',
      label: 'The role’s recommended panel',
      description:
        'Interviews, questions, weights and bars as they come with the role; change what you like.',
    },
    ...(panels.length > 0
      ? [
          {
            value: 'copy',
            label: 'A copy of an earlier panel',
            description: 'Keeps its role, weights, interviews, questions and interviewers.',
          },
        ]
      : []),
    {
      value: 'nothing',
      label: 'Nothing',
      description: 'The role’s weights and bars, and no interview yet.',
    },
  ]
  return (
    <>
      <PageHead title="New panel" crumbs={[{ to: paths.panels(), label: 'Panels' }]} />
      <Form method="post" className="mt-5 grid max-w-110 gap-5">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="formKey" value={formKey} />
        <TextField
          name="name"
          label="Name"
          description="The opening as your team calls it, such as “Payments, second engineer”."
          defaultValue={values.name}
          maxLength={80}
          required
          errors={errors}
        />
        <SelectField
          name="roleId"
          label="Role"
          placeholder="Choose a role"
          defaultValue={values.roleId ?? roleId ?? ''}
          options={roles.map((role) => ({ value: role.id, label: role.name }))}
          errors={errors}
        />
        <RadioGroupField
          name="start"
          label="Start from"
          choices={starts}
          defaultValue={values.start ?? (copyOf ? 'copy' : 'recommended')}
          errors={errors}
        />
        {panels.length > 0 ? (
          <SelectField
            name="copyOf"
            label="Panel to copy, when you start from a copy"
            placeholder="Choose a panel"
            defaultValue={values.copyOf ?? copyOf ?? ''}
            options={panels.map((panel) => ({ value: panel.id, label: `${panel.name} (${panel.roleName})` }))}
            errors={errors}
          />
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            Make the panel
          </Button>
          <LinkButton to={paths.panels()}>Cancel</LinkButton>
        </div>
      </Form>
    </>
  )
}
