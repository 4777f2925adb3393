import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { searchBankForCard } from '#app/domains/scorecards/card-bank.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'scorecard.search' } satisfies RouteHandle

const paramsSchema = z.object({
  scorecardId: z.string().min(1).max(64),
  q: z.string().max(200).default(''),
})

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const { scorecardId, q } = parseOr404(paramsSchema, { ...args.params, q: url.searchParams.get('q') ?? '' })
  return Response.json(unwrap(searchBankForCard(ctx, { scorecardId, text: q })))
}
