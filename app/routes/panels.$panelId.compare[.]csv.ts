import type { LoaderFunctionArgs } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { getComparison } from '#app/domains/debrief/compare.server.ts'
import { tabulateComparison } from '#app/domains/debrief/comparison-table.ts'
import { listDecisionChips } from '#app/domains/debrief/meeting/list.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'comparison.read' } satisfies RouteHandle

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { panelId } = parseOr404(z.object({ panelId: z.string() }), args.params)
  const { view } = unwrap(await getComparison(ctx, { panelId }))
  const csv = stringify(tabulateComparison(view, listDecisionChips(ctx, { panelId })), {
    bom: true,
    record_delimiter: '\r\n',
  })
  const plainName = view.panelName.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'panel'
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="comparison-${plainName}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
