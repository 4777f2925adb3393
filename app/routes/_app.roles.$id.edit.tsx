import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { baseSchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { getRoleChoices, getRoleForm } from '#app/domains/question-bank/roles/read-role.server.ts'
import { readRoleForm } from '#app/domains/question-bank/roles/role-form.ts'
import { stepRoleForm } from '#app/domains/question-bank/roles/step-role-form.server.ts'
import { saveRole } from '#app/domains/question-bank/roles/use-cases.server.ts'
import { OpenedAt } from '#app/domains/question-bank/ui/opened-at.tsx'
import { OvertakenNote } from '#app/domains/question-bank/ui/overtaken-note.tsx'
import { RoleEditor } from '#app/domains/question-bank/ui/role-editor.tsx'
import { formatWhen } from '#app/lib/dates.ts'
import {
  formRefusal,
  parseOr404,
  readForm,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.define' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.name ?? 'role'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  return { id, ...unwrap(getRoleForm(ctx, { id })) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const posted = await readForm(args.request)
  const base = parseOr404(baseSchema, Object.fromEntries(posted))
  const form = readRoleForm(posted)
  const step = unwrap(stepRoleForm(ctx, form, String(posted.get('intent'))))
  if (step) return data({ ...step, errors: null, theirs: null, base })
  const saved = saveRole(ctx, { id, base, form })
  const shown = { form, choices: unwrap(getRoleChoices(ctx, form)), found: null, base }
  if (!saved.ok) {
    const refusal = formRefusal(saved.error)
    return data({ ...shown, errors: refusal.data.errors, theirs: null }, refusal.init ?? 422)
  }
  if (saved.value.outcome !== 'overtaken') return redirect(`${paths.role(id)}?done=${saved.value.outcome}`)
  const { createdAtMs, ...theirs } = saved.value.theirs
  const when = formatWhen(createdAtMs, { now: ctx.now, zone: zoneOf(args.request) })
  return data({ ...shown, errors: null, theirs: { ...theirs, when } }, 409)
}

export default function EditRole() {
  const stored = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, name } = stored
  const { form, choices } = answer ?? stored
  return (
    <>
      <PageHead
        title={`Edit ${name}`}
        crumbs={[
          { to: paths.roles(), label: 'Roles' },
          { to: paths.role(id), label: name },
        ]}
        lead="Saving makes a new version, which new panels start from. Panels that exist keep their weights, bars and questions."
      />
      <RoleEditor
        form={form}
        choices={choices}
        found={answer?.found ?? null}
        errors={answer?.errors}
        saveWords="Save"
        beside={<LinkButton to={paths.role(id)}>Cancel</LinkButton>}
      >
        <OpenedAt key={id} base={stored.base} chosen={answer?.base} />
        {answer?.theirs ? <OvertakenNote theirs={answer.theirs} theirsTo={paths.editRole(id)} /> : null}
      </RoleEditor>
    </>
  )
}
