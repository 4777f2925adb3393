import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { formatWhen, type When } from '#app/lib/dates.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { displayNameOf } from './candidate.ts'
import {
  selectCandidates,
  stateOf,
  type CandidateList,
  type CandidateListQuery,
  type CandidateListRow,
} from './candidate-list.ts'
import * as candidates from './candidate-store.server.ts'
import { readSnapshots } from './loop-use-cases.server.ts'
import { scopeOf } from './scope.ts'
import { markConflicts, viewSessions, type SessionItem } from './session-view.ts'
import * as sessions from './session-store.server.ts'

/** The candidates one may see, a page at a time. */
export function getCandidateList(
  ctx: Ctx,
  query: CandidateListQuery & { zone: string },
): Result<CandidateList & { rows: CandidateListRow[]; mayEdit: boolean }> {
  const scope = scopeOf(ctx.user, 'candidate.read')
  if (!scope) return forbidden
  const mayEdit = can(ctx.user.access, 'candidate.edit', 'other')
  const planned = new Map(
    candidates.listPlannedCounts(ctx.db, { ...scope, now: ctx.now }).map((row) => [row.candidateId, row]),
  )
  const applications = groupByCandidate(candidates.listApplications(ctx.db, scope))
  const items = candidates.listCandidates(ctx.db, scope).map((row) => {
    const panels = (applications.get(row.id) ?? []).map((application) => ({
      applicationId: application.id,
      id: application.panelId,
      name: application.panelName,
      isWithdrawn: application.withdrawnAtMs !== null,
    }))
    return {
      id: row.id,
      name: displayNameOf(row),
      code: row.code,
      email: mayEdit ? row.email : null,
      state: stateOf(row, panels),
      panels,
      planned: planned.get(row.id)?.planned ?? 0,
      nextAtMs: planned.get(row.id)?.nextAtMs ?? null,
      createdAtMs: row.createdAtMs,
    }
  })
  const list = selectCandidates(items, query)
  const say = (atMs: number): When => formatWhen(atMs, { now: ctx.now, zone: query.zone })
  const rows = list.rows.map((row) => ({
    ...row,
    next: row.nextAtMs === null ? null : say(row.nextAtMs),
    added: say(row.createdAtMs),
  }))
  return ok({ ...list, rows, mayEdit })
}

function groupByCandidate(
  rows: readonly candidates.ApplicationRow[],
): Map<string, candidates.ApplicationRow[]> {
  const groups = new Map<string, candidates.ApplicationRow[]>()
  for (const row of rows) groups.set(row.candidateId, [...(groups.get(row.candidateId) ?? []), row])
  return groups
}

function itemsOf(ctx: Ctx, rows: readonly sessions.SessionRow[], zone: string): SessionItem[] {
  const ids = rows.map((row) => row.id)
  const look = { now: ctx.now, zone, viewerId: ctx.user.id }
  return viewSessions(rows, sessions.listSessionPeople(ctx.db, ids), readSnapshots(ctx.db, rows), look)
}

export type CandidatePage = {
  candidate: {
    id: string
    name: string
    code: string
    email: string | null
    cvUrl: string | null
    isErased: boolean
    added: When
  }
  applications: {
    id: string
    panel: { id: string; name: string; roleName: string; isArchived: boolean }
    isWithdrawn: boolean
    sessions: SessionItem[]
    /** How many interviews of the panel's current version have no planned session. */
    unplanned: number
    isPublished: boolean
  }[]
  /** Panels to put them on. */
  openPanels: { id: string; name: string; roleName: string }[]
  mayEdit: boolean
  maySchedule: boolean
  mayErase: boolean
  mayCopy: boolean
}

/** Whether somebody may open the CV of a candidate: who arranges interviews, and who holds one with them. */
export function mayReadCv(ctx: Ctx, candidateId: string): boolean {
  const scope = scopeOf(ctx.user, 'candidate.cv')
  return scope !== undefined && candidates.findCandidate(ctx.db, { id: candidateId, ...scope }) !== undefined
}

/** A candidate with the panels and sessions that one may see. */
export function getCandidatePage(
  ctx: Ctx,
  input: { candidateId: string; zone: string },
): Result<CandidatePage> {
  const scope = scopeOf(ctx.user, 'candidate.read')
  if (!scope) return forbidden
  const row = candidates.findCandidate(ctx.db, { id: input.candidateId, ...scope })
  if (!row) return notFound
  const rows = candidates.listApplications(ctx.db, { ...scope, candidateId: row.id })
  const mayEdit = can(ctx.user.access, 'candidate.edit', 'other')
  const taken = new Set(rows.map((application) => application.panelId))
  return ok({
    candidate: {
      id: row.id,
      name: displayNameOf(row),
      code: row.code,
      email: mayEdit ? row.email : null,
      cvUrl: mayReadCv(ctx, row.id) ? row.cvUrl : null,
      isErased: row.erasedAtMs !== null,
      added: formatWhen(row.createdAtMs, { now: ctx.now, zone: input.zone }),
    },
    applications: rows.map((application) => {
      const own = sessions.listSessionsOfApplication(ctx.db, { applicationId: application.id, ...scope })
      const planned = new Set(own.filter((item) => item.status === 'planned').map((item) => item.interviewId))
      const { panelVersionId } = application
      const snapshot = panelVersionId === null ? undefined : sessions.findSnapshot(ctx.db, panelVersionId)
      return {
        id: application.id,
        panel: {
          id: application.panelId,
          name: application.panelName,
          roleName: application.roleName,
          isArchived: application.panelArchivedAtMs !== null,
        },
        isWithdrawn: application.withdrawnAtMs !== null,
        sessions: markConflicts(itemsOf(ctx, own, input.zone)),
        unplanned: snapshot?.interviews.filter((interview) => !planned.has(interview.id)).length ?? 0,
        isPublished: snapshot !== undefined,
      }
    }),
    openPanels: mayEdit ? candidates.listOpenPanels(ctx.db).filter((panel) => !taken.has(panel.id)) : [],
    mayEdit,
    maySchedule: can(ctx.user.access, 'session.schedule', 'other'),
    mayErase: can(ctx.user.access, 'candidate.erase', 'other'),
    mayCopy: can(ctx.user.access, 'candidate.copy', 'other'),
  })
}
