import { setImmediate } from 'node:timers/promises'
import { can, canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { displayNameOf } from '#app/domains/scheduling/candidate.ts'
import { listPanelSeats, type PanelSeat } from '#app/domains/scheduling/session-kits.server.ts'
import { checkTranscribable } from '#app/domains/scorecards/transcribe.server.ts'
import { checkOwnForm } from '#app/domains/scorecards/forms/print-form.server.ts'
import { listVisibleScorecards, type VisibleScorecards } from '#app/domains/scorecards/use-cases.server.ts'
import { dayBoundsOf } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { forbidden, notFound, ok, type Failure, type Result } from '#app/lib/result.ts'
import { reachOf, readWaiting } from '../compare.server.ts'
import { findPanelName, listApplications, listVersions, type ApplicationRow } from '../store.server.ts'
import { explainWaiting } from '../waiting.ts'
import {
  comparePlaces,
  gatherLeftOut,
  packetDocuments,
  tellApart,
  type PacketDocument,
  type PacketPlan,
  type PlannedDocument,
} from './packet.ts'
import type { PacketQuery } from './packet-query.schema.ts'

export type PacketInput = {
  panelId: string
  query: PacketQuery
  isBlind: boolean
  zone: string
  /** Where this installation is reached, without a slash at the end. */
  baseUrl: string
}

type Left = { document: PacketDocument | null; whom: string; why: string }

/**
 * Which documents a packet holds for this person: each by its own rule, with what is left out and why. Nothing is written, and nothing that
 * stands on a scorecard is read but whether it is open to them.
 */
export async function planPacket(ctx: Ctx, input: PacketInput): Promise<Result<PacketPlan>> {
  const { panelId, query } = input
  const interviewerId = reachOf(ctx, 'comparison.read')
  if (interviewerId === undefined) return forbidden
  const panelName = findPanelName(ctx.db, panelId)
  if (panelName === undefined) return notFound
  const found = listPanelSeats(ctx, input)
  if (!found.ok) return found
  const { guides, seats } = found.value
  const rows = listApplications(ctx.db, { panelId, interviewerId }).filter((row) => row.erasedAtMs === null)
  const present = rows.filter((row) => row.withdrawnAtMs === null)
  const soon = new Set(
    seats.filter((seat) => isSoon(ctx, seat, input.zone)).map((seat) => seat.applicationId),
  )
  const who = query.who ?? (soon.size > 0 ? 'soon' : 'all')
  const isChosen = ({ applicationId }: ApplicationRow) =>
    who === 'all' || (who === 'soon' ? soon.has(applicationId) : query.candidate.includes(applicationId))
  const offered = packetDocuments.filter((document) => mayPrint(ctx, document))
  const wanted = query.chosen ? query.document : (['kit'] as const)
  const documents = offered.filter((document) => wanted.some((one) => one === document))
  const names = tellApart(rows.map((row) => ({ ...row, name: nameOf(row, input) })))
  const people = new Map(seats.flatMap(({ person }) => (person ? [[person.id, person.name]] : [])))
  const by = query.by.filter((id) => people.has(id))
  const chosen = present.filter(isChosen)
  const made = await planDocuments(ctx, {
    ...input,
    documents,
    chosen,
    names,
    seats: seats.filter(
      (seat) =>
        (who !== 'soon' || isSoon(ctx, seat, input.zone)) &&
        (by.length === 0 || (seat.person !== null && by.includes(seat.person.id))),
    ),
    by,
  })
  const withdrawn = documents.some(isOfCandidate)
    ? rows.filter((row) => row.withdrawnAtMs !== null && who !== 'soon' && isChosen(row))
    : []
  return ok({
    panelName,
    offered,
    documents,
    who,
    candidates: present
      .map((row) => ({
        applicationId: row.applicationId,
        name: names.get(row.applicationId) ?? '',
        isSoon: soon.has(row.applicationId),
        isChosen: query.candidate.includes(row.applicationId),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    interviewers: [...people]
      .map(([id, name]) => ({ id, name, isChosen: by.includes(id) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    planned: made.planned.toSorted(comparePlaces),
    leftOut: gatherLeftOut([
      ...made.left,
      ...withdrawn.map((row) => ({
        document: null,
        whom: names.get(row.applicationId) ?? '',
        why: 'Withdrawn from this panel.',
      })),
    ]),
    guides,
  })
}

function nameOf(row: ApplicationRow, { isBlind }: PacketInput): string {
  return displayNameOf({ code: row.code, name: isBlind ? null : row.name })
}

function isSoon(ctx: Ctx, { startsAtMs }: PanelSeat, zone: string): boolean {
  if (startsAtMs === null) return false
  const today = dayBoundsOf(ctx.now, zone)
  return startsAtMs >= today.fromMs && startsAtMs < dayBoundsOf(today.toMs, zone).toMs
}

function isOfCandidate(document: PacketDocument): boolean {
  return document !== 'plan' && document !== 'comparison'
}

/** Whether their access ever lets them print it; of whom is decided document by document. */
function mayPrint({ user }: Ctx, document: PacketDocument): boolean {
  switch (document) {
    case 'plan':
      return canEver(user.access, 'panel.read')
    case 'comparison':
    case 'debrief':
      return canEver(user.access, 'comparison.read')
    case 'kit':
    case 'blank':
      return canEver(user.access, 'schedule.read')
    case 'form':
      return can(user.access, 'scorecard.transcribe', 'other') || canEver(user.access, 'scorecard.fill')
    case 'filled':
      return canEver(user.access, 'scorecard.read')
  }
}

type Chosen = PacketInput & {
  documents: readonly PacketDocument[]
  chosen: readonly ApplicationRow[]
  names: ReadonlyMap<string, string>
  seats: readonly PanelSeat[]
  by: readonly string[]
}

const nothing = {
  applicationId: null,
  guide: null,
  startsAtMs: null,
  facts: null,
  sessionId: null,
  interviewerId: null,
  scorecardId: null,
} as const

async function planDocuments(ctx: Ctx, given: Chosen): Promise<{ planned: PlannedDocument[]; left: Left[] }> {
  const { panelId, documents, chosen, names } = given
  const planned: PlannedDocument[] = []
  const left: Left[] = []
  const versions = listVersions(ctx.db, panelId)
  for (const document of documents.filter((one) => !isOfCandidate(one))) {
    const isDraft = document === 'comparison' && versions.length === 0
    if (isDraft) left.push({ document, whom: 'The panel', why: 'It was never published.' })
    else if (document === 'plan' || chosen.length > 0)
      planned.push({ ...nothing, document, candidate: null, seat: null })
  }
  const seatsOf = groupBy(given.seats, (seat) => seat.applicationId)
  const needsCards = documents.includes('filled') || documents.includes('debrief')
  const ids = chosen.map((row) => row.applicationId)
  const visible = needsCards ? listVisibleScorecards(ctx, ids, 'scores') : []
  const cardsOf = new Map(visible.map((entry) => [entry.applicationId, entry]))
  const interviews = new Map(
    versions.flatMap(({ id, snapshot }) =>
      snapshot.interviews.map((interview) => [`${id} ${interview.id}`, interview] as const),
    ),
  )
  for (const { applicationId } of chosen) {
    const candidate = names.get(applicationId) ?? ''
    const seats = seatsOf.get(applicationId) ?? []
    const about = { ...nothing, applicationId, candidate }
    for (const document of documents) {
      const leave = (why: string, whom = candidate) => left.push({ document, whom, why })
      if (document === 'kit' || document === 'blank' || document === 'form') {
        if (seats.length === 0) leave('No such interview is planned.')
        for (const { person, ...seat } of seats) {
          const place = { letter: seat.letter, focus: seat.focus, person: seat.facts.interviewer }
          const refusal = document === 'form' ? refuseForm(ctx, { person, ...seat }) : undefined
          if (refusal) leave(refusal, `${candidate} ${seat.letter}`)
          else planned.push({ ...about, ...seat, document, seat: place, interviewerId: person?.id ?? null })
        }
        continue
      }
      const cards = cardsOf.get(applicationId)
      if (document === 'debrief' && cards) {
        const refusal = refuseDebrief(cards)
        if (refusal) leave(refusal)
        else planned.push({ ...about, document, seat: null })
      }
      if (document !== 'filled' || !cards) continue
      if (cards.isWaiting) leave(explainWaiting(readWaiting(cards)))
      else if (cards.owedCount === 0) leave('No interview is planned yet.')
      for (const card of [...cards.cards, ...cards.shadows]) {
        if (given.by.length > 0 && !given.by.includes(card.interviewerId)) continue
        const { letter, focus } = interviews.get(`${card.panelVersionId} ${card.interviewId}`) ?? {
          letter: '',
          focus: '',
        }
        const person = card.seat === 'shadow' ? `${card.interviewerName} (shadow)` : card.interviewerName
        const { sessionId, interviewerId, scorecardId } = card
        planned.push({
          ...about,
          document,
          seat: { letter, focus, person },
          sessionId,
          interviewerId,
          scorecardId,
        })
      }
    }
    // Hundreds of candidates are looked at; saving goes on in between.
    await setImmediate()
  }
  return { planned, left }
}

/** Why a candidate has no packet yet: nothing that others wrote is open. */
function refuseDebrief(cards: VisibleScorecards): string | undefined {
  if (cards.owedCount === 0) return 'No interview is planned yet.'
  const waiting = readWaiting(cards)
  return cards.isWaiting && !waiting.isOpen ? explainWaiting(waiting) : undefined
}

function refuseForm(ctx: Ctx, { sessionId, scorecardId, person }: PanelSeat): string | undefined {
  if (!person) return 'Nobody is put down to interview yet.'
  const allowed =
    person.id === ctx.user.id
      ? checkOwnForm(ctx, scorecardId ?? '')
      : checkTranscribable(ctx, { sessionId, interviewerId: person.id })
  return allowed.ok ? undefined : wordsOf(allowed.error)
}

function wordsOf(error: Failure): string {
  return 'message' in error ? error.message : 'There is no scorecard that you may fill.'
}
