import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { listImports } from '#app/domains/question-bank/batches.server.ts'
import { layoutWords } from '#app/domains/question-bank/batch-words.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'bank.import' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Imports · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const batches = unwrap(listImports(requirePerson(args, handle.rule)))
  const zone = zoneOf(args.request)
  return batches.map(({ createdAtMs, undoneAtMs, ...batch }) => ({
    ...batch,
    at: formatPrinted(createdAtMs, zone),
    isUndone: undoneAtMs !== null,
  }))
}

export default function Imports() {
  const batches = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Imports"
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        actions={<LinkButton to={paths.importQuestions()}>Import questions</LinkButton>}
      />
      {batches.length === 0 ? (
        <EmptyState level={2} title="Nothing was imported yet">
          An import stays here, with what became of it, and can be undone as a whole.
        </EmptyState>
      ) : (
        <ul className="mt-4 border-t-[1.5px] border-rule">
          {batches.map((batch) => (
            <li key={batch.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-3">
              <TextLink look="plain" to={paths.importBatch(batch.id)}>
                {batch.name}
              </TextLink>
              {batch.isUndone ? <Pill>Undone</Pill> : null}
              <span className="text-dense text-ink-2">
                {layoutWords(batch.layout)}, by {batch.createdByName}, {batch.at}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
