import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { explainOver, listCompetencies, mayPutName } from './decide.server.ts'
import { readGround } from './decision-ground.ts'
import { showRecord, type DecisionPanelView, type ShownDecision } from './decision-panel-view.ts'
import { findOpenDebrief } from './gate.server.ts'
import { readDecisions } from './read-decision.server.ts'
import { gatherMeeting } from './read.server.ts'

/**
 * What the page of a started debrief shows of its decision.
 * @param input `zone` of whoever reads
 */
export function getDecisionPanel(
  ctx: Ctx,
  input: { applicationId: string; zone: string },
): Result<DecisionPanelView> {
  const found = findOpenDebrief(ctx, input)
  if (!found.ok) return found
  const door = found.value
  const compared = gatherMeeting(ctx, door)
  if (!compared.ok) return compared
  const { applicationId, panelId } = door.application
  const competencies = listCompetencies(ctx, door)
  const record = readDecisions(ctx.db, [door.visible], competencies).get(applicationId)
  if (!record) throw new Error(`the debrief of ${applicationId} has no record`)
  return ok({
    applicationId,
    panelId,
    personId: ctx.user.id,
    competencies,
    mayLead: door.isLead,
    maySign: mayPutName(ctx, door),
    mayPlan: can(ctx.user.access, 'session.schedule', 'other'),
    closed: explainOver(door.application),
    ...readGround(compared.value),
    ...showRecord(record, { now: ctx.now, zone: input.zone }),
  })
}

/** What was decided about a candidate, once it is locked and open to this person; null otherwise. */
export function getLockedDecision(
  ctx: Ctx,
  input: { applicationId: string; zone: string },
): ShownDecision | null {
  const door = findOpenDebrief(ctx, input)
  if (!door.ok || door.value.debrief.lockedAtMs === null) return null
  const { application, visible } = door.value
  const competencies = listCompetencies(ctx, { application })
  const record = readDecisions(ctx.db, [visible], competencies).get(application.applicationId)
  return record ? showRecord(record, { now: ctx.now, zone: input.zone }).current : null
}
