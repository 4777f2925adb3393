import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerPdf, describePacket, type Packet, type PacketFacts } from '#app/documents/print.server.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { settleChoice, type PrintChoice } from '#app/domains/people/printing/print-choice.ts'
import { printChoiceSchema } from '#app/domains/people/printing/print-choice.schema.ts'
import {
  explainExcess,
  namePaths,
  shelfOf,
  type PacketPlan,
  type PlannedDocument,
} from '#app/domains/debrief/print-packet/packet.ts'
import { packetQuerySchema } from '#app/domains/debrief/print-packet/packet-query.schema.ts'
import { planPacket, type PacketInput } from '#app/domains/debrief/print-packet/plan-packet.server.ts'
import { readPacket } from '#app/domains/debrief/print-packet/read-packet.server.ts'
import { addUp, chooseSample, type PageCount } from '#app/domains/debrief/print-packet/sample.ts'
import { getFormKey } from '#app/domains/scorecards/forms/form-key.server.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { baseUrlOf, parseOr404, requirePerson, unwrap } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { atMsOf, printContent } from './print-content.ts'

const querySchema = packetQuerySchema
  .extend(printChoiceSchema.shape)
  .extend({ panelId: z.string().min(1).max(64) })
const lists = ['document', 'candidate', 'by'] as const

/** What the address asks for. @throws 404 when it is no such address */
export function readPacketQuery({ request, params }: LoaderFunctionArgs): z.infer<typeof querySchema> {
  const { searchParams } = new URL(request.url)
  const several = Object.fromEntries(lists.map((name) => [name, searchParams.getAll(name)]))
  return parseOr404(querySchema, { ...Object.fromEntries(searchParams), ...several, ...params })
}

type Asked = { args: LoaderFunctionArgs; ctx: Ctx; input: PacketInput; choice: PrintChoice }

/** The plan of the packet that the address asks for. @throws as the use case refuses */
export async function openPacket(
  args: LoaderFunctionArgs,
  ctx: Ctx,
  choice: PrintChoice,
): Promise<Asked & { plan: PacketPlan }> {
  const query = readPacketQuery(args)
  const { panelId } = query
  const place = { zone: zoneOf(args.request), baseUrl: baseUrlOf(args) }
  const input = { panelId, query, isBlind: choice.names === 'code', ...place }
  return { args, ctx, input, choice, plan: unwrap(await planPacket(ctx, input)) }
}

/** How many pages the one file has, and what in it cannot be printed; no count where there is none. */
export async function describePages(
  asked: Asked & { plan: PacketPlan },
): Promise<{ count: PageCount | null; unprintable: PacketFacts['unprintable'] }> {
  const bound = asked.plan.planned.filter(isBound)
  if (bound.length === 0 || explainExcess(bound.length)) return { count: null, unprintable: [] }
  const sample = chooseSample(bound)
  const packet = await makePacket(
    asked,
    sample.flatMap(({ probes }) => probes),
  )
  const { pages, unprintable } = await describePacket(
    asked.args,
    packet,
    bound.map(({ facts }) => facts),
  )
  return { count: pages && addUp(sample, pages), unprintable }
}

/** Fields of one name in one file would be one field, so forms are never bound. */
function isBound({ document }: PlannedDocument): boolean {
  return document !== 'form'
}

/** The packet that the address asks for, as one file or as a zip. @throws 409 in words when there is nothing to make, or too much */
export async function answerPacket(args: LoaderFunctionArgs, as: 'file' | 'zip'): Promise<Response> {
  const ctx = requirePerson(args, 'panel.read')
  const asked = await openPacket(args, ctx, settleChoice(readPacketQuery(args), {}, 'a4'))
  const { planned: all } = asked.plan
  const planned = as === 'zip' ? all : all.filter(isBound)
  if (planned.length === 0) throw data({ message: nothing }, 409)
  const excess = explainExcess(planned.length)
  if (excess) throw data({ message: excess }, 409)
  const packet = await makePacket(asked, planned)
  return answerPdf(args, { task: { document: 'packet', as, packet }, fileName: packet.title })
}

async function makePacket(
  { ctx, args, input, choice, plan }: Asked & { plan: PacketPlan },
  planned: readonly PlannedDocument[],
): Promise<Packet> {
  const formKey = () => getFormKey(args.context.services.env.formKeyFile)
  const read = await readPacket(ctx, { ...input, formKey }, planned)
  const { paper, size, ink } = choice
  const style = { paper, size, ink }
  // To the minute, as it is printed, so that the same minute gives the same file.
  const minute = new Date(Math.floor(ctx.now / 60_000) * 60_000)
  const print = { style, asOf: formatPrinted(ctx.now, input.zone), minute }
  const paths = namePaths(read.map(({ place }) => place))
  const entries = read.map(({ place, content }, i) => ({
    shelf: shelfOf(place),
    path: paths[i] ?? '',
    print: printContent(content, print),
  }))
  const newest = read.map(({ content }) => atMsOf(content))
  const isOfNow = read.some(
    ({ content }) => content.document === 'comparison' || content.document === 'debrief',
  )
  return {
    ...style,
    title: `Packet ${plan.panelName}`,
    createdAt: isOfNow ? minute : new Date(Math.max(0, ...newest)),
    isDuplex: input.query.sides === 'both',
    guides: plan.guides,
    entries,
  }
}

const nothing = 'There is nothing to print here. Choose documents and candidates on the page that led here.'
