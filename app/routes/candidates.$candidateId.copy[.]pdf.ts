import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf, type Print } from '#app/documents/print.server.ts'
import { makeAccessCopy, readAccessCopy } from '#app/domains/debrief/access-copy/use-cases.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { factsType } from '#app/lib/print-progress.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'candidate.copy' } satisfies RouteHandle

const paramsSchema = printQuerySchema.extend({ candidateId: z.string().min(1).max(64) })

/** The audit log keeps every copy that was made: it takes a form, and following a link leads to the page with that form. */
export async function loader(args: LoaderFunctionArgs) {
  const print = gather(args, readAccessCopy)
  if (args.request.headers.get('Accept') === factsType) return answerPdf(args, print)
  return redirect(paths.print('copy', args.params['candidateId'] ?? ''))
}

export async function action(args: ActionFunctionArgs) {
  return answerPdf(args, gather(args, makeAccessCopy))
}

function gather(args: LoaderFunctionArgs, read: typeof readAccessCopy): Print {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { candidateId, paper, size, ink } = query
  const zone = zoneOf(args.request)
  const copy = unwrap(read(ctx, { candidateId, zone }))
  const asOf = formatPrinted(ctx.now, zone)
  const props = { copy, asOf, paper, size, ink, createdAt: new Date(Math.floor(ctx.now / 60_000) * 60_000) }
  const fileName = `Copy of what is held about ${copy.candidate.name}`
  return { task: { document: 'access copy', props }, fileName }
}
