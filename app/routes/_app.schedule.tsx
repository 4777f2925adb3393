import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { checkInWords } from '#app/domains/scheduling/check-in-words.ts'
import { listSchedule } from '#app/domains/scheduling/schedule.server.ts'
import { ScheduleDays, type ScheduleDay } from '#app/domains/scheduling/ui/schedule-days.tsx'
import { dayBoundsOf, formatDay, formatSpan, formatWhen } from '#app/lib/dates.ts'
import { mayAny, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'

export const handle = { rule: 'schedule.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Schedule · Panelist' }]

const querySchema = z.object({ when: z.enum(['coming', 'past']).catch('coming') })

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { searchParams } = new URL(args.request.url)
  const { when } = parseOr404(querySchema, Object.fromEntries(searchParams))
  const zone = zoneOf(args.request)
  const today = dayBoundsOf(ctx.now, zone)
  const items = unwrap(listSchedule(ctx, { fromMs: today.fromMs, isPast: when === 'past' }))
  const days = new Map<string, ScheduleDay>()
  for (const item of items) {
    const { startsAtMs } = item
    const isToday = startsAtMs !== null && startsAtMs >= today.fromMs && startsAtMs < today.toMs
    const title =
      startsAtMs === null ? 'No time yet' : `${isToday ? 'Today, ' : ''}${formatDay(startsAtMs, zone)}`
    const day = days.get(title) ?? { title, items: [] }
    day.items.push({
      ...item,
      span: startsAtMs === null ? `${item.minutes} min` : formatSpan(startsAtMs, item.minutes, zone),
      checkedIn: item.checkIns
        .map((entry) => `${entry.name} ${checkInWords({ ...entry, startsAtMs }, zone)}`)
        .join(', '),
      exact: startsAtMs === null ? '' : formatWhen(startsAtMs, { now: ctx.now, zone }).exact,
    })
    days.set(title, day)
  }
  return {
    days: [...days.values()],
    count: items.length,
    when,
    zone,
    maySeeDue: mayAny(ctx, 'scorecard.remind'),
  }
}

export default function Schedule() {
  const { days, count, when, zone, maySeeDue } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Schedule"
        actions={maySeeDue ? <LinkButton to={paths.scorecardsDue()}>Scorecards due</LinkButton> : null}
        lead={`${count} ${count === 1 ? 'session' : 'sessions'}, times in ${zone}`}
      />
      <div className="mt-4">
        <SegmentedLinks
          label="Which sessions"
          options={[
            { to: paths.schedule(), label: 'Coming', isOn: when === 'coming' },
            { to: `${paths.schedule()}?when=past`, label: 'Last sixty days', isOn: when === 'past' },
          ]}
        />
      </div>
      {days.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            title={when === 'past' ? 'No sessions in the last sixty days' : 'No sessions planned'}
            action={<LinkButton to={paths.candidates()}>Candidates</LinkButton>}
          >
            Sessions appear here once a candidate’s loop is planned. Open a candidate to plan it.
          </EmptyState>
        </div>
      ) : (
        <ScheduleDays days={days} />
      )}
    </>
  )
}
