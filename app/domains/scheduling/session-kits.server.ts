import type { Ctx } from '#app/domains/people/context.ts'
import { kitView, type KitFacts, type KitView } from '#app/domains/panels/kit-view.ts'
import { shortIdOf } from '#app/domains/panels/short-id.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { formatPrinted } from '#app/lib/dates.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { paths } from '#app/paths.ts'
import { displayNameOf } from './candidate.ts'
import { findApplication } from './candidate-store.server.ts'
import { interviewOf, readSnapshots } from './loop-use-cases.server.ts'
import { scopeOf } from './scope.ts'
import {
  findSession,
  listPlannedOfPanel,
  listSessionPeople,
  listSessionsOfApplication,
  type SessionPerson,
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
  const kits = listSeats(ctx, rows, print).flatMap(({ row, facts }) => {
    const snapshot = snapshots.get(row.panelVersionId)
    const interview = interviewOf(snapshots, row)
    const { panelVersion, panelForm } = row
    return snapshot && interview ? kitView({ snapshot, panelVersion, panelForm, interview, facts }) : []
  })
  const [first] = rows
  return { kits, of: first ? nameOn(first, print) : '', asOfMs: first?.startsAtMs ?? 0 }
}

type PrintedSeat = { row: SessionRow; person: SessionPerson | null; facts: KitFacts }

/** A seat for each interviewer and shadow of these sessions, and one for nobody where there is none. */
function listSeats(ctx: Ctx, rows: readonly SessionRow[], print: Print): PrintedSeat[] {
  const people = groupBy(
    listSessionPeople(
      ctx.db,
      rows.map((row) => row.id),
    ).filter((person) => person.removedAtMs === null),
    (person) => person.sessionId,
  )
  return rows.flatMap((row) =>
    (people.get(row.id) ?? [null]).map((person, i) => {
      const path = person?.scorecardId ? paths.fillScorecard(person.scorecardId) : paths.session(row.id)
      const facts = {
        shortId: `${shortIdOf(row.id)}-${i + 1}`,
        link: print.baseUrl + path,
        candidate: nameOn(row, print),
        interviewer: person && (person.seat === 'shadow' ? `${person.name} (shadow)` : person.name),
        when: row.startsAtMs === null ? null : formatPrinted(row.startsAtMs, print.zone),
      }
      return { row, person, facts }
    }),
  )
}

/** A seat of a planned session on a panel; `guide` is the place of its kit, which lacks the facts, among the guides. */
export type PanelSeat = {
  applicationId: string
  sessionId: string
  letter: string
  focus: string
  startsAtMs: number | null
  /** Null where nobody is put down yet. */
  person: { id: string; name: string } | null
  scorecardId: string | null
  guide: number
  facts: KitFacts
}

/**
 * The seats of a panel's planned sessions by time, with what their kits are made of: all of them for those who reach every session, one's
 * own alone for an interviewer.
 */
export function listPanelSeats(
  ctx: Ctx,
  input: Print & { panelId: string },
): Result<{ guides: KitView[]; seats: PanelSeat[] }> {
  const scope = scopeOf(ctx.user, 'schedule.read')
  if (!scope) return forbidden
  const rows = listPlannedOfPanel(ctx.db, { panelId: input.panelId, ...scope })
  const snapshots = readSnapshots(ctx.db, rows)
  const guides = new Map<string, { place: number; kit: KitView }>()
  const seats = listSeats(ctx, rows, input).flatMap(({ row, person, facts }): PanelSeat[] => {
    if (scope.interviewerId !== null && person?.userId !== scope.interviewerId) return []
    const snapshot = snapshots.get(row.panelVersionId)
    const interview = interviewOf(snapshots, row)
    if (!snapshot || !interview) return []
    const key = `${row.panelVersionId} ${interview.id}`
    const guide = guides.get(key) ?? {
      place: guides.size,
      kit: kitView({
        snapshot,
        panelVersion: row.panelVersion,
        panelForm: row.panelForm,
        interview,
        facts: noFacts,
      }),
    }
    guides.set(key, guide)
    const { letter, focus } = interview
    return [
      {
        applicationId: row.applicationId,
        sessionId: row.id,
        letter,
        focus,
        startsAtMs: row.startsAtMs,
        person: person && { id: person.userId, name: person.name },
        scorecardId: person?.scorecardId ?? null,
        guide: guide.place,
        facts,
      },
    ]
  })
  return ok({ guides: [...guides.values()].map(({ kit }) => kit), seats })
}

const noFacts: KitFacts = { shortId: '', link: null, candidate: null, interviewer: null, when: null }

function nameOn(row: SessionRow, print: Print): string {
  return print.isBlind
    ? `Candidate ${row.candidateCode}`
    : displayNameOf({ name: row.candidateName, code: row.candidateCode })
}
