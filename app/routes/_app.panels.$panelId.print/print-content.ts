import type { Packet } from '#app/documents/print.server.ts'
import type { PrintChoice } from '#app/domains/people/printing/print-choice.ts'
import type { PacketContent } from '#app/domains/debrief/print-packet/read-packet.server.ts'

/** The moment that a document tells of; the time of printing is none. */
export function atMsOf(content: PacketContent): number {
  if (content.document === 'filled') return content.printed.atMs
  if (content.document === 'plan') return content.plan.createdAt.getTime()
  return 'atMs' in content ? content.atMs : 0
}

type Style = Pick<PrintChoice, 'paper' | 'size' | 'ink'>

/** A document of a packet as the press takes it. */
export function printContent(
  content: PacketContent,
  print: { style: Style; asOf: string; minute: Date },
): Packet['entries'][number]['print'] {
  const { style, asOf, minute } = print
  switch (content.document) {
    case 'plan':
      return { document: 'panel', props: { ...content.plan, ...style } }
    case 'comparison':
      return { document: 'comparison', props: { ...content.comparison, asOf, ...style, createdAt: minute } }
    case 'debrief':
      return { document: 'debrief', props: { ...content.packet, asOf, ...style, createdAt: minute } }
    case 'filled': {
      const { card, times, atMs } = content.printed
      return { document: 'scorecard', props: { card, times, ...style, createdAt: new Date(atMs) } }
    }
    case 'form': {
      const { guide, facts, content: fields, atMs } = content
      return { document: 'form', guide, facts, content: fields, createdAt: new Date(atMs) }
    }
    case 'kit':
    case 'blank': {
      const { guide, facts, atMs } = content
      const as = content.document === 'kit' ? 'kit' : 'scorecard'
      return { document: 'kit', as, guide, facts, createdAt: new Date(atMs) }
    }
  }
}
