import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import { interview, interviewQuestion } from '#db/schema/panels.ts'
import { question, questionVersion } from '#db/schema/question-bank.ts'
import type { BankChanges } from './bank-changes.ts'
import { type PanelRow } from './store.server.ts'
import { listCurrentForms } from './versions-store.server.ts'

/** What became of the questions of a panel's draft since it was published last. */
export function readBankChanges(db: Db, row: Pick<PanelRow, 'id'>): BankChanges {
  const asked = db
    .selectDistinct({
      id: question.id,
      now: questionVersion.number,
      contentHash: questionVersion.contentHash,
      archivedAtMs: question.archivedAtMs,
    })
    .from(interviewQuestion)
    .innerJoin(interview, eq(interview.id, interviewQuestion.interviewId))
    .innerJoin(question, eq(question.id, interviewQuestion.questionId))
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(eq(interview.panelId, row.id))
    .all()
  const published = new Map(
    listCurrentForms(db, row.id).flatMap(({ snapshot }) =>
      snapshot.interviews.flatMap((item) =>
        item.questions.map((frozen) => [frozen.questionId, frozen] as const),
      ),
    ),
  )
  return {
    archived: asked.filter(({ archivedAtMs }) => archivedAtMs !== null).map(({ id }) => id),
    reworded: asked.flatMap(({ id, now, contentHash }) => {
      const then = published.get(id)
      if (!then || then.number === now || hashContent(then.content) === contentHash) return []
      return [{ id, published: then.number, now }]
    }),
  }
}
