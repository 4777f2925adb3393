import { canEver } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { briefingView, type Briefing } from './briefing-view.ts'
import { displayNameOf } from './candidate.ts'
import { findCandidate } from './candidate-store.server.ts'
import { interviewOf, readSnapshots } from './loop-use-cases.server.ts'
import { mayReadCv } from './read-candidates.server.ts'
import { scopeOf } from './scope.ts'
import { findSession, listSessionPeople, listSessionsOfApplication } from './session-store.server.ts'

/** The briefing of a session that this person may see. */
export function getBriefing(ctx: Ctx, input: { sessionId: string }): Result<Briefing> {
  const scope = scopeOf(ctx.user, 'session.read')
  if (!scope) return forbidden
  const row = findSession(ctx.db, { id: input.sessionId, ...scope })
  if (!row) return notFound
  const snapshots = readSnapshots(ctx.db, [row])
  const snapshot = snapshots.get(row.panelVersionId)
  const interview = interviewOf(snapshots, row)
  const candidate = findCandidate(ctx.db, { id: row.candidateId, interviewerId: null })
  if (!snapshot || !interview || !candidate) return notFound
  const loop = listSessionsOfApplication(ctx.db, { applicationId: row.applicationId }).filter(
    (session) => session.status === 'planned' || session.id === row.id,
  )
  const people = listSessionPeople(
    ctx.db,
    loop.map((session) => session.id),
  ).filter((person) => person.removedAtMs === null)
  const here = people.filter((person) => person.sessionId === row.id)
  const own = here.find((person) => person.userId === ctx.user.id)
  const mayLook = canEver(ctx.user.access, 'candidate.read')
  const otherPeople: Record<string, string[]> = {}
  for (const { id, interviewId } of loop) {
    if (id === row.id || !mayLook) continue
    const names = people
      .filter((person) => person.sessionId === id && person.seat !== 'shadow')
      .map((person) => person.name)
    otherPeople[interviewId] = [...(otherPeople[interviewId] ?? []), ...names]
  }
  const view = briefingView(snapshot, interview)
  return ok({
    ...view,
    // A guest learns what the others cover, and neither their questions nor their names.
    others: mayLook ? view.others : view.others.map((other) => ({ ...other, titles: [] })),
    mayLook,
    sessionId: row.id,
    startsAtMs: row.startsAtMs,
    status: row.status,
    isWithdrawn: row.withdrawnAtMs !== null,
    panel: { id: row.panelId, version: row.panelVersion },
    candidate: {
      id: candidate.id,
      name: displayNameOf(candidate),
      code: candidate.code,
      cvUrl: mayReadCv(ctx, candidate.id) ? candidate.cvUrl : null,
    },
    people: here.map(({ name, userId, seat }) => ({
      name,
      isSelf: userId === ctx.user.id,
      isShadow: seat === 'shadow',
    })),
    otherPeople,
    own: own?.scorecardId
      ? {
          scorecardId: own.scorecardId,
          isHandedIn: own.submittedAtMs !== null,
          checkedInAtMs: own.checkedInAtMs,
        }
      : null,
  })
}
