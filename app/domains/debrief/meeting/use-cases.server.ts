import type { Ctx } from '#app/domains/people/context.ts'
import { can } from '#app/domains/people/access.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { announceChange } from './changes.server.ts'
import { changeDebrief, findChangeableDebrief, openDebrief, type OpenDoor } from './gate.server.ts'
import { decideKey, viewMeeting } from './meeting-view.ts'
import type { Move, NoteForm } from './meeting.schema.ts'
import { explainNotReady, gatherMeeting, listSpeakers } from './read.server.ts'
import { moveSpeaker } from './speakers.ts'
import {
  createDebrief,
  deleteTopic,
  findDebrief,
  listTopics,
  saveTopic,
  updateDebrief,
} from './store.server.ts'
import { addTime } from './timer.ts'

/** Starts the debrief of a candidate once every card that counts is in; one that was started goes on. */
export function startDebrief(ctx: Ctx, input: { applicationId: string }): Result<void> {
  if (!can(ctx.user.access, 'debrief.lead', 'other')) return forbidden
  const door = openDebrief(ctx, input)
  if (!door.ok) return door
  if (door.value.kind === 'waiting') return conflict('Not every scorecard is in yet. Open the page again.')
  if (door.value.debrief) return ok()
  const notReady = explainNotReady(door.value)
  if (notReady !== null) return conflict(notReady)
  const compared = gatherMeeting(ctx, door.value)
  if (!compared.ok) return compared
  const [first] = viewMeeting(compared.value, { topics: [], finals: [] }).agenda
  const speakers = listSpeakers(ctx, door.value).map((speaker) => speaker.id)
  const { applicationId } = input
  write(ctx.db, (tx) => {
    if (findDebrief(tx, applicationId)) return
    const id = newId()
    createDebrief(tx, {
      id,
      applicationId,
      leadId: ctx.user.id,
      revision: 1,
      speakers,
      topicKey: first?.key ?? decideKey,
      turn: 0,
      startedAtMs: ctx.now,
    })
    recordDebriefEvent(tx, ctx, { action: 'debrief.start', id })
  })
  announceChange(ctx.db, applicationId)
  return ok()
}

/** What whoever leads does to the meeting: the topic, the turn, the order of speakers, the timer, the agenda. */
export function leadDebrief(ctx: Ctx, input: { applicationId: string; move: Move }): Result<void> {
  if (!can(ctx.user.access, 'debrief.lead', 'other')) return forbidden
  const door = findChangeableDebrief(ctx, input)
  if (!door.ok) return door
  const { move } = input
  const { debrief } = door.value
  const place = findPlace(ctx, door.value, 'topicKey' in move ? move.topicKey : null)
  if (!place.ok) return place
  return changeDebrief(ctx, debrief, (tx) => {
    makeMove(tx, { ctx, door: door.value, move })
    return ok()
  })
}

/** A point that is on the agenda, or may be put there. */
function findPlace(ctx: Ctx, door: OpenDoor, topicKey: string | null): Result<void> {
  if (topicKey === null || topicKey === decideKey) return ok()
  const compared = gatherMeeting(ctx, door)
  if (!compared.ok) return compared
  return compared.value.snapshot.competencies.some((entry) => entry.id === topicKey) ? ok() : notFound
}

function makeMove(tx: Tx, { ctx, door, move }: { ctx: Ctx; door: OpenDoor; move: Move }): void {
  const { debrief } = door
  switch (move.intent) {
    case 'topic':
      if (move.topicKey === debrief.topicKey) return
      updateDebrief(tx, debrief.id, { topicKey: move.topicKey, turn: 0, timerEndsAtMs: null })
      return
    case 'turn': {
      const turn = Math.min(move.turn, listSpeakers(ctx, door).length)
      updateDebrief(tx, debrief.id, { turn })
      return
    }
    case 'order': {
      const order = listSpeakers(ctx, door).map((speaker) => speaker.id)
      const speakers = moveSpeaker(order, { id: move.personId, to: move.to })
      updateDebrief(tx, debrief.id, { speakers })
      return
    }
    case 'timer':
      updateDebrief(tx, debrief.id, { timerEndsAtMs: ctx.now + move.minutes * 60_000 })
      return
    case 'more':
      updateDebrief(tx, debrief.id, { timerEndsAtMs: addTime(debrief.timerEndsAtMs, ctx.now) })
      return
    case 'stop':
      updateDebrief(tx, debrief.id, { timerEndsAtMs: null })
      return
    case 'add':
      keepTopic(tx, ctx, { debriefId: debrief.id, topicKey: move.topicKey })
      return
    case 'remove':
      deleteTopic(tx, { debriefId: debrief.id, topicKey: move.topicKey })
      return
    case 'done':
      keepTopic(tx, ctx, { debriefId: debrief.id, topicKey: move.topicKey, isDone: move.isDone === 'yes' })
  }
}

/** What is not given stays; the version counts wordings of the note, so a tick overtakes nobody who writes. */
function keepTopic(
  tx: Tx,
  ctx: Ctx,
  given: { debriefId: string; topicKey: string; isDone?: boolean; note?: string },
): void {
  const { debriefId, topicKey } = given
  const known = listTopics(tx, debriefId).find((topic) => topic.topicKey === topicKey)
  const version = (known?.version ?? 0) + (given.note === undefined ? 0 : 1)
  saveTopic(tx, {
    debriefId,
    topicKey,
    isDone: given.isDone ?? known?.isDone ?? false,
    note: given.note ?? known?.note ?? '',
    version,
    // The name beside a note is that of its last writer.
    userId: known && given.note === undefined ? known.userId : ctx.user.id,
    atMs: known && given.note === undefined ? known.atMs : ctx.now,
  })
}

/**
 * Saves the note of a point of the agenda.
 * @param input `base` is the version that the writer had before them
 * @returns a conflict when somebody saved another meanwhile: nothing is overwritten
 */
export function saveTopicNote(
  ctx: Ctx,
  input: { applicationId: string } & Pick<NoteForm, 'topicKey' | 'base' | 'note'>,
): Result<void> {
  if (!can(ctx.user.access, 'debrief.lead', 'other')) return forbidden
  const door = findChangeableDebrief(ctx, input)
  if (!door.ok) return door
  const place = findPlace(ctx, door.value, input.topicKey)
  if (!place.ok) return place
  const { debrief } = door.value
  const { topicKey, base, note } = input
  return changeDebrief(ctx, debrief, (tx) => {
    const known = listTopics(tx, debrief.id).find((topic) => topic.topicKey === topicKey)
    if ((known?.version ?? 0) !== base && known?.note !== note) {
      return conflict('Somebody changed this note meanwhile. Both are below: put together what should stay.')
    }
    if ((known?.note ?? '') === note) return ok()
    keepTopic(tx, ctx, { debriefId: debrief.id, topicKey, note })
    recordDebriefEvent(tx, ctx, { action: 'debrief.note', id: debrief.id, detail: { topicKey, note } })
    return ok()
  })
}

/** Appends to the audit log what was done to a debrief. */
export function recordDebriefEvent(
  tx: Tx,
  ctx: Ctx,
  { action, id, detail }: { action: string; id: string; detail?: unknown },
): void {
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action,
    subjectKind: 'debrief',
    subjectId: id,
    ...(detail === undefined ? {} : { detail }),
  })
}
