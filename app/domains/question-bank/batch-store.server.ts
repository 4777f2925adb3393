import { and, asc, desc, eq, gt, isNull, like, lt } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import {
  makeCompetencyVersionCurrent,
  makeQuestionVersionCurrent,
  makeRoleVersionCurrent,
} from '#db/content-versions.ts'
import { refreshQuestionSearch } from '#db/question-search.ts'
import {
  interview,
  interviewQuestion,
  panel,
  panelCompetency,
  panelVersion,
  role,
} from '#db/schema/panels.ts'
import { user } from '#db/schema/people.ts'
import {
  competency,
  contentVersion,
  importBatch,
  question,
  questionDraft,
  questionVersion,
  questionVersionCompetency,
} from '#db/schema/question-bank.ts'
import { competencySchema, roleSchema } from '#rubrics/content.schema.ts'
import { planUndo, type BroughtVersion } from './batch-undo.ts'

type Reader = Db | Tx

/** Notes that an import happened, before what it brought is stored. */
export function insertBatch(
  tx: Tx,
  batch: { id: string; name: string; layout: string; createdBy: string; createdAtMs: number },
): void {
  tx.insert(importBatch).values(batch).run()
}

export type BatchRow = {
  id: string
  name: string
  layout: string
  createdBy: string
  createdByName: string
  createdAtMs: number
  undoneAtMs: number | null
}

const batchColumns = {
  id: importBatch.id,
  name: importBatch.name,
  layout: importBatch.layout,
  createdBy: importBatch.createdBy,
  createdByName: user.name,
  createdAtMs: importBatch.createdAtMs,
  undoneAtMs: importBatch.undoneAtMs,
}

export function findBatch(db: Reader, id: string): BatchRow | undefined {
  return db
    .select(batchColumns)
    .from(importBatch)
    .innerJoin(user, eq(user.id, importBatch.createdBy))
    .where(eq(importBatch.id, id))
    .get()
}

/** The imports and loads, the newest first. */
export function listBatches(db: Reader): BatchRow[] {
  return db
    .select(batchColumns)
    .from(importBatch)
    .innerJoin(user, eq(user.id, importBatch.createdBy))
    .orderBy(desc(importBatch.createdAtMs))
    .all()
}

/** In this order undoing frees what it can: a role gives up its questions, a question its competencies. */
const kinds = ['role', 'question', 'competency'] as const

/** What a batch brought: its roles, then its questions by title, then its competencies. */
export function listBroughtVersions(db: Reader, batchId: string): BroughtVersion[] {
  return kinds.flatMap((kind) => listBroughtOfKind(db, batchId, kind))
}

function listBroughtOfKind(db: Reader, batchId: string, kind: BroughtVersion['kind']): BroughtVersion[] {
  return kind === 'question' ? listBroughtQuestions(db, batchId) : listBroughtContent(db, batchId, kind)
}

function listBroughtQuestions(db: Reader, batchId: string): BroughtVersion[] {
  return db
    .select({
      itemId: questionVersion.questionId,
      title: questionVersion.title,
      versionId: questionVersion.id,
      number: questionVersion.number,
    })
    .from(questionVersion)
    .where(eq(questionVersion.batchId, batchId))
    .orderBy(asc(questionVersion.title))
    .all()
    .map((row) => ({
      ...row,
      kind: 'question',
      isEditedSince: isQuestionEditedSince(db, row),
      usedIn: listQuestionUses(db, row.itemId),
    }))
}

function isQuestionEditedSince(db: Reader, version: { itemId: string; number: number }): boolean {
  const newer = db
    .select({ id: questionVersion.id })
    .from(questionVersion)
    .where(and(eq(questionVersion.questionId, version.itemId), gt(questionVersion.number, version.number)))
    .get()
  const draft = db
    .select({ id: questionDraft.id })
    .from(questionDraft)
    .where(eq(questionDraft.questionId, version.itemId))
    .get()
  return newer !== undefined || draft !== undefined
}

/** The panels, drafts and published, and the roles in use that name a question. */
function listQuestionUses(db: Reader, questionId: string): string[] {
  const drafts = db
    .select({ name: panel.name })
    .from(interviewQuestion)
    .innerJoin(interview, eq(interview.id, interviewQuestion.interviewId))
    .innerJoin(panel, eq(panel.id, interview.panelId))
    .where(eq(interviewQuestion.questionId, questionId))
    .all()
  // Ids are lower-case words joined by hyphens, so LIKE finds no wildcard in them.
  const published = db
    .select({ name: panel.name })
    .from(panelVersion)
    .innerJoin(panel, eq(panel.id, panelVersion.panelId))
    .where(like(panelVersion.snapshot, `%"questionId":"${questionId}"%`))
    .all()
  const panels = [...new Set([...drafts, ...published].map((row) => `the panel “${row.name}”`))]
  const roles = listRolesNaming(db, (body) =>
    body.recommendedPanel.interviews.some((item) => item.questions.includes(questionId)),
  )
  return [...panels, ...roles]
}

function listRolesNaming(db: Reader, names: (body: typeof role.$inferSelect.body) => boolean): string[] {
  return db
    .select({ body: role.body })
    .from(role)
    .where(isNull(role.archivedAtMs))
    .all()
    .filter((row) => names(row.body))
    .map((row) => `the role “${row.body.name}”`)
}

function listBroughtContent(db: Reader, batchId: string, kind: 'competency' | 'role'): BroughtVersion[] {
  return db
    .select({
      itemId: contentVersion.itemId,
      body: contentVersion.body,
      versionId: contentVersion.id,
      number: contentVersion.number,
    })
    .from(contentVersion)
    .where(and(eq(contentVersion.batchId, batchId), eq(contentVersion.kind, kind)))
    .orderBy(asc(contentVersion.itemId))
    .all()
    .map(({ body, ...row }) => ({
      ...row,
      kind,
      title: body.name,
      isEditedSince:
        db
          .select({ id: contentVersion.id })
          .from(contentVersion)
          .where(
            and(
              eq(contentVersion.kind, kind),
              eq(contentVersion.itemId, row.itemId),
              gt(contentVersion.number, row.number),
            ),
          )
          .get() !== undefined,
      usedIn: kind === 'role' ? listRoleUses(db, row.itemId) : listCompetencyUses(db, row.itemId),
    }))
}

function listRoleUses(db: Reader, roleId: string): string[] {
  const rows = db.select({ name: panel.name }).from(panel).where(eq(panel.roleId, roleId)).all()
  return rows.map((row) => `the panel “${row.name}”`)
}

function listCompetencyUses(db: Reader, competencyId: string): string[] {
  const questions = db
    .selectDistinct({ title: questionVersion.title })
    .from(questionVersionCompetency)
    .innerJoin(questionVersion, eq(questionVersion.id, questionVersionCompetency.versionId))
    .where(eq(questionVersionCompetency.competencyId, competencyId))
    .all()
  const panels = db
    .select({ name: panel.name })
    .from(panelCompetency)
    .innerJoin(panel, eq(panel.id, panelCompetency.panelId))
    .where(eq(panelCompetency.competencyId, competencyId))
    .all()
  const roles = listRolesNaming(db, (body) =>
    body.competencies.some((entry) => entry.competency === competencyId),
  )
  return [
    ...questions.map((row) => `the question “${row.title}”`),
    ...panels.map((row) => `the panel “${row.name}”`),
    ...roles,
  ]
}

/**
 * Takes back what a batch brought, except what was used or edited since.
 * @returns what stayed, with the reason
 */
export function undoBroughtVersions(tx: Tx, batchId: string): { title: string; why: string }[] {
  return kinds.flatMap((kind) =>
    listBroughtOfKind(tx, batchId, kind).flatMap((version) => {
      const step = planUndo(version)
      if (step.do === 'keep') return [{ title: version.title, why: step.why }]
      if (step.do === 'remove') removeItem(tx, version)
      else restoreEarlier(tx, version)
      return []
    }),
  )
}

/** Marks a batch as undone; false when it was undone before. */
export function markUndone(tx: Tx, batchId: string, by: { userId: string; now: number }): boolean {
  const done = tx
    .update(importBatch)
    .set({ undoneAtMs: by.now, undoneBy: by.userId })
    .where(and(eq(importBatch.id, batchId), isNull(importBatch.undoneAtMs)))
    .run()
  return done.changes === 1
}

function removeItem(tx: Tx, { kind, itemId }: BroughtVersion): void {
  switch (kind) {
    case 'question':
      tx.delete(questionVersion).where(eq(questionVersion.questionId, itemId)).run()
      tx.delete(question).where(eq(question.id, itemId)).run()
      refreshQuestionSearch(tx, itemId)
      return
    case 'role':
      removeContentVersions(tx, kind, itemId)
      tx.delete(role).where(eq(role.id, itemId)).run()
      return
    case 'competency':
      removeContentVersions(tx, kind, itemId)
      tx.delete(competency).where(eq(competency.id, itemId)).run()
  }
}

function removeContentVersions(tx: Tx, kind: 'competency' | 'role', itemId: string): void {
  tx.delete(contentVersion)
    .where(and(eq(contentVersion.kind, kind), eq(contentVersion.itemId, itemId)))
    .run()
}

function restoreEarlier(tx: Tx, { kind, itemId, number }: BroughtVersion): void {
  if (kind === 'question') {
    const before = tx
      .select({ id: questionVersion.id })
      .from(questionVersion)
      .where(and(eq(questionVersion.questionId, itemId), lt(questionVersion.number, number)))
      .orderBy(desc(questionVersion.number))
      .get()
    if (before) makeQuestionVersionCurrent(tx, itemId, before.id)
    return
  }
  const before = tx
    .select({ id: contentVersion.id, body: contentVersion.body })
    .from(contentVersion)
    .where(
      and(
        eq(contentVersion.kind, kind),
        eq(contentVersion.itemId, itemId),
        lt(contentVersion.number, number),
      ),
    )
    .orderBy(desc(contentVersion.number))
    .get()
  if (!before) return
  // One column holds both shapes; the kind beside it says which.
  if (kind === 'role') makeRoleVersionCurrent(tx, roleSchema.parse(before.body), before.id)
  else makeCompetencyVersionCurrent(tx, competencySchema.parse(before.body), before.id)
}
