import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { getPacket } from '#app/domains/debrief/meeting/packet.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'

export const handle = { rule: 'comparison.read' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({
  panelId: z.string().min(1).max(64),
  /** Ids of applications, joined by commas; all of the panel when left out. */
  candidates: z.string().max(8000).optional(),
})

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const applicationIds = query.candidates?.split(',')
  const zone = zoneOf(args.request)
  const { debrief, records } = unwrap(
    await getPacket(ctx, {
      panelId: query.panelId,
      zone,
      isBlind: query.blind === '1',
      ...(applicationIds ? { applicationIds } : {}),
    }),
  )
  const props = {
    debrief,
    records,
    asOf: formatPrinted(ctx.now, zone),
    paper: query.paper,
    size: query.size,
    ink: query.ink,
    // To the minute, as it is printed, so that the same minute gives the same file.
    createdAt: new Date(Math.floor(ctx.now / 60_000) * 60_000),
  }
  const fileName = `${debrief.comparison.isPast ? 'Past round' : 'Debrief'} ${debrief.comparison.panelName}`
  return answerPdf(args, { task: { document: 'debrief', props }, fileName })
}
