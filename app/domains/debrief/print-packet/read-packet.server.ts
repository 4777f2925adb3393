import { setImmediate } from 'node:timers/promises'
import type { Ctx } from '#app/domains/people/context.ts'
import type { KitFacts } from '#app/domains/panels/kit-view.ts'
import { getPrintedPlan, type PrintedPlan } from '#app/domains/panels/printed-plan.server.ts'
import {
  printFormFor,
  printOwnForm,
  type PrintedForm,
} from '#app/domains/scorecards/forms/print-form.server.ts'
import { printCard, type PrintedCard } from '#app/domains/scorecards/printed-card.ts'
import { listReadableCards } from '#app/domains/scorecards/read.server.ts'
import { hideName } from '#app/domains/scorecards/scorecard-view.ts'
import type { Result } from '#app/lib/result.ts'
import { findPackets, type DebriefPacket } from '#app/domains/debrief/meeting/packet.server.ts'
import { getPrintedComparison, type PrintedComparison } from '../printed-comparison.server.ts'
import type { PacketPlace, PlannedDocument } from './packet.ts'
import type { PacketInput } from './plan-packet.server.ts'

/** What stands in a document of a packet. */
export type PacketContent =
  | { document: 'plan'; plan: PrintedPlan }
  | { document: 'comparison'; comparison: PrintedComparison }
  | { document: 'debrief'; packet: DebriefPacket }
  | { document: 'kit' | 'blank'; guide: number; facts: KitFacts; atMs: number }
  | { document: 'form'; guide: number; facts: KitFacts; content: PrintedForm['content']; atMs: number }
  | { document: 'filled'; printed: PrintedCard }

export type ReadDocument = { place: PacketPlace; content: PacketContent }

/**
 * Reads what stands in planned documents. What is not open to this person any more by now is left away.
 * @param input `formKey` signs forms
 */
export async function readPacket(
  ctx: Ctx,
  input: PacketInput & { formKey: () => Buffer },
  planned: readonly PlannedDocument[],
): Promise<ReadDocument[]> {
  const read = openReading(ctx, input)
  const documents: ReadDocument[] = []
  for (const [i, entry] of planned.entries()) {
    const content = await read(entry)
    if (content) documents.push({ place: entry, content })
    // Hundreds of cards are read; saving goes on in between.
    if (i % readAtOnce === readAtOnce - 1) await setImmediate()
  }
  return documents
}

const readAtOnce = 10

type Content<D extends PacketContent['document']> = Extract<PacketContent, { document: D }> | undefined

/** What several documents are read from is read once. */
function openReading(ctx: Ctx, input: PacketInput & { formKey: () => Buffer }) {
  let packets: ReturnType<typeof findPackets> | undefined
  let readable: { applicationId: string; cards: ReturnType<typeof listReadableCards> } | undefined

  function readCard({ applicationId, scorecardId }: PlannedDocument): Content<'filled'> {
    if (applicationId === null) return undefined
    // A candidate's cards stand one after the other.
    if (readable?.applicationId !== applicationId)
      readable = { applicationId, cards: listReadableCards(ctx, applicationId) }
    const card = readable.cards.find((one) => one.scorecardId === scorecardId)
    if (!card) return undefined
    return { document: 'filled', printed: printCard(input.isBlind ? hideName(card) : card, input.zone) }
  }

  function readForm(entry: PlannedDocument): Content<'form'> {
    const { sessionId, interviewerId, scorecardId, guide, facts, startsAtMs } = entry
    if (sessionId === null || interviewerId === null || guide === null || facts === null) return undefined
    const print = { ...input, key: input.formKey() }
    const form =
      interviewerId === ctx.user.id
        ? printOwnForm(ctx, { ...print, scorecardId: scorecardId ?? '' })
        : printFormFor(ctx, { ...print, sessionId, interviewerId })
    if (!form.ok) return undefined
    const { kit, content, asOfMs } = form.value
    const { shortId, link } = kit
    return {
      document: 'form',
      guide,
      facts: { ...facts, shortId, link },
      content,
      atMs: Math.max(asOfMs, startsAtMs ?? 0),
    }
  }

  return async (entry: PlannedDocument): Promise<PacketContent | undefined> => {
    switch (entry.document) {
      case 'plan': {
        const plan = valueOf(await getPrintedPlan(ctx, { panelId: input.panelId, zone: input.zone }))
        return plan && { document: 'plan', plan }
      }
      case 'comparison': {
        const comparison = valueOf(await getPrintedComparison(ctx, input))
        return comparison && { document: 'comparison', comparison }
      }
      case 'debrief': {
        const found = valueOf(await (packets ??= findPackets(ctx, input)))
        return entry.applicationId !== null && found
          ? { document: 'debrief', packet: found([entry.applicationId]) }
          : undefined
      }
      case 'kit':
      case 'blank': {
        const { document, guide, facts, startsAtMs } = entry
        return guide === null || facts === null
          ? undefined
          : { document, guide, facts, atMs: startsAtMs ?? 0 }
      }
      case 'form':
        return readForm(entry)
      case 'filled':
        return readCard(entry)
    }
  }
}

function valueOf<T>(result: Result<T>): T | undefined {
  return result.ok ? result.value : undefined
}
