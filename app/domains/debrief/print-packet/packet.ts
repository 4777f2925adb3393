import type { KitFacts, KitView } from '#app/domains/panels/kit-view.ts'

/** What a packet can hold, in the order in which it stands: of the whole panel, of a candidate, of a seat in a session. */
export const packetDocuments = ['plan', 'comparison', 'debrief', 'kit', 'blank', 'form', 'filled'] as const
export type PacketDocument = (typeof packetDocuments)[number]

/** One of them by its name: in bookmarks, in file names, in sentences. */
export const documentWords: Record<PacketDocument, string> = {
  plan: 'Panel plan',
  comparison: 'Comparison',
  debrief: 'Debrief packet',
  kit: 'Interview kit',
  blank: 'Blank scorecard',
  form: 'Scorecard to fill on screen',
  filled: 'Filled scorecard',
}

/** Where a document of a packet belongs. */
export type PacketPlace = {
  document: PacketDocument
  /** The candidate's name or code; null for what is of the whole panel. */
  candidate: string | null
  /** Null for what is no one's seat. */
  seat: { letter: string; focus: string; person: string | null } | null
}

/** What is not in a packet although it was asked for, and why; `document` is null where it is all of them. */
export type LeftOut = { document: PacketDocument | null; whom: string[]; why: string }

/** A document of a packet before it is read: where it stands, and what it is made of. */
export type PlannedDocument = PacketPlace & {
  applicationId: string | null
  /** The place of its kit among the guides. */
  guide: number | null
  startsAtMs: number | null
  facts: KitFacts | null
  sessionId: string | null
  interviewerId: string | null
  scorecardId: string | null
}

/** What can be chosen, what is chosen, and what comes of it. */
export type PacketPlan = {
  panelName: string
  offered: PacketDocument[]
  documents: PacketDocument[]
  who: 'all' | 'soon' | 'some'
  candidates: { applicationId: string; name: string; isSoon: boolean; isChosen: boolean }[]
  interviewers: { id: string; name: string; isChosen: boolean }[]
  planned: PlannedDocument[]
  leftOut: LeftOut[]
  guides: KitView[]
}

/** So many candidates, or interviewers, can be chosen one by one: each stands in the address. */
export const mostChosen = 150

/** A packet of more is made in parts. */
export const mostDocuments = 1_000

/** Why so many documents are no packet, and what to do; null when they are one. */
export function explainExcess(documents: number): string | null {
  if (documents <= mostDocuments) return null
  return `These are ${documents} documents, and a packet holds ${mostDocuments}. Choose fewer candidates, or one kind of document at a time.`
}

/** The panel first, then candidates by name; of each what is about them, then interview by interview and person by person. */
export function comparePlaces(a: PacketPlace, b: PacketPlace): number {
  return (
    compareTexts(a.candidate ?? '', b.candidate ?? '') ||
    compareTexts(a.seat?.letter ?? '', b.seat?.letter ?? '') ||
    compareTexts(a.seat?.person ?? '', b.seat?.person ?? '') ||
    packetDocuments.indexOf(a.document) - packetDocuments.indexOf(b.document)
  )
}

const collator = new Intl.Collator('en', { numeric: true })

function compareTexts(a: string, b: string): number {
  return collator.compare(a, b)
}

/** The bookmark of a document below those that it stands under. */
export function shelfOf({ candidate, seat, document }: PacketPlace): string[] {
  return [candidate ?? 'Panel', ...(seat ? [seatWords(seat)] : []), documentWords[document]]
}

function seatWords({ letter, focus, person }: NonNullable<PacketPlace['seat']>): string {
  return `${letter} ${focus}, ${person ?? 'nobody yet'}`
}

/**
 * Paths in a zip, without ending: a folder for the panel and for each candidate, files that sort as the packet is bound. Every system
 * can unpack them, and no two are the same to one that takes capitals for small letters.
 */
export function namePaths(places: readonly PacketPlace[]): string[] {
  const taken = new Set<string>()
  return places.map((place) => {
    const [folder = '', ...rest] = shelfOf(place)
    const path = `${fileName(folder)}/${fileName(rest.join(', '))}`
    for (let i = 1; ; i++) {
      const free = i === 1 ? path : `${path} (${i})`
      const key = free.normalize('NFKC').toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return free
    }
  })
}

const longestName = 100
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that Windows, macOS and Linux all take. */
function fileName(words: string): string {
  const name = [...words.normalize('NFC').replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')]
    .slice(0, longestName)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (name === '') return 'unnamed'
  return reserved.test(name) ? `${name}_` : name
}

/** Entries that were left out for the same reason, together. */
export function gatherLeftOut(
  single: readonly { document: PacketDocument | null; whom: string; why: string }[],
): LeftOut[] {
  const gathered = new Map<string, LeftOut>()
  for (const { document, whom, why } of single) {
    const key = JSON.stringify([document, why])
    const found = gathered.get(key) ?? { document, why, whom: [] }
    found.whom.push(whom)
    gathered.set(key, found)
  }
  return [...gathered.values()]
}

/** Names of candidates that tell them apart: the code is added to a name that two have. */
export function tellApart(
  candidates: readonly { applicationId: string; name: string; code: string }[],
): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { name } of candidates) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    candidates.map(({ applicationId, name, code }) => [
      applicationId,
      (counts.get(name) ?? 0) > 1 ? `${name} (${code})` : name,
    ]),
  )
}
