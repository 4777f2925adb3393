import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { getScorecardPage } from '#app/domains/scorecards/read.server.ts'
import { hideName } from '#app/domains/scorecards/scorecard-view.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'

export const handle = { rule: 'scorecard.read' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({ scorecardId: z.string().min(1).max(64) })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const card = unwrap(getScorecardPage(ctx, query.scorecardId)).view
  const view = query.blind === '1' ? hideName(card) : card
  const zone = zoneOf(args.request)
  const props = {
    card: view,
    times: {
      held: view.startsAtMs === null ? null : formatPrinted(view.startsAtMs, zone),
      submitted: view.submittedAtMs === null ? null : formatPrinted(view.submittedAtMs, zone),
      amended: view.amendments.map((amendment) => formatPrinted(amendment.atMs, zone)),
    },
    paper: query.paper,
    size: query.size,
    ink: query.ink,
    createdAt: new Date(view.submittedAtMs ?? view.startsAtMs ?? 0),
  }
  const fileName = `Scorecard ${view.candidateName}, ${view.focus}, ${view.interviewerName}`
  return answerPdf(args, { task: { document: 'scorecard', props }, fileName })
}
