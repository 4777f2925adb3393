import type { KitFacts } from '#app/domains/panels/kit-view.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { PacketDocument, PlannedDocument } from './packet.ts'

/** Of other documents than kits so many of a kind are laid out, and stand for the rest. */
const mostLaidOut: Record<PacketDocument, number> = {
  plan: 1,
  comparison: 1,
  debrief: 3,
  kit: 2,
  blank: 2,
  form: 2,
  filled: 8,
}

/** Documents that are alike, and those of them that are laid out to know how long they are. */
type Group = { size: number; probes: PlannedDocument[]; areBounds: boolean }

/**
 * Chooses what to lay out so as to know how many pages a packet has. Kits of one interview differ by what stands in their heads alone: a kit
 * with every fact at its longest has as many pages as any, one with every fact at its shortest as few.
 */
export function chooseSample(planned: readonly PlannedDocument[]): Group[] {
  const groups = groupBy(planned, ({ document, guide }) => `${document} ${guide ?? ''}`)
  return [...groups.values()].map((members) => {
    const [first] = members
    const most = first ? mostLaidOut[first.document] : 0
    if (members.length <= most) return { size: members.length, probes: members, areBounds: false }
    const facts = members.flatMap((member) => member.facts ?? [])
    if (!first || facts.length < members.length)
      return { size: members.length, probes: members.slice(0, most), areBounds: false }
    const probes = [shortestOf(facts), longestOf(facts)].map((bound) => ({ ...first, facts: bound }))
    return { size: members.length, probes, areBounds: true }
  })
}

/** Every fact as wide as no text of its length is. */
function longestOf(facts: readonly KitFacts[]): KitFacts {
  const fill = (name: 'candidate' | 'interviewer' | 'when') =>
    'W'.repeat(Math.max(...facts.map((one) => one[name]?.length ?? 0)))
  const link = facts.map((one) => one.link ?? '').reduce((a, b) => (b.length > a.length ? b : a))
  const names = { candidate: fill('candidate'), interviewer: fill('interviewer'), when: fill('when') }
  return { shortId: '', link: link || null, ...names }
}

function shortestOf(facts: readonly KitFacts[]): KitFacts {
  const link = facts.map((one) => one.link ?? '').reduce((a, b) => (b.length < a.length ? b : a))
  return { shortId: '', link: link || null, candidate: 'i', interviewer: 'i', when: 'i' }
}

/** Pages and sheets of a packet; sheets are printed on both sides, each document on sheets of its own. */
export type PageCount = { pages: number; sheets: number; isAbout: boolean }

/** @param pages of the probes, group by group */
export function addUp(groups: readonly Group[], pages: readonly number[]): PageCount {
  const sum: PageCount = { pages: 0, sheets: 0, isAbout: false }
  let from = 0
  for (const { size, probes, areBounds } of groups) {
    const counts = pages.slice(from, (from += probes.length))
    const each = size / counts.length
    for (const count of counts) {
      sum.pages += count * each
      sum.sheets += Math.ceil(count / 2) * each
    }
    const areEqual = areBounds && counts.every((count) => count === counts[0])
    if (!areEqual && size > counts.length) sum.isAbout = true
  }
  return { ...sum, pages: Math.round(sum.pages), sheets: Math.round(sum.sheets) }
}
