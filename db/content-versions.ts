import { and, desc, eq, max } from 'drizzle-orm'
import type { Competency, Question, Role } from '#rubrics/content.schema.ts'
import type { Db, Tx } from './client.server.ts'
import { hashContent } from './content-hash.ts'
import { refreshQuestionsOfCompetency, refreshQuestionSearch } from './question-search.ts'
import { role } from './schema/panels.ts'
import {
  competency,
  contentVersion,
  question,
  questionVersion,
  questionVersionCompetency,
  questionVersionRole,
} from './schema/question-bank.ts'

/** Versions of questions, competencies and roles: each save adds one, none is ever changed. */
export type VersionRow = { id: string; number: number; contentHash: string; createdBy: string | null }

/** Who wrote a version: `userId` null for the shipped files, `batchId` when an import brought it. */
export type Author = { userId: string | null; batchId: string | null; now: number }

/** The versions of a question, the newest first. */
export function listQuestionVersionRows(db: Db | Tx, questionId: string): VersionRow[] {
  return db
    .select({
      id: questionVersion.id,
      number: questionVersion.number,
      contentHash: questionVersion.contentHash,
      createdBy: questionVersion.createdBy,
    })
    .from(questionVersion)
    .where(eq(questionVersion.questionId, questionId))
    .orderBy(desc(questionVersion.number))
    .all()
}

/** The versions of a competency or a role, the newest first. */
export function listContentVersionRows(
  db: Db | Tx,
  kind: 'competency' | 'role',
  itemId: string,
): VersionRow[] {
  return db
    .select({
      id: contentVersion.id,
      number: contentVersion.number,
      contentHash: contentVersion.contentHash,
      createdBy: contentVersion.createdBy,
    })
    .from(contentVersion)
    .where(and(eq(contentVersion.kind, kind), eq(contentVersion.itemId, itemId)))
    .orderBy(desc(contentVersion.number))
    .all()
}

/**
 * Adds a version of a question, and the question itself when it is new; it does not become the current one.
 * @returns the id of the version, `<question>@<number>`
 */
export function addQuestionVersion(tx: Tx, content: Question, author: Author): string {
  const last = tx
    .select({ number: max(questionVersion.number) })
    .from(questionVersion)
    .where(eq(questionVersion.questionId, content.id))
    .get()
  const number = (last?.number ?? 0) + 1
  if (number === 1)
    tx.insert(question).values({ id: content.id, createdAtMs: author.now }).onConflictDoNothing().run()
  const id = `${content.id}@${number}`
  const { title, kind, difficulty, minutes } = content
  tx.insert(questionVersion)
    .values({
      id,
      questionId: content.id,
      number,
      contentHash: hashContent(content),
      title,
      kind,
      difficulty,
      minutes,
      body: content,
      createdAtMs: author.now,
      createdBy: author.userId,
      batchId: author.batchId,
    })
    .run()
  for (const competencyId of [content.primaryCompetency, ...content.otherCompetencies]) {
    const isPrimary = competencyId === content.primaryCompetency
    tx.insert(questionVersionCompetency).values({ versionId: id, competencyId, isPrimary }).run()
  }
  for (const roleId of content.roles) tx.insert(questionVersionRole).values({ versionId: id, roleId }).run()
  return id
}

/** Lets a version be the one that lists, search and new panels use. */
export function makeQuestionVersionCurrent(tx: Tx, questionId: string, versionId: string): void {
  tx.update(question).set({ currentVersionId: versionId }).where(eq(question.id, questionId)).run()
  refreshQuestionSearch(tx, questionId)
}

/**
 * Adds a version of a competency or a role; it does not become the current one.
 * @returns the id of the version, `<kind>/<id>@<number>`
 */
export function addContentVersion(
  tx: Tx,
  kind: 'competency' | 'role',
  content: Competency | Role,
  author: Author,
): string {
  const number = (listContentVersionRows(tx, kind, content.id)[0]?.number ?? 0) + 1
  const id = `${kind}/${content.id}@${number}`
  tx.insert(contentVersion)
    .values({
      id,
      kind,
      itemId: content.id,
      number,
      contentHash: hashContent(content),
      body: content,
      createdAtMs: author.now,
      createdBy: author.userId,
      batchId: author.batchId,
    })
    .run()
  return id
}

/** Lets a version of a competency be the current one; a competency that is new gets the last place. */
export function makeCompetencyVersionCurrent(tx: Tx, content: Competency, versionId: string): void {
  const last = tx
    .select({ position: max(competency.position) })
    .from(competency)
    .get()
  const held = tx
    .select({ name: competency.name })
    .from(competency)
    .where(eq(competency.id, content.id))
    .get()
  const row = { name: content.name, body: content, currentVersionId: versionId }
  tx.insert(competency)
    .values({ id: content.id, position: (last?.position ?? -1) + 1, ...row })
    .onConflictDoUpdate({ target: competency.id, set: row })
    .run()
  if (held && held.name !== content.name) refreshQuestionsOfCompetency(tx, content.id)
}

/** Lets a version of a role be the current one. */
export function makeRoleVersionCurrent(tx: Tx, content: Role, versionId: string): void {
  const row = { name: content.name, body: content, currentVersionId: versionId }
  tx.insert(role)
    .values({ id: content.id, ...row })
    .onConflictDoUpdate({ target: role.id, set: row })
    .run()
}
