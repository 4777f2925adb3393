import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import {
  addContentVersion,
  addQuestionVersion,
  listContentVersionRows,
  listQuestionVersionRows,
  makeCompetencyVersionCurrent,
  makeQuestionVersionCurrent,
  makeRoleVersionCurrent,
  type Author,
  type VersionRow,
} from '#db/content-versions.ts'
import { refreshQuestionSearch } from '#db/question-search.ts'
import { role } from '#db/schema/panels.ts'
import { competency, question } from '#db/schema/question-bank.ts'
import type { ContentKind } from './content-kind.ts'
import type { Competency, Question, Role } from '#rubrics/content.schema.ts'

/** Content together with the kind of thing that it is. */
export type KindOfContent =
  | { kind: 'question'; content: Question }
  | { kind: 'competency'; content: Competency }
  | { kind: 'role'; content: Role }

export type TeamState = {
  currentVersionId: string | null
  archivedAtMs: number | null
  archivedBy: string | null
  declinedVersionId: string | null
}

const tables = { question, competency, role } as const

/** How a question, a competency or a role stands with the team; undefined when there is none. */
export function findTeamState(db: Db | Tx, kind: ContentKind, id: string): TeamState | undefined {
  const table = tables[kind]
  return db
    .select({
      currentVersionId: table.currentVersionId,
      archivedAtMs: table.archivedAtMs,
      archivedBy: table.archivedBy,
      declinedVersionId: table.declinedVersionId,
    })
    .from(table)
    .where(eq(table.id, id))
    .get()
}

/** Changes how something stands with the team; an archived question leaves the search. */
export function updateTeamState(tx: Tx, kind: ContentKind, id: string, change: Partial<TeamState>): void {
  const table = tables[kind]
  tx.update(table).set(change).where(eq(table.id, id)).run()
  if (kind === 'question') refreshQuestionSearch(tx, id)
}

/** The versions of anything, the newest first, without their content. */
export function listVersionRows(db: Db | Tx, kind: ContentKind, id: string): VersionRow[] {
  return kind === 'question' ? listQuestionVersionRows(db, id) : listContentVersionRows(db, kind, id)
}

/**
 * Adds a version that somebody wrote and makes it the current one. A shipped version that it takes the place of
 * counts as looked at, so that it is not offered again.
 * @returns the id of the version
 */
export function addTeamVersion(tx: Tx, item: KindOfContent, author: Author & { userId: string }): string {
  const { kind, content } = item
  const before = findTeamState(tx, kind, content.id)?.currentVersionId
  const replaced = listVersionRows(tx, kind, content.id).find((version) => version.id === before)
  const versionId =
    item.kind === 'question'
      ? addQuestionVersion(tx, item.content, author)
      : addContentVersion(tx, item.kind, item.content, author)
  makeVersionCurrent(tx, item, versionId)
  if (replaced && replaced.createdBy === null)
    updateTeamState(tx, kind, content.id, { declinedVersionId: replaced.id })
  return versionId
}

/** Lets a version that is stored be the current one; `content` is its content. */
export function makeVersionCurrent(tx: Tx, item: KindOfContent, versionId: string): void {
  switch (item.kind) {
    case 'question':
      return makeQuestionVersionCurrent(tx, item.content.id, versionId)
    case 'competency':
      return makeCompetencyVersionCurrent(tx, item.content, versionId)
    case 'role':
      return makeRoleVersionCurrent(tx, item.content, versionId)
  }
}
