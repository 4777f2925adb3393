import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { versionQuerySchema } from '#app/domains/panels/page.schema.ts'
import { getPrintedPlan } from '#app/domains/panels/printed-plan.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'

export const handle = { rule: 'panel.read' } satisfies RouteHandle

const paramsSchema = printQuerySchema
  .extend({ panelId: z.string().min(1).max(64) })
  .extend(versionQuerySchema.shape)

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(paramsSchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { panelId, version, form, paper, size, ink } = query
  const input = { panelId, version, form, zone: zoneOf(args.request) }
  const printed = unwrap(await getPrintedPlan(ctx, input, { signal: args.request.signal }))
  const props = { ...printed, paper, size, ink }
  const fileName = `Panel plan ${printed.plan.name}${form === 'B' ? ', form B' : ''}${printed.version === null ? ', draft' : ''}`
  return answerPdf(args, { task: { document: 'panel', props }, fileName })
}
