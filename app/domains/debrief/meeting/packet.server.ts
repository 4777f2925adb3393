import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { findDebriefs } from '../compare.server.ts'
import type { DebriefView } from '../debrief-view.ts'
import { listChangedRatings } from './changed-ratings.ts'
import { readGround } from './decision-ground.ts'
import { listDebriefs } from './decision-store.server.ts'
import { openDebrief } from './gate.server.ts'
import { decideKey, viewMeeting, type KeptTopic, type MeetingView } from './meeting-view.ts'
import { readDecisions } from './read-decision.server.ts'
import { gatherMeeting } from './read.server.ts'
import { prepareRecord, type DebriefRecord } from './record-view.ts'
import { listFinalRatings, listTopics } from './store.server.ts'

/** The debrief packet of some candidates, with what every started debrief left behind. */
export type DebriefPacket = { debrief: DebriefView; records: DebriefRecord[] }

type Of = { panelId: string; isBlind: boolean; zone: string }

/**
 * The debrief packet of a panel, or of some of its candidates.
 * @param input `applicationIds` keeps these candidates; `isBlind` names them by code; `zone` of whoever prints
 */
export async function getPacket(
  ctx: Ctx,
  input: Of & { applicationIds?: readonly string[] },
): Promise<Result<DebriefPacket>> {
  const found = await findPackets(ctx, input)
  return found.ok ? ok(found.value(input.applicationIds)) : found
}

/**
 * The debrief packets of a panel, read once for any number of them.
 * @returns what gives the packet of these candidates, or of all
 */
export async function findPackets(
  ctx: Ctx,
  input: Of,
): Promise<Result<(applicationIds?: readonly string[]) => DebriefPacket>> {
  const found = await findDebriefs(ctx, input)
  if (!found.ok) return found
  return ok((applicationIds) => {
    const debrief = found.value(applicationIds)
    const { rows } = debrief.comparison
    const started = listDebriefs(
      ctx.db,
      rows.map((row) => row.applicationId),
    )
    const records = rows.flatMap((row) => {
      const own = started.find((entry) => entry.applicationId === row.applicationId)
      return own ? readRecord(ctx, { debrief: own, candidateName: row.name, zone: input.zone }) : []
    })
    return { debrief, records }
  })
}

/** What a started debrief left behind; nothing for one that the gate closes to this person. */
export function readRecord(
  ctx: Ctx,
  given: { debrief: ReturnType<typeof listDebriefs>[number]; candidateName: string; zone: string },
): DebriefRecord | [] {
  const { debrief, candidateName, zone } = given
  const { applicationId } = debrief
  const door = openDebrief(ctx, { applicationId })
  if (!door.ok || door.value.kind === 'waiting') return []
  const compared = gatherMeeting(ctx, door.value)
  if (!compared.ok) return []
  const topics = listTopics(ctx.db, debrief.id)
  const finals = listFinalRatings(ctx.db, debrief.id)
  const view = viewMeeting(compared.value, { topics, finals })
  const { candidates, snapshot, versions } = compared.value
  const { competencies } = snapshot
  const cards = candidates.flatMap((candidate) => candidate.cards)
  const record = readDecisions(ctx.db, [door.value.visible], competencies).get(applicationId)
  if (!record) return []
  return prepareRecord({
    applicationId,
    candidateName,
    debrief,
    record,
    zone,
    ground: readGround(compared.value),
    ratings: listChangedRatings({ cards, finals, competencies, versions }),
    notes: listNotes(view, topics),
  })
}

function listNotes({ agenda }: MeetingView, topics: readonly KeptTopic[]): DebriefRecord['notes'] {
  const atTheEnd = topics.find((topic) => topic.topicKey === decideKey)
  return [
    ...agenda.map(({ name, note, isDone }) => ({ title: name, note: note.text, isDone })),
    ...(atTheEnd ? [{ title: 'Decision', note: atTheEnd.note, isDone: atTheEnd.isDone }] : []),
  ].filter(({ note, isDone }) => note !== '' || isDone)
}
