import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { z } from 'zod'
import { checkIn } from '#app/domains/scorecards/check-in.server.ts'
import { getBriefing } from '#app/domains/scheduling/briefing.server.ts'
import { checkInWords } from '#app/domains/scheduling/check-in-words.ts'
import { BriefingBody } from '#app/domains/scheduling/ui/briefing-body.tsx'
import { formatWhen } from '#app/lib/dates.ts'
import { formRefusal, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'session.read' } satisfies RouteHandle

const paramsSchema = z.object({ sessionId: z.string().min(1).max(64) })

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Briefing: ${page.briefing.candidate.name} · Panelist` : 'Briefing · Panelist' },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const briefing = unwrap(getBriefing(ctx, parseOr404(paramsSchema, args.params)))
  const zone = zoneOf(args.request)
  const { startsAtMs, own } = briefing
  return {
    briefing,
    when: startsAtMs === null ? null : formatWhen(startsAtMs, { now: ctx.now, zone }),
    checkedIn:
      own?.checkedInAtMs == null
        ? null
        : checkInWords({ startsAtMs, checkedInAtMs: own.checkedInAtMs }, zone),
  }
}

/** Checking in has one button and no fields. */
export function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'scorecard.fill')
  const result = checkIn(ctx, parseOr404(paramsSchema, args.params))
  if (!result.ok) return formRefusal(result.error)
  const { scorecardId, isHandedIn } = result.value
  return redirect(isHandedIn ? paths.scorecard(scorecardId) : paths.fillScorecard(scorecardId))
}

export default function BriefingPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <BriefingBody {...page} errors={answer?.errors} />
}
