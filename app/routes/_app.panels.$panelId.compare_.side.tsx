import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { comparedCrumbs } from '#app/domains/debrief/compared-crumbs.ts'
import { getSideBySide } from '#app/domains/debrief/side-by-side/side-by-side.server.ts'
import { mostSides, readSideChoice } from '#app/domains/debrief/side-by-side/side-choice.ts'
import { SideBySide } from '#app/domains/debrief/ui/side-by-side.tsx'
import { SideChooser } from '#app/domains/debrief/ui/side-chooser.tsx'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'comparison.read' } satisfies RouteHandle

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Side by side, ${data.page.panelName} · Panelist` : 'Side by side · Panelist' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { panelId } = parseOr404(z.object({ panelId: z.string() }), args.params)
  const choice = readSideChoice(new URL(args.request.url).searchParams)
  return { page: unwrap(await getSideBySide(ctx, { panelId, ...choice })), choice }
}

export default function Side() {
  const { page, choice } = useLoaderData<typeof loader>()
  const { side, choices, panelId } = page
  const chosen = choice.ids.length
  return (
    <div className="[page:wide]">
      <PageHead
        title="Side by side"
        crumbs={[...comparedCrumbs(page), { to: paths.comparison(panelId), label: 'Comparison' }]}
        lead={
          page.isPast
            ? 'From the ratings of the file, and nothing else.'
            : 'From the scorecards that you may see, and nothing else.'
        }
      />
      {side ? (
        <>
          <div className="mt-3 print:hidden">
            <Disclosure title="Choose other candidates">
              <SideChooser choices={choices} chosen={choice.ids} />
            </Disclosure>
          </div>
          <SideBySide page={page} side={side} choice={choice} />
        </>
      ) : choices.length < 2 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="There are not two candidates to set side by side"
            action={<LinkButton to={paths.comparison(panelId)}>Comparison</LinkButton>}
          >
            Candidates of this panel whom you may see appear here.
          </EmptyState>
        </div>
      ) : (
        <div className="mt-6">
          <SideChooser
            choices={choices}
            chosen={choice.ids}
            error={chosen === 0 ? undefined : explainCount(chosen)}
          />
        </div>
      )}
    </div>
  )
}

function explainCount(chosen: number): string {
  return chosen > mostSides
    ? `These are ${chosen}. Take some away: no more than ${mostSides} fit beside each other.`
    : 'This is one. Choose another to set beside it.'
}
