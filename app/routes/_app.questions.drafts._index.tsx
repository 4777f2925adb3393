import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams, useSubmit, type MetaFunction } from '@remix-run/react'
import {
  draftActionSchema,
  draftsQuerySchema,
} from '#app/domains/question-bank/editor/editor-query.schema.ts'
import { getDraftList } from '#app/domains/question-bank/editor/list-drafts.server.ts'
import { setDraftDiscarded } from '#app/domains/question-bank/editor/save-draft.server.ts'
import { DraftList } from '#app/domains/question-bank/ui/draft-list.tsx'
import { formatWhen } from '#app/lib/dates.ts'
import { parseOr404, readForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'

export const handle = { rule: 'bank.edit' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Drafts · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const asked = parseOr404(draftsQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  const of = asked.of ?? 'all'
  const list = unwrap(getDraftList(ctx, of))
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const drafts = list.drafts.map(({ savedAtMs, ...draft }) => ({ ...draft, when: formatWhen(savedAtMs, as) }))
  return { ...list, of, drafts }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { intent, draftId } = parseOr404(draftActionSchema, Object.fromEntries(await readForm(args.request)))
  unwrap(setDraftDiscarded(ctx, { draftId, isDiscarded: intent === 'discard' }))
  const done = intent === 'discard' ? `discarded&draft=${encodeURIComponent(draftId)}` : 'restored'
  return redirect(`${paths.drafts()}?done=${done}`)
}

export default function Drafts() {
  const { drafts, of, mine, all, mayAll } = useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  const submit = useSubmit()
  const discarded = params.get('draft')
  const restore = () => submit({ intent: 'restore', draftId: discarded ?? '' }, { method: 'post' })
  const write = (
    <LinkButton to={paths.newQuestion()} variant="primary">
      New question
    </LinkButton>
  )
  return (
    <>
      <DoneToast
        words={{ discarded: 'Thrown away. It can be taken back for a day.', restored: 'The draft is back.' }}
        undo={{ discarded: restore }}
      />
      <PageHead
        title="Drafts"
        crumbs={[{ to: paths.questions(), label: 'Questions' }]}
        lead="Questions that are being written. Nobody is asked them before they are put into the bank."
        actions={drafts.length > 0 ? write : null}
      />
      {mayAll && all > 0 ? (
        <div className="mt-3">
          <SegmentedLinks
            label="Whose drafts"
            options={[
              { to: paths.drafts(), label: `All ${all}`, isOn: of === 'all' },
              { to: paths.drafts({ of: 'me' }), label: `Mine ${mine}`, isOn: of === 'me' },
            ]}
          />
        </div>
      ) : null}
      <div className="mt-4">
        {drafts.length === 0 ? (
          <EmptyState level={2} title="No draft" action={write}>
            Whatever you begin to write can be kept here, finished or not. What an import brings waits here
            too.
          </EmptyState>
        ) : (
          <DraftList drafts={drafts} />
        )}
      </div>
    </>
  )
}
