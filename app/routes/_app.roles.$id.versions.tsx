import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { restoreDefinitionVersion } from '#app/domains/question-bank/definitions/restore-definition.server.ts'
import { getDefinitionVersions } from '#app/domains/question-bank/definitions/versions.server.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { DefinitionVersions } from '#app/domains/question-bank/ui/definition-versions.tsx'
import { datedVersions } from '#app/domains/question-bank/versions/dated-versions.ts'
import {
  restoreVersionSchema,
  versionQuerySchema,
} from '#app/domains/question-bank/versions/version-query.schema.ts'
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

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.name ?? 'a role'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const asked = parseOr404(versionQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  const { name, view, mayDefine } = unwrap(getDefinitionVersions(ctx, { kind: 'role', id, ...asked }))
  const items = datedVersions(view.items, { now: ctx.now, zone: zoneOf(args.request) })
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
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <DefinitionVersions kind="role" {...page} errors={answer?.errors} />
}
