import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { getPrintedComparison } from '#app/domains/debrief/printed-comparison.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'

export const handle = { rule: 'comparison.read' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({ panelId: z.string().min(1).max(64) })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { panelId, paper, size, ink, blind } = query
  const printed = unwrap(await getPrintedComparison(ctx, { panelId, isBlind: blind === '1' }))
  const asOf = formatPrinted(ctx.now, zoneOf(args.request))
  const props = {
    ...printed,
    asOf,
    paper,
    size,
    ink,
    createdAt: new Date(Math.floor(ctx.now / 60_000) * 60_000),
  }
  const fileName = `Comparison ${printed.comparison.panelName}`
  return answerPdf(args, { task: { document: 'comparison', props }, fileName })
}
