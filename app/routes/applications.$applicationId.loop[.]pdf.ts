import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { getLoopKits } from '#app/domains/scheduling/session-kits.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { answerPdf } from '#app/documents/print.server.ts'
import { baseUrlOf, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'schedule.read' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({ applicationId: z.string() })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { applicationId, paper, as, blind, size, ink } = query
  const { kits, of, asOfMs } = unwrap(
    getLoopKits(ctx, {
      applicationId,
      isBlind: blind === '1',
      zone: zoneOf(args.request),
      baseUrl: baseUrlOf(args),
    }),
  )
  const title = `${of}, whole loop`
  const options = { paper, as, size, ink, title, createdAt: new Date(asOfMs) }
  return answerPdf(args, { task: { document: 'kits', kits, options }, fileName: title })
}
