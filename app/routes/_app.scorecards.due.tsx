import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { getDuePage } from '#app/domains/scheduling/due/due.server.ts'
import { dueFilters, type DueFilter } from '#app/domains/scheduling/due/due.ts'
import { dueQuerySchema, reminderFormSchema } from '#app/domains/scheduling/due/due.schema.ts'
import { recordCopiedReminder, sendReminder } from '#app/domains/scheduling/due/remind.server.ts'
import { DuePerson } from '#app/domains/scheduling/ui/due-person.tsx'
import {
  baseUrlOf,
  formRefusal,
  parseForm,
  parseOr404,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { ChipLink } from '#app/ui/chip.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'

export const handle = { rule: 'scorecard.remind' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Scorecards due · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { searchParams } = new URL(args.request.url)
  const { show, panel } = parseOr404(dueQuerySchema, Object.fromEntries(searchParams))
  const look = { zone: zoneOf(args.request), baseUrl: baseUrlOf(args) }
  const page = unwrap(getDuePage(ctx, { show, panelId: panel ?? null, ...look }))
  return { ...page, show, panel, sendsMail: args.context.services.sendMail !== null }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await parseForm(args.request, reminderFormSchema)
  if (!form.ok) return formRefusal({ kind: 'invalid', errors: form.errors })
  if (form.value.intent === 'copied') {
    const noted = recordCopiedReminder(ctx, form.value)
    return noted.ok ? data({ errors: undefined }) : formRefusal(noted.error)
  }
  const { personId } = form.value
  const look = { zone: zoneOf(args.request), baseUrl: baseUrlOf(args) }
  const sent = await sendReminder(args.context.services, ctx, { personId, ...look })
  if (!sent.ok) return formRefusal(sent.error)
  const { searchParams } = new URL(args.request.url)
  const { show, panel } = parseOr404(dueQuerySchema, Object.fromEntries(searchParams))
  throw redirect(paths.scorecardsDue({ show, panel, done: `sent-${personId}` }))
}

const filterWords: Record<DueFilter, string> = { late: 'Late', today: 'Due today', all: 'All' }

export default function ScorecardsDue() {
  const { people, shown, counts, panels, show, panel, sendsMail } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const owedBy = people.length === 1 ? 'one person' : `${people.length} people`
  return (
    <>
      <DoneToast
        words={Object.fromEntries(
          people.map(({ personId, name }) => [`sent-${personId}`, `The reminder to ${name} is sent.`]),
        )}
      />
      <PageHead
        title="Scorecards due"
        crumbs={[{ to: paths.schedule(), label: 'Schedule' }]}
        lead="Due a day after the interview. Whether a scorecard is begun is all that is told of it."
        actions={<LinkButton to={paths.importForms()}>Bring filled forms back</LinkButton>}
      />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <SegmentedLinks
          label="Which scorecards"
          options={dueFilters.map((filter) => ({
            to: paths.scorecardsDue({ show: filter, panel }),
            label: `${filterWords[filter]} ${counts[filter]}`,
            isOn: show === filter,
          }))}
        />
        {panels.length > 1
          ? panels.map((entry) => (
              <ChipLink
                key={entry.id}
                isOn={panel === entry.id}
                count={entry.count}
                to={paths.scorecardsDue({ show, panel: panel === entry.id ? undefined : entry.id })}
              >
                {entry.name}
              </ChipLink>
            ))
          : null}
        <p role="status" className="ml-auto text-dense text-ink-2">
          {shown === 0
            ? 'No scorecard'
            : `${shown} ${shown === 1 ? 'scorecard' : 'scorecards'} owed by ${owedBy}`}
        </p>
      </div>
      {errors ? <ErrorSummary errors={errors} title="No reminder went out" /> : null}
      {people.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title={show === 'all' && panel === undefined ? 'Nobody owes a scorecard' : 'No scorecard fits'}
            action={
              show === 'all' && panel === undefined ? (
                <LinkButton to={paths.schedule()}>Schedule</LinkButton>
              ) : (
                <LinkButton to={paths.scorecardsDue()}>Show all</LinkButton>
              )
            }
          >
            {show === 'all' && panel === undefined
              ? 'After an interview, whoever has not handed in their scorecard stands here until they have.'
              : 'Take a filter away to see everybody who owes one.'}
          </EmptyState>
        </div>
      ) : (
        people.map((person) => <DuePerson key={person.personId} person={person} sendsMail={sendsMail} />)
      )}
    </>
  )
}
