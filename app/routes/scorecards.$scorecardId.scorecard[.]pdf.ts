import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { printCard } from '#app/domains/scorecards/printed-card.ts'
import { getScorecardPage } from '#app/domains/scorecards/read.server.ts'
import { hideName } from '#app/domains/scorecards/scorecard-view.ts'
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
  const { times, atMs } = printCard(view, zoneOf(args.request))
  const { paper, size, ink } = query
  const props = { card: view, times, paper, size, ink, createdAt: new Date(atMs) }
  const fileName = `Scorecard ${view.candidateName}, ${view.focus}, ${view.interviewerName}`
  return answerPdf(args, { task: { document: 'scorecard', props }, fileName })
}
