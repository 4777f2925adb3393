import type { PacketDocument } from './packet.ts'

/** How long a document takes to lay out, in kits. */
const weights: Record<PacketDocument, number> = {
  plan: 4,
  comparison: 8,
  debrief: 12,
  kit: 1,
  blank: 1,
  form: 1,
  filled: 4,
}

/** So much is counted page by page; of more a part is, and stands for the rest. */
const mostWeight = 160

type Kind = { document: PacketDocument; guide: number | null }

/** Which documents are counted, and for how many others each group of them stands. */
export type Sample = { groups: { members: number[]; counted: number[] }[]; isWhole: boolean }

/**
 * Chooses what to lay out so as to know the number of pages. Documents of one kind, and kits of one interview, are alike.
 * @returns places in `entries`
 */
export function chooseSample(entries: readonly Kind[]): Sample {
  const total = entries.reduce((sum, { document }) => sum + weights[document], 0)
  const byKind = new Map<string, number[]>()
  for (const [i, { document, guide }] of entries.entries()) {
    const key = `${document} ${guide ?? ''}`
    byKind.set(key, [...(byKind.get(key) ?? []), i])
  }
  const isWhole = total <= mostWeight
  const share = isWhole ? 1 : mostWeight / total
  return {
    isWhole,
    groups: [...byKind.values()].map((members) => ({
      members,
      counted: members.slice(0, Math.max(1, Math.floor(members.length * share))),
    })),
  }
}

/** Pages and sheets of a packet; sheets are printed on both sides, each document on sheets of its own. */
export type PageCount = { pages: number; sheets: number; isAbout: boolean }

/** @param pagesOf how many pages the document at this place has */
export function addUp({ groups, isWhole }: Sample, pagesOf: (place: number) => number): PageCount {
  let [pages, sheets] = [0, 0]
  for (const { members, counted } of groups) {
    const each = members.length / counted.length
    for (const place of counted) {
      pages += pagesOf(place) * each
      sheets += Math.ceil(pagesOf(place) / 2) * each
    }
  }
  return { pages: Math.round(pages), sheets: Math.round(sheets), isAbout: !isWhole }
}
