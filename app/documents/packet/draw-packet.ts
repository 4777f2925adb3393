import { composeForm } from '#app/documents/kits/compose-form.ts'
import { composeKits } from '#app/documents/kits/compose-kits.ts'
import { drawComposition, type Composition } from '#app/documents/press/compose.ts'
import type { Drawing, DrawnFile } from '#app/documents/press/drawing.ts'
import type { FieldFont } from '#app/documents/press/fields/field-font.ts'
import { writeFile } from '#app/documents/press/write-file.ts'
import { bindPacket } from './bind-packet.ts'
import { kitOf, type Packet, type PacketEntry, type SinglePrint } from './packet.ts'
import { zipFiles } from './zip-files.ts'

/** What the packet takes from the press: other documents drawn, and the font of fields. */
export type PacketMeans = {
  draw: (print: SinglePrint) => Promise<DrawnFile>
  getFont: () => FieldFont
}

/**
 * Makes a packet; what several documents share is laid out and written once.
 * @param as one file with bookmarks, where forms have no place since fields of one name would be one field; or a zip of files
 * @param watch is told the share that is done, and may throw to stop
 * @throws RangeError when it is to be one file and nothing in it can stand there
 */
export async function makePacket(
  { packet, as }: { packet: Packet; as: 'file' | 'zip' },
  means: PacketMeans,
  watch: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (as === 'zip') {
    const files = []
    for (const [i, entry] of packet.entries.entries()) {
      watch(i / packet.entries.length)
      files.push({ path: entry.path, pdf: await writeFile(await drawEntry(packet, entry, means)) })
    }
    return zipFiles(files)
  }
  const drawnLines = new Map<string, Drawing>()
  const entries = packet.entries.filter(({ print }) => print.document !== 'form')
  let done = 0
  return bindPacket(entries, packet, (entry, isTagged) => {
    watch((done++ / entries.length) * 0.95)
    return drawEntry(packet, entry, means, { isTagged, drawnLines })
  })
}

/** How many pages each document of a packet has. */
export async function countPages(
  packet: Packet,
  means: PacketMeans,
  watch: (share: number) => void,
): Promise<number[]> {
  const counts: number[] = []
  for (const [i, entry] of packet.entries.entries()) {
    watch(i / packet.entries.length)
    const { print } = entry
    const { pages } =
      print.document === 'kit'
        ? await composeKit(packet, entry, print)
        : await drawEntry(packet, entry, means)
    counts.push(pages.length)
  }
  return counts
}

/** How kits are drawn: with tags or without, and with the lines of kits that stand in the same file. */
type Drawn = { isTagged: boolean; drawnLines?: Map<string, Drawing> }

async function drawEntry(
  packet: Packet,
  entry: PacketEntry,
  means: PacketMeans,
  { isTagged, drawnLines }: Drawn = { isTagged: true },
): Promise<DrawnFile> {
  const { print } = entry
  switch (print.document) {
    case 'kit':
      return drawComposition({ ...(await composeKit(packet, entry, print)), isTagged }, drawnLines)
    case 'form': {
      const { paper, size, ink } = packet
      const { content, createdAt } = print
      const kit = kitOf(packet, print)
      const form = { paper, size, ink, title: titleOf(entry), createdAt, kit, content }
      return composeForm({ ...form, font: means.getFont() })
    }
    case 'scorecard':
    case 'debrief':
    case 'comparison':
    case 'panel':
      return means.draw(print)
  }
}

function composeKit(
  packet: Packet,
  entry: PacketEntry,
  print: Extract<PacketEntry['print'], { document: 'kit' }>,
): Promise<Composition> {
  const { paper, size, ink } = packet
  const { as, createdAt } = print
  return composeKits({ kits: [kitOf(packet, print)], as, paper, size, ink, title: titleOf(entry), createdAt })
}

/** What a file of the zip is called by a viewer. */
function titleOf({ shelf }: PacketEntry): string {
  return shelf.toReversed().join(', ')
}
