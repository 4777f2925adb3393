import type { KitFacts, KitView } from '#app/domains/panels/kit-view.ts'
import type { ComparisonPdfProps } from '#app/documents/comparison/compose-comparison.ts'
import type { DebriefPdfProps } from '#app/documents/debrief-pdf.tsx'
import type { FormContent } from '#app/documents/kits/compose-form.ts'
import type { PanelPdfProps } from '#app/documents/panel-plan/compose-panel.ts'
import type { PrintStyle } from '#app/documents/parts/look.ts'
import type { ScorecardPdfProps } from '#app/documents/scorecard-pdf.tsx'

/** A document that says itself how it is printed. */
export type SinglePrint =
  | { document: 'scorecard'; props: ScorecardPdfProps }
  | { document: 'debrief'; props: DebriefPdfProps }
  | { document: 'comparison'; props: ComparisonPdfProps }
  | { document: 'panel'; props: PanelPdfProps }

/** `guide` is the place of its questions among the guides of the packet, since many kits share them. */
type PacketKit = { guide: number; facts: KitFacts; createdAt: Date }

export type PacketPrint =
  | (PacketKit & { document: 'kit'; as: 'kit' | 'scorecard' })
  | (PacketKit & { document: 'form'; content: FormContent })
  | SinglePrint

export type PacketEntry = {
  /** Its bookmark below those that it stands under, the outermost first. */
  shelf: readonly string[]
  /** Where it stands in a zip, with folder, without ending. */
  path: string
  print: PacketPrint
}

/** Any set of documents, in the order in which they are bound. */
export type Packet = PrintStyle & {
  title: string
  createdAt: Date
  /** Every document of a bound packet begins on a sheet of its own where sheets are printed on both sides. */
  isDuplex: boolean
  /** Kits without the facts of a session. */
  guides: readonly KitView[]
  entries: readonly PacketEntry[]
}

/** The kit of an entry. @throws RangeError when the packet lacks its guide */
export function kitOf(packet: Pick<Packet, 'guides'>, { guide, facts }: PacketKit): KitView {
  const kit = packet.guides[guide]
  if (!kit) throw new RangeError(`The packet has no guide ${guide}.`)
  return { ...kit, ...facts }
}
