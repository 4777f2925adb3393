import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { PanelSnapshot, SnapshotInterview } from '#app/domains/panels/panel-snapshot.schema.ts'
import { prepared, type Db, type Tx } from '#db/client.server.ts'
import { panelVersion } from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import {
  amendment,
  application,
  candidate,
  scorecard,
  scorecardField,
  session,
  sessionInterviewer,
} from '#db/schema/scorecards.ts'
import { completeRecord, type FieldValues } from './scorecard-record.ts'
import { sealAfterMs, type ScorecardRecord } from './scorecard.ts'
import type { CardStanding } from './visibility.ts'

const interviewer = alias(user, 'interviewer')
const typist = alias(user, 'typist')

/** A card that is owed or handed in, with what it belongs to. One not begun has an id that no row has. */
export type OwedCard = CardStanding & {
  applicationId: string
  sessionId: string
  interviewId: string
  panelVersionId: string
  interviewerName: string
  status: 'draft' | 'submitted' | 'amended'
  enteredBy: string | null
  /** Its writer could read others' cards of the candidate before they took this seat. */
  couldReadOthers: boolean
}

/**
 * Every card owed for sessions that were neither cancelled nor missed, and every card handed in all the same.
 * An interviewer who was taken off a session owes nothing, but what they handed in still counts.
 */
export function listOwedCards(db: Db | Tx, applicationIds: readonly string[]): OwedCard[] {
  if (applicationIds.length === 0) return []
  const rows = db
    .select({
      applicationId: session.applicationId,
      sessionId: session.id,
      interviewId: session.interviewId,
      panelVersionId: session.panelVersionId,
      interviewerId: sessionInterviewer.userId,
      interviewerName: interviewer.name,
      seat: sessionInterviewer.seat,
      scorecardId: scorecard.id,
      status: scorecard.status,
      submittedAtMs: scorecard.submittedAtMs,
      enteredBy: scorecard.enteredBy,
      couldReadOthers: sessionInterviewer.couldReadOthers,
    })
    .from(session)
    .innerJoin(sessionInterviewer, eq(sessionInterviewer.sessionId, session.id))
    .innerJoin(interviewer, eq(interviewer.id, sessionInterviewer.userId))
    .leftJoin(
      scorecard,
      and(eq(scorecard.sessionId, session.id), eq(scorecard.interviewerId, sessionInterviewer.userId)),
    )
    .where(
      and(
        inArray(session.applicationId, [...applicationIds]),
        or(
          and(eq(session.status, 'planned'), isNull(sessionInterviewer.removedAtMs)),
          isNotNull(scorecard.submittedAtMs),
        ),
      ),
    )
    .orderBy(
      asc(session.startsAtMs),
      asc(session.id),
      asc(sessionInterviewer.addedAtMs),
      asc(sessionInterviewer.userId),
    )
    .all()
  return rows.map((row) => ({
    ...row,
    scorecardId: row.scorecardId ?? `${row.sessionId}/${row.interviewerId}`,
    status: row.status ?? 'draft',
  }))
}

/** One card with the session and the people around it. */
export type CardRow = NonNullable<ReturnType<typeof findCard>>

const cardById = prepared((db) =>
  db
    .select({
      id: scorecard.id,
      sessionId: scorecard.sessionId,
      interviewerId: scorecard.interviewerId,
      interviewerName: interviewer.name,
      status: scorecard.status,
      checkedInAtMs: scorecard.checkedInAtMs,
      submittedAtMs: scorecard.submittedAtMs,
      enteredBy: scorecard.enteredBy,
      enteredByName: typist.name,
      confirmedAtMs: scorecard.confirmedAtMs,
      applicationId: session.applicationId,
      interviewId: session.interviewId,
      panelVersionId: session.panelVersionId,
      panelVersion: panelVersion.number,
      panelForm: panelVersion.form,
      startsAtMs: session.startsAtMs,
      sessionStatus: session.status,
      removedAtMs: sessionInterviewer.removedAtMs,
      seat: sessionInterviewer.seat,
      couldReadOthers: sessionInterviewer.couldReadOthers,
      candidateId: candidate.id,
      candidateName: candidate.name,
      candidateCode: candidate.code,
      erasedAtMs: candidate.erasedAtMs,
    })
    .from(scorecard)
    .innerJoin(session, eq(session.id, scorecard.sessionId))
    .innerJoin(panelVersion, eq(panelVersion.id, session.panelVersionId))
    .innerJoin(application, eq(application.id, session.applicationId))
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .innerJoin(interviewer, eq(interviewer.id, scorecard.interviewerId))
    .leftJoin(typist, eq(typist.id, scorecard.enteredBy))
    .leftJoin(
      sessionInterviewer,
      and(
        eq(sessionInterviewer.sessionId, scorecard.sessionId),
        eq(sessionInterviewer.userId, scorecard.interviewerId),
      ),
    )
    .where(eq(scorecard.id, sql.placeholder('scorecardId')))
    .prepare(),
)

/** Finds a card by id, whoever asks: the caller decides by `interviewerId` and the visibility rule. */
export function findCard(db: Db | Tx, scorecardId: string) {
  return cardById(db).get({ scorecardId })
}

/** The card of one interviewer in one session, if it was begun. */
export function findCardId(
  db: Db | Tx,
  of: { sessionId: string; interviewerId: string },
): string | undefined {
  return db
    .select({ id: scorecard.id })
    .from(scorecard)
    .where(and(eq(scorecard.sessionId, of.sessionId), eq(scorecard.interviewerId, of.interviewerId)))
    .get()?.id
}

/** A session's interviewer who was not taken off it. */
export function findSessionInterviewer(db: Db | Tx, of: { sessionId: string; interviewerId: string }) {
  return db
    .select({
      sessionId: session.id,
      applicationId: session.applicationId,
      sessionStatus: session.status,
      interviewerName: user.name,
      candidateName: candidate.name,
      candidateCode: candidate.code,
    })
    .from(sessionInterviewer)
    .innerJoin(session, eq(session.id, sessionInterviewer.sessionId))
    .innerJoin(user, eq(user.id, sessionInterviewer.userId))
    .innerJoin(application, eq(application.id, session.applicationId))
    .innerJoin(candidate, eq(candidate.id, application.candidateId))
    .where(
      and(
        eq(sessionInterviewer.sessionId, of.sessionId),
        eq(sessionInterviewer.userId, of.interviewerId),
        isNull(sessionInterviewer.removedAtMs),
      ),
    )
    .get()
}

/** Adds an empty draft; the one already there stays. */
export function createCard(
  tx: Tx,
  row: { id: string; sessionId: string; interviewerId: string; createdAtMs: number },
): void {
  tx.insert(scorecard)
    .values({ ...row, status: 'draft' })
    .onConflictDoNothing()
    .run()
}

/** Changes the state of a card. */
export function updateCard(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<
      typeof scorecard.$inferInsert,
      'status' | 'checkedInAtMs' | 'submittedAtMs' | 'submitted' | 'enteredBy' | 'confirmedAtMs'
    >
  >,
): void {
  tx.update(scorecard).set(change).where(eq(scorecard.id, id)).run()
}

export type FieldState = { version: number; value: unknown; atMs: number }

/** The present fields of cards, by card and name. */
export function listFields(
  db: Db | Tx,
  scorecardIds: readonly string[],
): Map<string, Record<string, FieldState>> {
  const found = new Map<string, Record<string, FieldState>>(scorecardIds.map((id) => [id, {}]))
  if (scorecardIds.length === 0) return found
  const rows = db
    .select({
      scorecardId: scorecardField.scorecardId,
      field: scorecardField.field,
      version: scorecardField.version,
      value: scorecardField.value,
      atMs: scorecardField.atMs,
    })
    .from(scorecardField)
    .where(inArray(scorecardField.scorecardId, [...scorecardIds]))
    .all()
  for (const { scorecardId, field, ...state } of rows) {
    const fields = found.get(scorecardId)
    if (fields) fields[field] = state
  }
  return found
}

/** The present values that scores and counts are made of, by card: ratings, recommendations, how the plan was left. No notes. */
export function listScoreFields(db: Db | Tx, scorecardIds: readonly string[]): Map<string, FieldValues> {
  const rows = db.all<{ id: string; fields: string }>(sql`
    SELECT scorecard_id AS id, json_group_object(field, json(iif(is_note, NULL, value))) AS fields FROM (
      SELECT scorecard_id, field, value, field NOT GLOB 'rating:*' AND field NOT GLOB 'added:*'
        AND field NOT IN ('recommendation', 'order') AS is_note
      FROM scorecard_field WHERE scorecard_id IN (SELECT value FROM json_each(${JSON.stringify(scorecardIds)}))
      -- A note on an unplanned question tells that there is one.
    ) WHERE NOT is_note OR field GLOB '*:plus-*' GROUP BY scorecard_id`)
  return new Map(rows.map((row): [string, FieldValues] => [row.id, JSON.parse(row.fields)]))
}

/**
 * When the next card becomes sealed, or is one no longer because its moment of submission was still to come; null when none will.
 */
export function findNextSealing(db: Db, now: number): number | null {
  const row = db.get<{ atMs: number | null }>(sql`
    SELECT min(iif(submitted_at_ms - ${sealAfterMs} > ${now}, submitted_at_ms - ${sealAfterMs}, submitted_at_ms + ${sealAfterMs})) AS atMs
    FROM scorecard WHERE submitted_at_ms + ${sealAfterMs} > ${now}`)
  return row.atMs
}

/** The clocks of these cards, without saying whose. */
export function listClocks(db: Db | Tx, scorecardIds: readonly string[]): unknown[] {
  return db
    .select({ value: scorecardField.value })
    .from(scorecardField)
    .where(and(inArray(scorecardField.scorecardId, [...scorecardIds]), eq(scorecardField.field, 'clock')))
    .all()
    .map((row) => row.value)
}

/** The values alone, for `recordFrom`. */
export function valuesOf(fields: Readonly<Record<string, FieldState>>): FieldValues {
  return Object.fromEntries(Object.entries(fields).map(([name, state]) => [name, state.value]))
}

/** The amendments of cards, oldest first. */
export function listAmendments(db: Db | Tx, scorecardIds: readonly string[]) {
  if (scorecardIds.length === 0) return []
  return (
    db
      .select({
        scorecardId: amendment.scorecardId,
        field: amendment.field,
        before: amendment.before,
        after: amendment.after,
        reason: amendment.reason,
        byName: user.name,
        atMs: amendment.atMs,
      })
      .from(amendment)
      .innerJoin(user, eq(user.id, amendment.userId))
      .where(inArray(amendment.scorecardId, [...scorecardIds]))
      // In the order in which they were made, which no clock that was set can change.
      .orderBy(sql`${amendment}.rowid`)
      .all()
  )
}

/** Adds a change made after submission. */
export function createAmendment(tx: Tx, row: typeof amendment.$inferInsert): void {
  tx.insert(amendment).values(row).run()
}

/** The frozen submitted records of cards. */
export function listSubmittedRecords(db: Db | Tx, scorecardIds: readonly string[]) {
  if (scorecardIds.length === 0) return new Map<string, ScorecardRecord | null>()
  const rows = db
    .select({ id: scorecard.id, submitted: scorecard.submitted })
    .from(scorecard)
    .where(inArray(scorecard.id, [...scorecardIds]))
    .all()
  return new Map(rows.map((row) => [row.id, row.submitted && completeRecord(row.submitted)]))
}

export type CardPlan = { snapshot: PanelSnapshot; interview: SnapshotInterview }

// Panel versions never change, so what was parsed once serves for as long as the database is open.
const versions = new WeakMap<object, Map<string, PanelSnapshot>>()
const versionsKept = 200

/** The frozen panel that a card was filled under, and its interview. Throws when the version lacks the interview. */
export function getPlan(db: Db, of: { panelVersionId: string; interviewId: string }): CardPlan {
  let kept = versions.get(db.$client)
  if (!kept) versions.set(db.$client, (kept = new Map()))
  let snapshot = kept.get(of.panelVersionId)
  if (!snapshot) {
    snapshot = db
      .select({ snapshot: panelVersion.snapshot })
      .from(panelVersion)
      .where(eq(panelVersion.id, of.panelVersionId))
      .get()?.snapshot
    if (!snapshot) throw new Error(`no panel version ${of.panelVersionId}`)
    if (kept.size >= versionsKept) kept.clear()
    kept.set(of.panelVersionId, snapshot)
  }
  const interview = snapshot.interviews.find((entry) => entry.id === of.interviewId)
  if (!interview) throw new Error(`panel version ${of.panelVersionId} has no interview ${of.interviewId}`)
  return { snapshot, interview }
}
