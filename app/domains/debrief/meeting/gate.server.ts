import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { listVisibleScorecards, type VisibleScorecards } from '#app/domains/scorecards/use-cases.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { reachOf, readWaiting } from '../compare.server.ts'
import { listApplications, type ApplicationRow } from '../store.server.ts'
import { explainWaiting, type Waiting } from '../waiting.ts'
import { announceChange } from './changes.server.ts'
import { findDebrief, touchDebrief, type Debrief } from './store.server.ts'

/** What somebody finds at the door of a debrief. */
export type DebriefDoor =
  | { kind: 'waiting'; application: ApplicationRow; waiting: Waiting }
  | {
      kind: 'open'
      application: ApplicationRow
      /** Undefined before it is started. */
      debrief: Debrief | undefined
      visible: VisibleScorecards
      /** Whether this person may lead it. */
      isLead: boolean
    }

/** The door of a debrief that was started and that this person takes part in. */
export type OpenDoor = Extract<DebriefDoor, { kind: 'open' }> & { debrief: Debrief }

/**
 * The single gate to a debrief: page, events and every action start here. Whom the rule of independence still closes
 * cards to learns nothing of it, not even whether it was started.
 */
export function openDebrief(ctx: Ctx, input: { applicationId: string }): Result<DebriefDoor> {
  const interviewerId = reachOf(ctx, 'debrief.read')
  if (interviewerId === undefined) return forbidden
  const { applicationId } = input
  const [application] = listApplications(ctx.db, { applicationId, interviewerId })
  const [visible] = listVisibleScorecards(ctx, [applicationId])
  if (!application || !visible) return notFound
  const debrief = findDebrief(ctx.db, applicationId)
  if (!isOpenTo(visible, debrief !== undefined))
    return ok({ kind: 'waiting', application, waiting: readWaiting(visible) })
  const isLead = can(ctx.user.access, 'debrief.lead', 'other')
  return ok({ kind: 'open', application, debrief, visible, isLead })
}

/**
 * Whether the gate stands open to whoever sees these cards. An interview that was planned after the debrief began closes
 * it only to those whom it closes the cards to.
 */
export function isOpenTo(visible: VisibleScorecards, isStarted: boolean): boolean {
  return !visible.isWaiting || (isStarted && readWaiting(visible).isOpen)
}

/** The same for whatever needs a debrief that was started. */
export function findOpenDebrief(ctx: Ctx, input: { applicationId: string }): Result<OpenDoor> {
  const door = openDebrief(ctx, input)
  if (!door.ok) return door
  if (door.value.kind === 'waiting') return conflict(explainWaiting(door.value.waiting))
  const { debrief } = door.value
  if (!debrief) return conflict('This debrief is not started yet. Open its page, then start it.')
  return ok({ ...door.value, debrief })
}

/** Why nothing of a debrief can be changed; null while it can. */
export function explainClosed({
  application,
  debrief,
}: Pick<OpenDoor, 'application' | 'debrief'>): string | null {
  if (application.erasedAtMs !== null) return 'This candidate was erased. What is left cannot be changed.'
  if (debrief.lockedAtMs !== null) return 'This debrief is locked. Whoever leads it can open it again.'
  return null
}

/** A started debrief that can still be changed; its being locked is a conflict. */
export function findChangeableDebrief(ctx: Ctx, input: { applicationId: string }): Result<OpenDoor> {
  const door = findOpenDebrief(ctx, input)
  if (!door.ok) return door
  const closed = explainClosed(door.value)
  return closed === null ? door : conflict(closed)
}

/**
 * Changes a started debrief in one transaction, counts the change and tells everybody who has it open.
 * @param work writes and gives a result; what it refuses is neither counted nor told
 */
export function changeDebrief<T>(
  ctx: Ctx,
  { applicationId, id }: Pick<Debrief, 'applicationId' | 'id'>,
  work: (tx: Tx) => Result<T>,
): Result<T> {
  const done: { result: Result<T> } = write(ctx.db, (tx) => {
    const result = work(tx)
    if (result.ok) touchDebrief(tx, id)
    return { result }
  })
  if (done.result.ok) announceChange(ctx.db, applicationId)
  return done.result
}
