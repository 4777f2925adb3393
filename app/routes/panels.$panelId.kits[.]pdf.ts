import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { formQuerySchema } from '#app/domains/panels/page.schema.ts'
import { getPanelKits } from '#app/domains/panels/panel-kits.server.ts'
import { answerPdf } from '#app/documents/print.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'panel.read' } satisfies RouteHandle

const querySchema = printQuerySchema
  .extend({ panelId: z.string(), interview: z.string().optional() })
  .extend(formQuerySchema.shape)

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(querySchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { kits, panelName, publishedAtMs } = unwrap(
    getPanelKits(ctx, { panelId: query.panelId, interviewId: query.interview, form: query.form }),
  )
  const title = `${panelName}${query.form === 'B' ? ', form B' : ''}, blank ${query.as === 'kit' ? 'kits' : 'scorecards'}`
  const { paper, as, size, ink } = query
  const options = { paper, as, size, ink, title, createdAt: new Date(publishedAtMs) }
  return answerPdf(args, { task: { document: 'kits', kits, options }, fileName: title })
}
