import { mostTagged } from '#app/documents/kits/compose-kits.ts'
import type { DrawnFile, DrawnPage, Heading } from '#app/documents/press/drawing.ts'
import { joinFiles } from '#app/documents/press/join-files.ts'
import { openFile, writeFile } from '#app/documents/press/write-file.ts'
import type { Packet, PacketEntry } from './packet.ts'

/** So many documents are held at a time. */
const heldAtOnce = 32

type Draw = (entry: PacketEntry, isTagged: boolean) => Promise<DrawnFile>

/**
 * Documents one after the other as one file, with bookmarks down to each of them. A large packet has no bookmarks inside its documents and
 * no tags: what many pages share is written once and can name none of them.
 * @param entries at least one
 */
export async function bindPacket(
  entries: readonly PacketEntry[],
  { title, createdAt, isDuplex }: Pick<Packet, 'title' | 'createdAt' | 'isDuplex'>,
  draw: Draw,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entries.length === 0) throw new RangeError('There is nothing to bind.')
  if (entries.length <= mostTagged) {
    const files: DrawnFile[] = []
    for (const [i, entry] of entries.entries()) {
      const file = await draw(entry, true)
      const inside = file.headings.filter(({ level }) => level > 1)
      const headings = [
        ...listNew(entry.shelf, entries[i - 1]?.shelf),
        ...inside.map((heading) => ({ ...heading, level: heading.level + entry.shelf.length - 1 })),
      ]
      files.push({ ...file, headings, pages: fillSheets(file.pages, isDuplex) })
    }
    return writeFile({ ...joinFiles(files), title, createdAt })
  }
  const writer = openFile({ title, createdAt, isTagged: false })
  const headings: Heading[] = []
  let held: DrawnPage[] = []
  let count = 0
  for (const [i, entry] of entries.entries()) {
    const pages = fillSheets((await draw(entry, false)).pages, isDuplex)
    headings.push(...listNew(entry.shelf, entries[i - 1]?.shelf).map((one) => ({ ...one, pageIndex: count })))
    count += pages.length
    held.push(...pages)
    if ((i + 1) % heldAtOnce > 0) continue
    writer.add(held)
    held = []
  }
  writer.add(held)
  return writer.end({ headings, isFolded: true })
}

/** The same pages, and an empty one where the last sheet has a free side that the next document would begin on. */
function fillSheets(pages: readonly DrawnPage[], isDuplex: boolean): readonly DrawnPage[] {
  const [first] = pages
  return isDuplex && first && pages.length % 2 === 1 ? [...pages, { ...first, placed: [] }] : pages
}

/** The bookmarks that the one before did not stand under already. */
function listNew(shelf: readonly string[], before: readonly string[] = []): Heading[] {
  const same = shelf.findIndex((title, i) => title !== before[i])
  const from = same < 0 ? shelf.length - 1 : same
  return shelf.slice(from).map((title, i) => ({ title, level: from + i + 1, pageIndex: 0, top: 0 }))
}
