import type { Ctx } from '#app/domains/people/context.ts'
import { kitView, type KitView } from '#app/domains/panels/kit-view.ts'
import { shortIdOf } from '#app/domains/panels/short-id.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { paths } from '#app/paths.ts'
import { displayNameOf } from './candidate.ts'
import { findApplication } from './candidate-store.server.ts'
import { interviewOf, readSnapshots } from './loop-use-cases.server.ts'
import { scopeOf } from './scope.ts'
import {
  findSession,
  listSessionPeople,
  listSessionsOfApplication,
  type SessionRow,
} from './session-store.server.ts'

/** What is printed for sessions; `of` names the candidate, by code when blind. */
export type SessionKits = { kits: KitView[]; of: string; asOfMs: number }

type Print = {
  isBlind: boolean
  zone: string
  /** Where this installation is reached, without a slash at the end. */
  baseUrl: string
}

/** The kits of one session: one for each of its interviewers and shadows. */
export function getSessionKits(ctx: Ctx, input: Print & { sessionId: string }): Result<SessionKits> {
  const scope = scopeOf(ctx.user, 'session.read')
  if (!scope) return forbidden
  const row = findSession(ctx.db, { id: input.sessionId, ...scope })
  if (!row) return notFound
  return ok(printSessions(ctx, [row], input))
}

/** Everything for a candidate's loop: the kits of all sessions that are still to be held, in their order. */
export function getLoopKits(ctx: Ctx, input: Print & { applicationId: string }): Result<SessionKits> {
  const scope = scopeOf(ctx.user, 'schedule.read')
  if (!scope) return forbidden
  if (!findApplication(ctx.db, { id: input.applicationId, ...scope })) return notFound
  const rows = listSessionsOfApplication(ctx.db, { applicationId: input.applicationId, ...scope })
  const planned = rows.filter((row) => row.status === 'planned')
  return planned.length === 0 ? notFound : ok(printSessions(ctx, planned, input))
}

function printSessions(ctx: Ctx, rows: readonly SessionRow[], print: Print): SessionKits {
  const snapshots = readSnapshots(ctx.db, rows)
  const people = listSessionPeople(
    ctx.db,
    rows.map((row) => row.id),
  ).filter((person) => person.removedAtMs === null)
  const kits = rows.flatMap((row) => {
    const snapshot = snapshots.get(row.panelVersionId)
    const interview = interviewOf(snapshots, row)
    if (!snapshot || !interview) return []
    const interviewers = people.filter((person) => person.sessionId === row.id)
    const seats =
      interviewers.length > 0
        ? interviewers.map(({ name, seat, scorecardId }) => ({
            interviewer: seat === 'shadow' ? `${name} (shadow)` : name,
            path: scorecardId === null ? paths.session(row.id) : paths.fillScorecard(scorecardId),
          }))
        : [{ interviewer: null, path: paths.session(row.id) }]
    return seats.map(({ interviewer, path }, i) =>
      kitView({
        snapshot,
        panelVersion: row.panelVersion,
        panelForm: row.panelForm,
        interview,
        facts: {
          shortId: `${shortIdOf(row.id)}-${i + 1}`,
          link: print.baseUrl + path,
          candidate: nameOn(row, print),
          interviewer,
          when: row.startsAtMs === null ? null : formatPrinted(row.startsAtMs, print.zone),
        },
      }),
    )
  })
  const [first] = rows
  return { kits, of: first ? nameOn(first, print) : '', asOfMs: first?.startsAtMs ?? 0 }
}

function nameOn(row: SessionRow, print: Print): string {
  return print.isBlind
    ? `Candidate ${row.candidateCode}`
    : displayNameOf({ name: row.candidateName, code: row.candidateCode })
}
