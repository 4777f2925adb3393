import { and, eq, exists, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Tx } from '#db/client.server.ts'
import { role } from '#db/schema/panels.ts'
import { competency, contentVersion, question, questionVersion } from '#db/schema/question-bank.ts'
import { contentKinds, type ContentKind } from './content-kind.ts'
import { findOffered, type OfferedVersion } from './offer.ts'
import { listVersionRows } from './team-state-store.server.ts'

/** Which shipped version stands beside which of the team's. */
export type OfferRow = {
  kind: ContentKind
  id: string
  ours: OfferedVersion
  theirs: OfferedVersion
}

type Standing = { id: string; currentVersionId: string | null; declinedVersionId: string | null }

/** Everything in use that may have an offer, questions first, each with the two versions. */
export function listOfferRows(db: Db | Tx): OfferRow[] {
  return contentKinds.flatMap((kind) =>
    listEdited(db, kind).flatMap((item) => {
      const versions = listVersionRows(db, kind, item.id).map(
        ({ createdBy, ...version }): OfferedVersion => ({ ...version, isShipped: createdBy === null }),
      )
      const offered = findOffered(versions, item)
      return offered ? [{ kind, id: item.id, ...offered }] : []
    }),
  )
}

/** What is in use, stands as the team wrote it, and was shipped at some time. */
function listEdited(db: Db | Tx, kind: ContentKind): Standing[] {
  if (kind === 'question') {
    const shipped = alias(questionVersion, 'shipped')
    const isShipped = db
      .select({ id: shipped.id })
      .from(shipped)
      .where(and(eq(shipped.questionId, question.id), isNull(shipped.createdBy)))
    return db
      .select({
        id: question.id,
        currentVersionId: question.currentVersionId,
        declinedVersionId: question.declinedVersionId,
      })
      .from(question)
      .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
      .where(and(isNull(question.archivedAtMs), isNotNull(questionVersion.createdBy), exists(isShipped)))
      .orderBy(question.id)
      .all()
  }
  const table = kind === 'competency' ? competency : role
  return db
    .select({
      id: table.id,
      currentVersionId: table.currentVersionId,
      declinedVersionId: table.declinedVersionId,
    })
    .from(table)
    .innerJoin(contentVersion, eq(contentVersion.id, table.currentVersionId))
    .where(and(isNull(table.archivedAtMs), isNotNull(contentVersion.createdBy)))
    .orderBy(table.id)
    .all()
}
