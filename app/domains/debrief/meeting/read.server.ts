import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { gatherCompared } from '../compare.server.ts'
import { findPanelName } from '../store.server.ts'
import { explainWaiting } from '../waiting.ts'
import type { Compared } from '../scored-card.ts'
import { listPresent } from './changes.server.ts'
import { explainClosed, openDebrief, type DebriefDoor } from './gate.server.ts'
import type { DebriefPage } from './debrief-page.ts'
import { viewMeeting } from './meeting-view.ts'
import { completeOrder, orderByExperience } from './speakers.ts'
import { countHandedIn, findPersonName, listFinalRatings, listTopics } from './store.server.ts'

/** The page of a debrief: what is waited for, and nothing else, until the gate opens. */
export function getDebriefPage(ctx: Ctx, input: { applicationId: string }): Result<DebriefPage> {
  const found = openDebrief(ctx, input)
  if (!found.ok) return found
  const door = found.value
  const { applicationId, panelId, name, code } = door.application
  const head = {
    applicationId,
    candidateName: name ?? `Candidate ${code}`,
    panelId,
    panelName: findPanelName(ctx.db, panelId) ?? '',
  }
  if (door.kind === 'waiting') return ok({ kind: 'waiting', head, waiting: door.waiting })
  const compared = gatherMeeting(ctx, door)
  if (!compared.ok) return compared
  const { debrief } = door
  const view = viewMeeting(compared.value, {
    topics: debrief ? listTopics(ctx.db, debrief.id) : [],
    finals: debrief ? listFinalRatings(ctx.db, debrief.id) : [],
  })
  const speakers = listSpeakers(ctx, door)
  const present = listPresent(ctx.db, applicationId)
  return ok({
    kind: 'open',
    head,
    meeting: debrief
      ? {
          revision: debrief.revision,
          leadName: findPersonName(ctx.db, debrief.leadId) ?? '',
          topicKey: debrief.topicKey,
          turn: Math.min(debrief.turn, speakers.length),
          timerEndsAtMs: debrief.timerEndsAtMs,
          startedAtMs: debrief.startedAtMs,
          lockedAtMs: debrief.lockedAtMs,
          closed: explainClosed({ ...door, debrief }),
        }
      : null,
    notReady: debrief ? null : explainNotReady(door),
    isLead: door.isLead,
    personId: ctx.user.id,
    view,
    speakers: speakers.map(({ id, name: speakerName }) => ({
      id,
      name: speakerName,
      isHere: present.has(id) || id === ctx.user.id,
    })),
    alsoHere: [...present]
      .filter(([id]) => id !== ctx.user.id && !speakers.some((speaker) => speaker.id === id))
      .map(([, presentName]) => presentName)
      .sort((a, b) => a.localeCompare(b, 'en')),
    ownCardIds: door.visible.cards.filter((card) => card.isOwn).map((card) => card.scorecardId),
    nowMs: ctx.now,
  })
}

type Open = Extract<DebriefDoor, { kind: 'open' }>

/** The cards of this one candidate, as the gate opened them. */
export function gatherMeeting(ctx: Ctx, { application }: Pick<Open, 'application'>): Result<Compared> {
  const found = gatherCompared(ctx, { panelId: application.panelId, applications: [application] })
  return found.ok ? ok(found.value.compared) : found
}

/** Everybody whose card counts, in the order in which they speak. */
export function listSpeakers(ctx: Ctx, { visible, debrief }: Pick<Open, 'visible' | 'debrief'>) {
  const names = new Map(visible.cards.map((card) => [card.interviewerId, card.interviewerName]))
  const handedIn = countHandedIn(ctx.db, {
    userIds: [...names.keys()],
    beforeMs: debrief?.startedAtMs ?? ctx.now,
  })
  const byExperience = orderByExperience(
    [...names].map(([id, name]) => ({ id, name, handedIn: handedIn.get(id) ?? 0 })),
  )
  return completeOrder(debrief?.speakers ?? [], byExperience).map((id) => ({
    id,
    name: names.get(id) ?? '',
  }))
}

/** Why a debrief cannot be started: every card that counts must be in for good. */
export function explainNotReady({ application, visible }: Pick<Open, 'application' | 'visible'>) {
  if (application.erasedAtMs !== null)
    return 'This candidate was erased. There is nothing left to talk about.'
  if (application.withdrawnAtMs !== null) return 'This candidate has withdrawn. There is nothing to decide.'
  const { submittedCount: submitted, owedCount: owed } = visible
  const isReady = owed > 0 && submitted === owed && visible.cards.every((card) => card.isSealed)
  return isReady ? null : explainWaiting({ submitted, owed, isOwnMissing: false, isOpen: true })
}

/** What somebody may do about a debrief from another page; null while the gate keeps them out. */
export function offerDebrief(ctx: Ctx, input: { applicationId: string }): 'join' | 'start' | null {
  const door = openDebrief(ctx, input)
  if (!door.ok || door.value.kind === 'waiting') return null
  if (door.value.debrief) return 'join'
  return door.value.isLead && explainNotReady(door.value) === null ? 'start' : null
}
