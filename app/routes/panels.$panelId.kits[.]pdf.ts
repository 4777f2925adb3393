import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { getPanelKits } from '#app/domains/panels/panel-kits.server.ts'
import { pdfResponse, renderKits } from '#app/documents/render.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'panel.read' } satisfies RouteHandle

const querySchema = z.object({
  panelId: z.string(),
  interview: z.string().optional(),
  paper: z.enum(['a4', 'letter']).default('a4'),
  as: z.enum(['kit', 'scorecard']).default('kit'),
})

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const query = parseOr404(querySchema, { ...Object.fromEntries(url.searchParams), ...args.params })
  const { kits, panelName, publishedAtMs } = unwrap(
    getPanelKits(ctx, { panelId: query.panelId, interviewId: query.interview }),
  )
  const title = `${panelName}, blank ${query.as === 'kit' ? 'kits' : 'scorecards'}`
  const { paper, as } = query
  const pdf = await renderKits(kits, { paper, as, title, createdAt: new Date(publishedAtMs) })
  return pdfResponse(args.request, pdf, title)
}
