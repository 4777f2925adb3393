import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { archiveSchema, versionQuerySchema } from '#app/domains/panels/page.schema.ts'
import { getPanelPage } from '#app/domains/panels/read-panel.server.ts'
import { setPanelArchived } from '#app/domains/panels/use-cases.server.ts'
import { PanelActions, RestorePanel } from '#app/domains/panels/ui/panel-actions.tsx'
import { PanelFacts } from '#app/domains/panels/ui/panel-facts.tsx'
import { DayWords } from '#app/domains/panels/ui/panel-columns.tsx'
import { PanelStatusTag } from '#app/domains/panels/ui/panel-status.tsx'
import { PlanOverview } from '#app/domains/panels/ui/plan-overview.tsx'
import { ProblemList } from '#app/domains/panels/ui/problem-list.tsx'
import { VersionChoice } from '#app/domains/panels/ui/version-choice.tsx'
import { parseForm, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { rule: 'panel.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.head.name ?? 'Panel'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const asked = parseOr404(versionQuerySchema, Object.fromEntries(new URL(args.request.url).searchParams))
  return unwrap(getPanelPage(ctx, { panelId: args.params.panelId ?? '', ...asked }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = args.params.panelId ?? ''
  const form = await parseForm(args.request, archiveSchema)
  if (!form.ok) return data({ message: 'Choose whether to archive or to restore.' }, 422)
  const isArchived = form.value.intent === 'archive'
  unwrap(setPanelArchived(ctx, { panelId, isArchived }))
  return redirect(`${paths.panel(panelId)}?done=${isArchived ? 'archived' : 'restored'}`)
}

const doneWords = {
  published: 'Published. Kits, sessions and scorecards now use this version.',
  archived: 'Archived. The panel can be restored from this page.',
  restored: 'Restored.',
}

export default function Panel() {
  const page = useLoaderData<typeof loader>()
  const { head, shown, form, plan, coverage, problems, names } = page
  const answer = useActionData<typeof action>()
  return (
    <>
      <DoneToast words={doneWords} />
      <PageHead
        title={plan.name}
        crumbs={[{ to: paths.panels(), label: 'Panels' }]}
        status={<PanelStatusTag status={head.status} words={head.statusWords} />}
        lead={
          shown ? (
            <>
              Version {shown.number}
              {form ? `, form ${form}` : ''}, published by {shown.publisherName} on{' '}
              <DayWords atMs={shown.publishedAtMs} />
            </>
          ) : (
            `Draft by ${head.ownerName}, not published as it stands`
          )
        }
        actions={<PanelActions head={head} />}
      />
      {answer ? (
        <Note tone="stop" className="mt-3">
          {answer.message}
        </Note>
      ) : null}
      {head.status === 'archived' ? (
        <Note
          tone="calm"
          title="This panel is archived"
          className="mt-3"
          action={<RestorePanel head={head} />}
        >
          It stands in no list of panels to work with. What was recorded under it stays as it is.
        </Note>
      ) : null}
      {head.status === 'changed' && shown?.number === head.versionNumber ? (
        <Note
          tone="attention"
          title={head.statusWords}
          className="mt-3"
          action={
            <LinkButton to="?version=draft" size="small">
              Look at the draft
            </LinkButton>
          }
        >
          This is what interviews use now. The draft counts once it is published as version{' '}
          {(head.versionNumber ?? 0) + 1}.
        </Note>
      ) : null}
      <VersionChoice page={page} />
      <PanelFacts plan={plan} coverage={coverage} />
      {plan.interviews.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="Nothing planned yet"
            action={
              head.may.edit ? <LinkButton to={paths.editPanel(head.id)}>Build the panel</LinkButton> : null
            }
          >
            The panel has a name and weights, and no interview so far.
          </EmptyState>
        </div>
      ) : (
        <PlanOverview plan={plan} coverage={coverage} names={names} />
      )}
      {shown === null && problems.length > 0 ? (
        <Section title="What falls short, and why" aside={problems.length}>
          <ProblemList problems={problems} panelId={head.may.edit ? head.id : null} />
        </Section>
      ) : null}
    </>
  )
}
