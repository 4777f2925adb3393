import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import {
  roundActionSchema,
  roundIdSchema,
  roundQuerySchema,
} from '#app/domains/calibration/past-rounds/past-round.schema.ts'
import { describeRound } from '#app/domains/calibration/past-rounds/round-page.ts'
import {
  deleteRound,
  erasePastCandidate,
  getPastRound,
  undoRound,
} from '#app/domains/calibration/past-rounds/use-cases.server.ts'
import { DeleteRound, RoundPeople } from '#app/domains/calibration/ui/round-people.tsx'
import { counted } from '#app/domains/panels/panel.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import {
  formRefusal,
  parseForm,
  parseOr404,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { rule: 'round.import' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · Panelist` : 'Past round · Panelist' },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const round = unwrap(getPastRound(ctx, parseOr404(roundIdSchema, args.params)))
  const { searchParams } = new URL(args.request.url)
  const { erase } = parseOr404(roundQuerySchema, Object.fromEntries(searchParams))
  return {
    ...describeRound(round),
    at: formatPrinted(round.createdAtMs, zoneOf(args.request)),
    erase: erase ?? null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { roundId } = parseOr404(roundIdSchema, args.params)
  const form = await parseForm(args.request, roundActionSchema)
  if (!form.ok) return { errors: form.errors }
  const sent = form.value
  if (sent.intent === 'erase') {
    const erased = erasePastCandidate(ctx, { roundId, ...sent })
    if (!erased.ok) return formRefusal(erased.error)
    return redirect(`${paths.pastRound(roundId)}?done=erased`)
  }
  if (sent.intent === 'delete') {
    const deleted = deleteRound(ctx, { roundId, ...sent })
    if (!deleted.ok) return formRefusal(deleted.error)
    return redirect(`${paths.pastRounds()}?done=deleted`)
  }
  unwrap(undoRound(ctx, { roundId }))
  return redirect(`${paths.pastRounds()}?done=undone`)
}

export default function Round() {
  const round = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const { id, name, fileName, at, scale, competencies, candidates, interviewers, ratings } = round
  return (
    <>
      <DoneToast words={{ erased: 'The candidate is erased from this round.' }} />
      <PageHead
        title={name}
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.pastRounds(), label: 'Past rounds' },
        ]}
        status={<Pill>Past round, read only</Pill>}
        lead={`${fileName ? `From ${fileName}` : 'Pasted'}, imported ${at}.`}
        actions={
          <>
            <LinkButton to={paths.calibration({ panel: id })}>Calibration</LinkButton>
            <LinkButton to={paths.comparison(id)} variant="primary">
              Comparison
            </LinkButton>
          </>
        }
      />
      <Facts
        facts={[
          { label: 'Candidates', value: candidates.length },
          { label: 'Interviewers', value: interviewers.length },
          { label: 'Ratings', value: ratings },
          { label: 'Scale', value: scale, isWide: true },
        ]}
      />
      <Section title="Competencies" aside={counted(competencies.length, 'competency', 'competencies')}>
        <FiguresTable
          caption="Competencies of the round"
          columns={['Competency', 'Weight', 'Bar', 'Ratings']}
          rows={competencies.map((one) => [one.name, one.weight, one.bar, one.ratings])}
        />
      </Section>
      <RoundPeople
        roundId={id}
        candidates={candidates}
        interviewers={interviewers}
        erase={round.erase}
        errors={round.erase === null ? undefined : errors}
      />
      <DeleteRound name={name} errors={round.erase === null ? errors : undefined} />
    </>
  )
}
