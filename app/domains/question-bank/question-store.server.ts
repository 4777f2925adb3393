import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { interview, interviewQuestion, panel, panelVersion } from '#db/schema/panels.ts'
import { question, questionVersion } from '#db/schema/question-bank.ts'
import type { BankQuestion, PanelUse, PublishedUse } from './question.ts'

const bankColumns = {
  id: question.id,
  versionId: questionVersion.id,
  number: questionVersion.number,
  content: questionVersion.body,
  archivedAtMs: question.archivedAtMs,
  createdAtMs: questionVersion.createdAtMs,
}

/** The current version of a question, archived ones included. */
export function findQuestion(db: Db | Tx, id: string): BankQuestion | undefined {
  return listQuestionsByIds(db, [id])[0]
}

/** The current versions of the questions named, in no order; unknown ids are left out. */
export function listQuestionsByIds(db: Db | Tx, ids: readonly string[]): BankQuestion[] {
  return db
    .select(bankColumns)
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(inArray(question.id, [...ids]))
    .all()
    .map(({ archivedAtMs, ...row }) => ({ ...row, isArchived: archivedAtMs !== null }))
}

/** The panels whose newest published version asks a question, by name; archived ones are left out. */
export function listPublishedUses(db: Db, questionId: string): PublishedUse[] {
  return db.all<PublishedUse>(sql`
    SELECT ${panel.id} AS id, ${panel.name} AS name, interview.value ->> 'focus' AS interview,
      ${panelVersion.number} AS panelVersion, asked.value ->> 'number' AS questionNumber
    FROM ${panel}
    JOIN panel_version AS newest ON newest.id = ${panel.currentVersionId}
    JOIN ${panelVersion} ON ${panelVersion.panelId} = ${panel.id} AND ${panelVersion.number} = newest.number,
      json_each(${panelVersion.snapshot}, '$.interviews') AS interview,
      json_each(interview.value, '$.questions') AS asked
    WHERE ${panel.archivedAtMs} IS NULL AND asked.value ->> 'questionId' = ${questionId}
    GROUP BY ${panel.id}, interview.key
    ORDER BY ${panel.name}, interview.key`)
}

/** The panels whose working draft asks a question, by name. */
export function listPanelsUsing(db: Db, questionId: string): PanelUse[] {
  return db
    .select({ id: panel.id, name: panel.name, interview: interview.focus })
    .from(interviewQuestion)
    .innerJoin(interview, eq(interview.id, interviewQuestion.interviewId))
    .innerJoin(panel, eq(panel.id, interview.panelId))
    .where(and(eq(interviewQuestion.questionId, questionId), isNull(panel.archivedAtMs)))
    .groupBy(panel.id, interview.id)
    .orderBy(asc(panel.name), asc(interview.position))
    .all()
}
