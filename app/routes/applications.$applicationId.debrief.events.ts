import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { openDebrief } from '#app/domains/debrief/meeting/gate.server.ts'
import { streamRevisions } from '#app/domains/debrief/meeting/stream.server.ts'
import { parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'

export const handle = { rule: 'debrief.read' } satisfies RouteHandle

const paramsSchema = z.object({ applicationId: z.string().min(1).max(64) })

/** The revision of a debrief: as a stream for whoever asks for events, else once. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { applicationId } = parseOr404(paramsSchema, args.params)
  const door = unwrap(openDebrief(ctx, { applicationId }))
  // A browser does not open a stream again that was answered like this.
  if (door.kind === 'waiting') return new Response(null, { status: 204 })
  // A program that collects an answer before it hands it on would wait for the end of a stream for ever.
  if (!args.request.headers.get('Accept')?.includes('text/event-stream')) {
    return new Response(String(door.debrief?.revision ?? 0), { headers: { 'Content-Type': 'text/plain' } })
  }
  const { request, context } = args
  const stream = streamRevisions(context.services, {
    applicationId,
    person: ctx.user,
    cookie: request.headers.get('Cookie'),
    signal: request.signal,
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream',
      // Compressed, or collected by a proxy, it would arrive late or never.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
