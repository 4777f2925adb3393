import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Competency, Difficulty, Question, QuestionKind, Scale } from '#rubrics/content.schema.ts'
import { atMs, id, json } from './columns.ts'

export const scale = sqliteTable('scale', {
  id: id(),
  name: text().notNull(),
  body: json<Scale>().notNull(),
})

export const competency = sqliteTable('competency', {
  id: id(),
  name: text().notNull(),
  body: json<Competency>().notNull(),
  position: integer().notNull(),
  archivedAtMs: atMs(),
})

export const question = sqliteTable('question', {
  id: id(),
  currentVersionId: text(),
  createdAtMs: atMs().notNull(),
  archivedAtMs: atMs(),
})

/** Immutable: an edit adds a row. `body` is the whole question; the columns beside it are what lists filter by. */
export const questionVersion = sqliteTable(
  'question_version',
  {
    id: id(),
    questionId: text()
      .notNull()
      .references(() => question.id),
    number: integer().notNull(),
    contentHash: text().notNull(),
    title: text().notNull(),
    kind: text().$type<QuestionKind>().notNull(),
    difficulty: text().$type<Difficulty>().notNull(),
    minutes: integer().notNull(),
    body: json<Question>().notNull(),
    createdAtMs: atMs().notNull(),
    createdBy: text(),
  },
  // findQuestionVersion by number, listVersionsOf
  (table) => [index('question_version_question').on(table.questionId, table.number)],
)

export const questionVersionCompetency = sqliteTable(
  'question_version_competency',
  {
    versionId: text()
      .notNull()
      .references(() => questionVersion.id, { onDelete: 'cascade' }),
    competencyId: text()
      .notNull()
      .references(() => competency.id),
    isPrimary: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.competencyId] }),
    // searchQuestions by competency
    index('question_version_competency_competency').on(table.competencyId),
  ],
)

export const questionVersionRole = sqliteTable(
  'question_version_role',
  {
    versionId: text()
      .notNull()
      .references(() => questionVersion.id, { onDelete: 'cascade' }),
    roleId: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.roleId] }),
    // searchQuestions by role
    index('question_version_role_role').on(table.roleId),
  ],
)
