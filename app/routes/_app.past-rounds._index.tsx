import { type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { listPastRounds } from '#app/domains/calibration/past-rounds/use-cases.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'round.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Past rounds · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const rounds = unwrap(listPastRounds(requirePerson(args, handle.rule)))
  const zone = zoneOf(args.request)
  return {
    rounds: rounds.map(({ id, name, fileName, createdByName, createdAtMs, ...counts }) => ({
      id,
      name,
      fileName,
      by: `${createdByName}, ${formatPrinted(createdAtMs, zone)}`,
      candidates: counts.candidates,
      interviewers: counts.interviewers,
      ratings: counts.ratings,
    })),
  }
}

export default function PastRounds() {
  const { rounds } = useLoaderData<typeof loader>()
  const importLink = (
    <LinkButton to={paths.importRound()} variant="primary">
      Import ratings
    </LinkButton>
  )
  return (
    <>
      <DoneToast words={{ undone: 'The import is taken back.', deleted: 'The round is deleted.' }} />
      <PageHead
        title="Past rounds"
        crumbs={[{ to: paths.panels(), label: 'Panels' }]}
        lead="Ratings of interviews that were held before or elsewhere, to be read and never changed."
        actions={rounds.length > 0 ? importLink : null}
      />
      <div className="mt-6">
        {rounds.length === 0 ? (
          <EmptyState level={2} title="No past round yet" action={importLink}>
            Import a spreadsheet of ratings. Its candidates are then compared by the same rules as those of a
            panel, and you see how strictly each interviewer rated.
          </EmptyState>
        ) : (
          <FiguresTable
            caption="Past rounds"
            columns={['Round', 'Candidates', 'Interviewers', 'Ratings', 'Imported by', 'Pages']}
            rows={rounds.map((round) => [
              <span key="name" className="block min-w-32 max-w-80 wrap-anywhere">
                <TextLink look="plain" to={paths.comparison(round.id)}>
                  {round.name}
                </TextLink>
                <span className="block text-label text-ink-2">{round.fileName || 'pasted'}</span>
              </span>,
              round.candidates,
              round.interviewers,
              round.ratings,
              round.by,
              <RoundLinks key="links" id={round.id} name={round.name} />,
            ])}
          />
        )}
      </div>
    </>
  )
}

function RoundLinks({ id, name }: { id: string; name: string }) {
  const of = <span className="sr-only">: {name}</span>
  return (
    <span className="flex gap-x-3 whitespace-nowrap">
      <TextLink to={paths.comparison(id)}>Comparison{of}</TextLink>
      <TextLink to={paths.calibration({ panel: id })}>Calibration{of}</TextLink>
      <TextLink to={paths.pastRound(id)}>People and data{of}</TextLink>
    </span>
  )
}
