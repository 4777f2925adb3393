import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FileDown } from 'lucide-react'
import { z } from 'zod'
import { getDebriefList } from '#app/domains/debrief/meeting/list.server.ts'
import { DebriefLines } from '#app/domains/debrief/ui/debrief-list.tsx'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'debrief.read' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Debriefs, ${data.panelName} · Panelist` : 'Debriefs · Panelist' },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { panelId } = parseOr404(z.object({ panelId: z.string().min(1).max(64) }), args.params)
  return unwrap(getDebriefList(ctx, { panelId }))
}

export default function Debriefs() {
  const { panelId, panelName, lines } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Debriefs"
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(panelId), label: panelName },
        ]}
        lead={lines.length === 0 ? undefined : 'Those with the most disagreement stand first.'}
        actions={
          lines.length === 0 ? null : (
            <>
              <LinkButton to={paths.comparison(panelId)}>Comparison</LinkButton>
              <LinkButton to={paths.print('debrief', panelId)}>
                <FileDown aria-hidden /> Debrief PDF
              </LinkButton>
            </>
          )
        }
      />
      {lines.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="Nobody to talk about yet"
            action={<LinkButton to={paths.panel(panelId)}>Open the panel</LinkButton>}
          >
            A debrief can be started once every scorecard of a candidate is in.
          </EmptyState>
        </div>
      ) : (
        <DebriefLines lines={lines} />
      )}
    </>
  )
}
