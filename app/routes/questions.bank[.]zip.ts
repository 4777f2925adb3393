import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportBank } from '#app/domains/question-bank/bank-files/use-cases.server.ts'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'bank.read' } satisfies RouteHandle

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return new Response(unwrap(exportBank(ctx)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="panelist-bank.zip"',
      'Cache-Control': 'private, no-store',
    },
  })
}
