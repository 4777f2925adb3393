import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import {
  interview,
  interviewerAssignment,
  interviewQuestion,
  panel,
  panelCompetency,
  panelEdit,
  panelVersion,
  role,
} from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import { application, scorecard, session } from '#db/schema/scorecards.ts'
import type { LoggedEdit } from './edit-history.ts'
import type { DraftForm } from './forms/panel-form.ts'
import { usualWishes, type Arrangement, type StoredArrangement } from './panel.ts'

type Reader = Db | Tx

export type PanelRow = {
  id: string
  roleId: string
  scaleId: string
  name: string
  revision: number
  publishedRevision: number | null
  currentVersionId: string | null
  createdBy: string
  updatedAtMs: number
  archivedAtMs: number | null
  minBehavioural: number
  bannedIds: string[]
}

const panelColumns = {
  id: panel.id,
  roleId: panel.roleId,
  scaleId: panel.scaleId,
  name: panel.name,
  revision: panel.revision,
  publishedRevision: panel.publishedRevision,
  currentVersionId: panel.currentVersionId,
  createdBy: panel.createdBy,
  updatedAtMs: panel.updatedAtMs,
  archivedAtMs: panel.archivedAtMs,
  minBehavioural: panel.minBehavioural,
  bannedIds: panel.bannedIds,
}

/** A panel's own row. */
export function findPanel(db: Reader, panelId: string): PanelRow | undefined {
  return db.select(panelColumns).from(panel).where(eq(panel.id, panelId)).get()
}

/** Whether a person stands as interviewer in a panel's draft. */
export function isAssignedToPanel(db: Reader, given: { panelId: string; userId: string }): boolean {
  const row = db
    .select({ id: interview.id })
    .from(interviewerAssignment)
    .innerJoin(interview, eq(interview.id, interviewerAssignment.interviewId))
    .where(and(eq(interviewerAssignment.userId, given.userId), eq(interview.panelId, given.panelId)))
    .limit(1)
    .get()
  return row !== undefined
}

/** The working draft of a panel. */
export function readArrangement(
  db: Reader,
  row: Pick<PanelRow, 'id' | 'name' | 'scaleId' | 'minBehavioural' | 'bannedIds'>,
): Arrangement {
  const interviews = db
    .select({
      id: interview.id,
      focus: interview.focus,
      minutes: interview.minutes,
      competencyIds: interview.competencyIds,
      pinnedIds: interview.pinnedIds,
      wishes: interview.wishes,
    })
    .from(interview)
    .where(eq(interview.panelId, row.id))
    .orderBy(asc(interview.position))
    .all()
  const ids = interviews.map((item) => item.id)
  const questions = db
    .select({
      interviewId: interviewQuestion.interviewId,
      form: interviewQuestion.form,
      questionId: interviewQuestion.questionId,
    })
    .from(interviewQuestion)
    .where(inArray(interviewQuestion.interviewId, ids))
    .orderBy(asc(interviewQuestion.position))
    .all()
  const people = db
    .select({ interviewId: interviewerAssignment.interviewId, userId: interviewerAssignment.userId })
    .from(interviewerAssignment)
    .where(inArray(interviewerAssignment.interviewId, ids))
    .orderBy(asc(interviewerAssignment.position))
    .all()
  const idsIn = (interviewId: string, form: DraftForm) =>
    questions.filter((q) => q.interviewId === interviewId && q.form === form).map((q) => q.questionId)
  return {
    name: row.name,
    scaleId: row.scaleId,
    competencies: db
      .select({
        competencyId: panelCompetency.competencyId,
        weight: panelCompetency.weight,
        gate: panelCompetency.gate,
      })
      .from(panelCompetency)
      .where(eq(panelCompetency.panelId, row.id))
      .orderBy(asc(panelCompetency.position))
      .all(),
    minBehavioural: row.minBehavioural,
    bannedIds: row.bannedIds,
    interviews: interviews.map((item) => ({
      ...item,
      wishes: item.wishes ?? usualWishes,
      questionIds: idsIn(item.id, 'A'),
      formBIds: idsIn(item.id, 'B'),
      interviewerIds: people.filter((p) => p.interviewId === item.id).map((p) => p.userId),
    })),
  }
}

/** Puts an arrangement in the place of a panel's draft. */
export function replaceArrangement(tx: Tx, panelId: string, arrangement: Arrangement): void {
  const { name, scaleId, minBehavioural, bannedIds } = arrangement
  updatePanelRow(tx, panelId, { name, scaleId, minBehavioural, bannedIds })
  tx.delete(interview).where(eq(interview.panelId, panelId)).run()
  tx.delete(panelCompetency).where(eq(panelCompetency.panelId, panelId)).run()
  arrangement.competencies.forEach((item, position) =>
    tx
      .insert(panelCompetency)
      .values({ panelId, position, ...item })
      .run(),
  )
  arrangement.interviews.forEach((item, position) => {
    const { id, focus, minutes, competencyIds, pinnedIds, wishes } = item
    const values = { id, panelId, position, focus, minutes, competencyIds, pinnedIds, wishes }
    tx.insert(interview).values(values).run()
    const add = (form: DraftForm) => (questionId: string, at: number) =>
      tx.insert(interviewQuestion).values({ interviewId: id, form, questionId, position: at }).run()
    item.questionIds.forEach(add('A'))
    item.formBIds.forEach(add('B'))
    item.interviewerIds.forEach((userId, at) =>
      tx.insert(interviewerAssignment).values({ interviewId: id, userId, position: at }).run(),
    )
  })
}

/** Adds a panel's own row. */
export function createPanelRow(tx: Tx, row: typeof panel.$inferInsert): void {
  tx.insert(panel).values(row).run()
}

/** Changes a panel's own row. */
export function updatePanelRow(tx: Tx, panelId: string, change: Partial<typeof panel.$inferInsert>): void {
  tx.update(panel).set(change).where(eq(panel.id, panelId)).run()
}

export type EditRow = typeof panelEdit.$inferSelect

/** Logs an edit of a draft. */
export function createEdit(tx: Tx, row: EditRow): void {
  tx.insert(panelEdit).values(row).run()
}

/** The log of a draft without what the edits found, oldest first. */
export function listEdits(db: Reader, panelId: string): LoggedEdit[] {
  return db
    .select({ revision: panelEdit.revision, kind: panelEdit.kind, words: panelEdit.words })
    .from(panelEdit)
    .where(eq(panelEdit.panelId, panelId))
    .orderBy(asc(panelEdit.revision))
    .all()
}

/** What the edit of a revision found. */
export function findArrangementBefore(
  db: Reader,
  given: { panelId: string; revision: number },
): StoredArrangement | undefined {
  return db
    .select({ before: panelEdit.before })
    .from(panelEdit)
    .where(and(eq(panelEdit.panelId, given.panelId), eq(panelEdit.revision, given.revision)))
    .get()?.before
}

/** Who made the edits after a revision, oldest first. */
export function listEditorsSince(db: Reader, given: { panelId: string; revision: number }): string[] {
  return db
    .select({ userId: panelEdit.userId, revision: panelEdit.revision })
    .from(panelEdit)
    .where(eq(panelEdit.panelId, given.panelId))
    .orderBy(asc(panelEdit.revision))
    .all()
    .filter((row) => row.revision > given.revision)
    .map((row) => row.userId)
}

/** Whether a scorecard was ever handed in for a candidate of this panel. */
export function hasSubmittedScorecard(db: Reader, panelId: string): boolean {
  const row = db
    .select({ id: scorecard.id })
    .from(scorecard)
    .innerJoin(session, eq(session.id, scorecard.sessionId))
    .innerJoin(application, eq(application.id, session.applicationId))
    .where(and(eq(application.panelId, panelId), isNotNull(scorecard.submittedAtMs)))
    .limit(1)
    .get()
  return row !== undefined
}

export type PanelListRow = PanelRow & {
  roleName: string
  ownerName: string
  versionNumber: number | null
  interviews: number
  questions: number
  minutes: number
  candidates: number
}

/** Every panel with its figures, changed last first. */
export function listPanelRows(db: Reader): PanelListRow[] {
  const slots = db
    .select({
      panelId: interview.panelId,
      interviews: count(),
      minutes: sql<number>`sum(${interview.minutes})`,
    })
    .from(interview)
    .groupBy(interview.panelId)
    .all()
  const asked = db
    .select({ panelId: interview.panelId, questions: count() })
    .from(interviewQuestion)
    .innerJoin(interview, eq(interview.id, interviewQuestion.interviewId))
    .where(eq(interviewQuestion.form, 'A'))
    .groupBy(interview.panelId)
    .all()
  const candidates = db
    .select({ panelId: application.panelId, candidates: count() })
    .from(application)
    .where(isNull(application.withdrawnAtMs))
    .groupBy(application.panelId)
    .all()
  const rows = db
    .select({
      ...panelColumns,
      roleName: role.name,
      ownerName: user.name,
      versionNumber: panelVersion.number,
    })
    .from(panel)
    .innerJoin(role, eq(role.id, panel.roleId))
    .innerJoin(user, eq(user.id, panel.createdBy))
    .leftJoin(panelVersion, eq(panelVersion.id, panel.currentVersionId))
    .orderBy(desc(panel.updatedAtMs))
    .all()
  return rows.map((row) => ({
    ...row,
    interviews: slots.find((item) => item.panelId === row.id)?.interviews ?? 0,
    minutes: slots.find((item) => item.panelId === row.id)?.minutes ?? 0,
    questions: asked.find((item) => item.panelId === row.id)?.questions ?? 0,
    candidates: candidates.find((item) => item.panelId === row.id)?.candidates ?? 0,
  }))
}
