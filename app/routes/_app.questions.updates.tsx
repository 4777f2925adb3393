import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams, useSubmit, type MetaFunction } from '@remix-run/react'
import { OfferCard } from '#app/domains/question-bank/ui/offer-card.tsx'
import { decideOffer, listOffers } from '#app/domains/question-bank/versions/offers.server.ts'
import { offerDecisionSchema } from '#app/domains/question-bank/versions/version-query.schema.ts'
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
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.define' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Offered versions · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const dated = <T extends { createdAtMs: number }>({ createdAtMs, ...side }: T) => ({
    ...side,
    when: formatWhen(createdAtMs, as),
  })
  return unwrap(listOffers(ctx)).map((offer) => ({
    ...offer,
    ours: dated(offer.ours),
    theirs: dated(offer.theirs),
  }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const decision = parseOr404(offerDecisionSchema, Object.fromEntries(await readForm(args.request)))
  const decided = decideOffer(ctx, decision)
  if (!decided.ok) return formRefusal(decided.error)
  const { intent, kind, id, ours, theirs } = decision
  return redirect(`${paths.offers()}?${new URLSearchParams({ done: intent, kind, id, ours, theirs })}`)
}

const doneWords = {
  take: 'The new version is current now. Ours stands in the list of versions.',
  keep: 'Ours stays. This version is not offered again.',
  'undo-take': 'Ours is current again.',
  'undo-keep': 'It is offered again.',
}

export default function Offers() {
  const offers = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [params] = useSearchParams()
  const submit = useSubmit()
  const takeBack = (intent: 'undo-take' | 'undo-keep') => () =>
    submit({ ...Object.fromEntries(params), intent }, { method: 'post' })
  return (
    <>
      <DoneToast words={doneWords} undo={{ take: takeBack('undo-take'), keep: takeBack('undo-keep') }} />
      <PageHead
        title="Offered versions"
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        lead="An upgrade brought new wording for what your team has edited. Nothing of yours was changed: decide one by one."
      />
      <div className="mt-5 grid gap-2">
        <ErrorSummary errors={answer?.errors} />
        {offers.length === 0 ? (
          <EmptyState level={2} title="Nothing is offered">
            When a later release says something new about a question, a competency or a role that you have
            edited, both stand here side by side.
          </EmptyState>
        ) : (
          offers.map((offer) => <OfferCard key={`${offer.kind} ${offer.id}`} offer={offer} />)
        )}
      </div>
    </>
  )
}
