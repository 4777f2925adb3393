import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { makeAccessCopy } from '#app/domains/debrief/access-copy/use-cases.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'

export const handle = { rule: 'candidate.copy' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({ candidateId: z.string().min(1).max(64) })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { candidateId, paper, size, ink } = query
  const zone = zoneOf(args.request)
  const copy = unwrap(makeAccessCopy(ctx, { candidateId, zone }))
  const asOf = formatPrinted(ctx.now, zone)
  const props = { copy, asOf, paper, size, ink, createdAt: new Date(Math.floor(ctx.now / 60_000) * 60_000) }
  const fileName = `Copy of what is held about ${copy.candidate.name}`
  return answerPdf(args, { task: { document: 'access copy', props }, fileName })
}
