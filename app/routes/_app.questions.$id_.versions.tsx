import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { VersionsPage } from '#app/domains/question-bank/ui/versions-page.tsx'
import {
  getQuestionVersions,
  restoreQuestionVersion,
} from '#app/domains/question-bank/versions/question-versions.server.ts'
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
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versions of ${data?.title ?? 'a question'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const asked = parseOr404(versionQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  const { title, mayEdit, ...view } = unwrap(getQuestionVersions(ctx, { questionId: id, ...asked }))
  const items = datedVersions(view.items, { now: ctx.now, zone: zoneOf(args.request) })
  return { id, title, mayEdit, view: { ...view, items } }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'bank.edit')
  const { id } = parseOr404(bankIdSchema, args.params)
  const asked = parseOr404(restoreVersionSchema, Object.fromEntries(await readForm(args.request)))
  const restored = restoreQuestionVersion(ctx, { questionId: id, ...asked })
  if (!restored.ok) return formRefusal(restored.error)
  return redirect(
    `${paths.question(id)}?done=${restored.value.number === asked.base ? 'unchanged' : 'restored'}`,
  )
}

export default function QuestionVersions() {
  const { id, title, mayEdit, view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Versions"
        crumbs={[
          { to: paths.questions(), label: 'Questions' },
          { to: paths.question(id), label: title },
        ]}
        lead={`Every save of “${title}”. Nothing that was said is lost, and an earlier version can be made current again.`}
      />
      <VersionsPage
        view={view}
        toPair={(from, to) => paths.questionVersions(id, { from: String(from), to: String(to) })}
        mayEdit={mayEdit}
        errors={answer?.errors}
      />
    </>
  )
}
