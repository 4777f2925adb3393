import { mostTagged } from '#app/documents/kits/compose-kits.ts'
import type { DrawnFile, Heading } from '#app/documents/press/drawing.ts'
import { joinFiles } from '#app/documents/press/join-files.ts'
import type { Packet, PacketEntry } from './packet.ts'

/**
 * Documents one after the other as one file, with bookmarks down to each of them. A large packet has no bookmarks inside its documents and
 * no tags: what many pages share is written once and can name none of them.
 */
export function bindPacket(
  bound: readonly { entry: Pick<PacketEntry, 'shelf'>; file: DrawnFile }[],
  { title, createdAt, isDuplex }: Pick<Packet, 'title' | 'createdAt' | 'isDuplex'>,
): DrawnFile {
  const isTagged = bound.length <= mostTagged && bound.every(({ file }) => file.structure !== undefined)
  let before: readonly string[] = []
  const files = bound.map(({ entry: { shelf }, file }) => {
    const headings = [
      ...listNew(shelf, before),
      ...(isTagged ? file.headings.filter(({ level }) => level > 1) : []).map((heading) => ({
        ...heading,
        level: heading.level + shelf.length - 1,
      })),
    ]
    before = shelf
    const [first] = file.pages
    const isOdd = file.pages.length % 2 === 1
    const blank = isDuplex && isOdd && first ? [{ ...first, placed: [] }] : []
    return { ...file, headings, pages: [...file.pages, ...blank] }
  })
  const { structure, ...joined } = joinFiles(files)
  return { ...joined, title, createdAt, ...(isTagged ? { structure } : { isFolded: true }) }
}

/** The bookmarks that the one before did not stand under already. */
function listNew(shelf: readonly string[], before: readonly string[]): Heading[] {
  const same = shelf.findIndex((title, i) => title !== before[i])
  const from = same < 0 ? shelf.length - 1 : same
  return shelf.slice(from).map((title, i) => ({ title, level: from + i + 1, pageIndex: 0, top: 0 }))
}
