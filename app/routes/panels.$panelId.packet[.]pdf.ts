import type { LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '#app/lib/http.server.ts'
import { answerPacket } from './_app.panels.$panelId.print/read-packet.server.ts'

export const handle = { rule: 'panel.read' } satisfies RouteHandle

export function loader(args: LoaderFunctionArgs) {
  return answerPacket(args, 'file')
}
