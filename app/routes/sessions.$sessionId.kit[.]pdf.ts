import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { getSessionKits } from '#app/domains/scheduling/session-kits.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { answerPdf } from '#app/documents/print.server.ts'
import { baseUrlOf, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'session.read' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({ sessionId: z.string() })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { kits, of, asOfMs } = unwrap(
    getSessionKits(ctx, {
      sessionId: query.sessionId,
      isBlind: query.blind === '1',
      zone: zoneOf(args.request),
      baseUrl: baseUrlOf(args),
    }),
  )
  const title = `${of}, ${kits[0]?.focus ?? ''}, ${query.as}`
  const { paper, as, size, ink } = query
  const options = { paper, as, size, ink, title, createdAt: new Date(asOfMs) }
  return answerPdf(args, { task: { document: 'kits', kits, options }, fileName: title })
}
