import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { calibrationQuerySchema } from '#app/domains/calibration/calibration-query.schema.ts'
import { periods, periodWords } from '#app/domains/calibration/period.ts'
import { AgreementSection } from '#app/domains/calibration/ui/agreement-section.tsx'
import { InterviewerTable } from '#app/domains/calibration/ui/interviewer-table.tsx'
import { QuestionTable } from '#app/domains/calibration/ui/question-table.tsx'
import { SeveritySection } from '#app/domains/calibration/ui/severity-section.tsx'
import { getCalibrationPage } from '#app/domains/calibration/use-cases.server.ts'
import { mayAny, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'calibration.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Calibration · Panelist' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { searchParams } = new URL(args.request.url)
  const { period, panel, scale } = parseOr404(calibrationQuerySchema, Object.fromEntries(searchParams))
  const page = unwrap(
    await getCalibrationPage(ctx, { period, panelId: panel ?? null, scaleKey: scale ?? null }),
  )
  return { ...page, period, panel, scale, mayReadRounds: mayAny(ctx, 'round.read') }
}

/** So many of the newest stand here as chips; the others are on their own page. */
const mostRounds = 4

export default function CalibrationRoute() {
  const page = useLoaderData<typeof loader>()
  const { panel, scales } = page
  return (
    <>
      <PageHead
        title="Calibration"
        lead="How interviewers use the scale, for the talk about how to rate. It is no ranking of colleagues and no measure of anybody’s worth."
      />
      <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
        {page.isPast ? <TextLink to={paths.calibration()}>Panels</TextLink> : <PanelFilters page={page} />}
        {page.rounds.slice(0, mostRounds).map(({ id, name }) => (
          <ChipLink key={id} isOn={panel === id} to={paths.calibration(panel === id ? {} : { panel: id })}>
            Past round: {name}
          </ChipLink>
        ))}
        {page.mayReadRounds ? <TextLink to={paths.pastRounds()}>Past rounds</TextLink> : null}
      </div>
      <Facts
        facts={[
          {
            label: 'Candidates',
            value: page.candidates,
            detail:
              page.waiting > 0
                ? `${page.waiting} not counted: cards are missing or closed to you`
                : undefined,
            isWide: true,
          },
          { label: page.isPast ? 'Pairs rated' : 'Scorecards', value: page.cards },
          { label: 'Interviewers', value: page.interviewers.length },
          { label: 'Scale', value: scales.find(({ id }) => id === page.scaleKey)?.name ?? '–' },
        ]}
      />
      {page.cards === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="Nothing to calibrate yet"
            action={<LinkButton to={paths.scorecardsDue()}>Scorecards due</LinkButton>}
          >
            A candidate counts once every interviewer has handed in their scorecard and you may see them all.
          </EmptyState>
        </div>
      ) : (
        <>
          <SeveritySection severity={page.severity} groups={page.groups} />
          <InterviewerTable interviewers={page.interviewers} isPast={page.isPast} />
          <AgreementSection panels={page.panelAgreements} />
          <QuestionTable questions={page.questions} silent={page.silentQuestions} isPast={page.isPast} />
        </>
      )}
    </>
  )
}

function PanelFilters({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { period, panel, scale, panels, scales } = page
  return (
    <>
      <SegmentedLinks
        label="Period"
        options={periods.map((one) => ({
          to: paths.calibration({ period: one, panel, scale }),
          label: periodWords[one],
          isOn: period === one,
        }))}
      />
      {scales.length > 1
        ? scales.map(({ id, name, count }) => (
            <ChipLink
              key={id}
              isOn={page.scaleKey === id}
              count={count}
              to={paths.calibration({ period, scale: id })}
            >
              {name}
            </ChipLink>
          ))
        : null}
      {panels.length > 1 || panel !== undefined
        ? panels.map(({ id, name, count }) => (
            <ChipLink
              key={id}
              isOn={panel === id}
              count={count}
              to={paths.calibration({ period, scale, panel: panel === id ? undefined : id })}
            >
              {name}
            </ChipLink>
          ))
        : null}
    </>
  )
}
