import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf } from '#app/documents/print.server.ts'
import { getFormKey } from '#app/domains/scorecards/forms/form-key.server.ts'
import { printFormFor } from '#app/domains/scorecards/forms/print-form.server.ts'
import { baseUrlOf, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { printQuerySchema } from '#app/lib/print-query.schema.ts'
import { zoneOf } from '#app/lib/zone.server.ts'

export const handle = { rule: 'scorecard.transcribe' } satisfies RouteHandle

const idSchema = z.string().min(1).max(64)
const paramsSchema = printQuerySchema.extend({ sessionId: idSchema, interviewerId: idSchema })

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const url = new URL(args.request.url)
  const { sessionId, interviewerId, paper, size, ink } = parseOr404(paramsSchema, {
    ...Object.fromEntries(url.searchParams),
    ...args.params,
  })
  const { kit, content, of, asOfMs } = unwrap(
    printFormFor(ctx, {
      sessionId,
      interviewerId,
      zone: zoneOf(args.request),
      baseUrl: baseUrlOf(args),
      key: getFormKey(args.context.services.env.formKeyFile),
    }),
  )
  const title = `Scorecard to fill, ${of}`
  const options = { paper, size, ink, title, content, createdAt: new Date(asOfMs) }
  return answerPdf(args, { task: { document: 'form', kit, options }, fileName: title })
}
