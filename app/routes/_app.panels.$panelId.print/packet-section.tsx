import type { ComponentProps } from 'react'
import { PacketForm } from '#app/domains/debrief/ui/print-packet/packet-form.tsx'
import { UnprintableTexts } from '#app/domains/people/ui/unprintable-texts.tsx'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'

type PacketSectionProps = Pick<ComponentProps<typeof PacketForm>, 'packet' | 'count' | 'choice' | 'sides'> & {
  panelId: string
  panelName: string
  isPublished: boolean
  unprintable: ComponentProps<typeof UnprintableTexts>['texts']
}

/** The packet for the candidates of a panel, or why there is none. */
export function PacketSection({ panelId, panelName, isPublished, unprintable, ...form }: PacketSectionProps) {
  return (
    <Section title="Packet for candidates" isFirst>
      {form.packet.allCount === 0 ? (
        <EmptyState title="No candidates to print for">
          {isPublished
            ? 'A packet holds kits and scorecards of the candidates whom you may see on this panel. There are none yet.'
            : 'Publish the panel and put candidates on it; their kits and scorecards are printed here.'}
        </EmptyState>
      ) : (
        <PacketForm
          {...form}
          fileName={`Packet ${panelName}`}
          to={{
            page: paths.printPanel(panelId),
            file: paths.packetPdf(panelId),
            zip: paths.packetZip(panelId),
          }}
        />
      )}
      <UnprintableTexts texts={unprintable} />
    </Section>
  )
}
