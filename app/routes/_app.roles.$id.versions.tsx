import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { restoreDefinitionVersion } from '#app/domains/question-bank/definitions/restore-definition.server.ts'
import { getDefinitionVersions } from '#app/domains/question-bank/definitions/versions.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { VersionsPage } from '#app/domains/question-bank/ui/versions-page.tsx'
import {
  restoreVersionSchema,
  versionQuerySchema,
} from '#app/domains/question-bank/versions/version-query.schema.ts'
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
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.name ?? 'a role'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const asked = parseOr404(versionQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  const { name, view, mayDefine } = unwrap(getDefinitionVersions(ctx, { kind: 'role', id, ...asked }))
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const items = view.items.map(({ createdAtMs, ...item }) => ({ ...item, when: formatWhen(createdAtMs, as) }))
  return { id, name, mayDefine, view: { ...view, items } }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'bank.define')
  const { id } = parseOr404(bankIdSchema, args.params)
  const asked = parseOr404(restoreVersionSchema, Object.fromEntries(await readForm(args.request)))
  const restored = restoreDefinitionVersion(ctx, { kind: 'role', id, ...asked })
  if (!restored.ok) return formRefusal(restored.error)
  return redirect(`${paths.role(id)}?done=${restored.value === 'saved' ? 'restored' : 'unchanged'}`)
}

export default function RoleVersions() {
  const { id, name, view, mayDefine } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Versions"
        crumbs={[
          { to: paths.roles(), label: 'Roles' },
          { to: paths.role(id), label: name },
        ]}
        lead={`Every save of ${name}. Nothing that was said is lost, and an earlier version can be made current again.`}
      />
      <VersionsPage
        view={view}
        toPair={(from, to) => paths.roleVersions(id, { from: String(from), to: String(to) })}
        mayEdit={mayDefine}
        errors={answer?.errors}
      />
    </>
  )
}
