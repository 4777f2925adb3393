import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import {
  decideDuplicateSchema,
  nearDuplicatesQuerySchema,
} from '#app/domains/question-bank/near-duplicates/near-duplicate.schema.ts'
import {
  decideDuplicate,
  listNearDuplicates,
} from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { writeVerdictDone } from '#app/domains/question-bank/near-duplicates/verdict-done.ts'
import { DecidedPairs } from '#app/domains/question-bank/ui/decided-pairs.tsx'
import { NearDuplicatePair } from '#app/domains/question-bank/ui/near-duplicate-pair.tsx'
import { VerdictToast } from '#app/domains/question-bank/ui/verdict-toast.tsx'
import {
  formRefusal,
  parseForm,
  parseOr404,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { rule: 'bank.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Near-duplicates · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const params = Object.fromEntries(new URL(args.request.url).searchParams)
  const { page } = parseOr404(nearDuplicatesQuerySchema, params)
  return unwrap(listNearDuplicates(ctx, page === undefined ? {} : { page }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'bank.edit')
  const form = await parseForm(args.request, decideDuplicateSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: { '': ['Reload the page and choose again.'] } })
  const { aId, bId, verdict, from } = form.value
  const result = decideDuplicate(ctx, { aId, bId, verdict: verdict === 'none' ? null : verdict })
  if (!result.ok) return formRefusal(result.error)
  const done = writeVerdictDone({ verdict, aId, bId, before: result.value.before ?? 'none' })
  return redirect(`${from ? paths.question(from) : paths.nearDuplicates()}?done=${encodeURIComponent(done)}`)
}

export default function NearDuplicates() {
  const { confirmed, suggested, dismissed, page, pages, waiting, mayDecide } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const total = confirmed.length + waiting + dismissed.length
  return (
    <>
      <VerdictToast />
      <PageHead
        title="Near-duplicates"
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        lead="Questions that seem to ask the same thing, by their words and topics. Say which do: a panel that asks both is then warned, and the bank marks the second one."
      />
      <div className="mt-5 empty:hidden">
        <ErrorSummary errors={answer?.errors} title="Nothing was changed" />
      </div>
      {total === 0 ? (
        <div className="mt-6">
          <EmptyState level={2} title="No two questions look alike">
            When a question is added or imported that resembles another, the pair will stand here.
          </EmptyState>
        </div>
      ) : null}
      {confirmed.length > 0 ? (
        <Section title="They ask the same" aside={counted(confirmed.length)}>
          <DecidedPairs pairs={confirmed} mayDecide={mayDecide} />
        </Section>
      ) : null}
      {waiting > 0 ? (
        <Section title="They look alike" aside={`${counted(waiting)}, the most alike first`}>
          <ul className="border-t border-line">
            {suggested.map((pair) => (
              <NearDuplicatePair key={`${pair.a.id} ${pair.b.id}`} pair={pair} mayDecide={mayDecide} />
            ))}
          </ul>
          <Pagination page={page} pages={pages} toPage={(to) => paths.nearDuplicates({ page: String(to) })} />
        </Section>
      ) : null}
      {dismissed.length > 0 ? (
        <Section title="They differ" aside={counted(dismissed.length)}>
          <Disclosure title="Pairs that are no longer suggested">
            <DecidedPairs pairs={dismissed} mayDecide={mayDecide} />
          </Disclosure>
        </Section>
      ) : null}
    </>
  )
}

function counted(pairs: number): string {
  return pairs === 1 ? '1 pair' : `${pairs} pairs`
}
