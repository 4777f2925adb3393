import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { QuestionDraft } from '#app/domains/question-bank/question-draft.ts'
import type { Competency, Difficulty, Question, QuestionKind, Role, Scale } from '#rubrics/content.schema.ts'
import { atMs, id, json } from './columns.ts'
import { user } from './people.ts'

/** What a team did to a thing that may also be shipped with the program. */
export const teamState = {
  currentVersionId: text(),
  /** Who archived it; null when it went because the shipped files no longer hold it. */
  archivedBy: text(),
  /** The newest shipped version that the team looked at and did not take. */
  declinedVersionId: text(),
}

/** What one import brought in, so that it can be undone as a whole. */
export const importBatch = sqliteTable('import_batch', {
  id: id(),
  /** The file's name, or what the person called it. */
  name: text().notNull(),
  /** Which kind of document was read; `bank` for files of our own. */
  layout: text().notNull(),
  createdBy: text()
    .notNull()
    .references(() => user.id),
  createdAtMs: atMs().notNull(),
  undoneAtMs: atMs(),
  undoneBy: text(),
})

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
  ...teamState,
})

export const question = sqliteTable('question', {
  id: id(),
  createdAtMs: atMs().notNull(),
  archivedAtMs: atMs(),
  ...teamState,
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
    /** Null for a shipped version. */
    createdBy: text(),
    batchId: text().references(() => importBatch.id),
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

/** Every version of a competency or a role, as question_version is for questions; `id` is `role/<id>@<number>`. */
export const contentVersion = sqliteTable(
  'content_version',
  {
    id: id(),
    kind: text().$type<'competency' | 'role'>().notNull(),
    itemId: text().notNull(),
    number: integer().notNull(),
    contentHash: text().notNull(),
    body: json<Competency | Role>().notNull(),
    createdAtMs: atMs().notNull(),
    /** Null for a shipped version. */
    createdBy: text(),
    batchId: text().references(() => importBatch.id),
  },
  // listContentVersions
  (table) => [index('content_version_item').on(table.kind, table.itemId, table.number)],
)

/** A question that is being written: it may be asked once nothing is missing, and is then a question version. */
export const questionDraft = sqliteTable(
  'question_draft',
  {
    id: id(),
    /** The question it will be a new version of; null for a new one. */
    questionId: text().references(() => question.id),
    /** The version that was current when the writing began: another one means that somebody was faster. */
    baseVersionId: text(),
    body: json<QuestionDraft>().notNull(),
    /** Counts saves; one made against an older revision is refused. */
    revision: integer().notNull(),
    createdBy: text()
      .notNull()
      .references(() => user.id),
    createdAtMs: atMs().notNull(),
    updatedAtMs: atMs().notNull(),
    /** When it was thrown away; it can be taken back until it is swept. No list shows it. */
    discardedAtMs: atMs(),
  },
  // listDrafts of a question
  (table) => [index('question_draft_question').on(table.questionId)],
)

/** What stood in an imported document, kept beside what became of it. */
export const importedItem = sqliteTable(
  'imported_item',
  {
    batchId: text()
      .notNull()
      .references(() => importBatch.id, { onDelete: 'cascade' }),
    ordinal: integer().notNull(),
    /** Null once the draft is finished or thrown away. */
    draftId: text().references(() => questionDraft.id, { onDelete: 'set null' }),
    /** The question that the item became. */
    questionId: text().references(() => question.id, { onDelete: 'set null' }),
    sourceText: text().notNull(),
    sampleAnswer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.ordinal] }),
    // findImportedItem by draft, by question
    index('imported_item_draft').on(table.draftId),
    index('imported_item_question').on(table.questionId),
  ],
)

/** What people said about two questions that look alike; `aId` is the smaller id. */
export const questionPair = sqliteTable(
  'question_pair',
  {
    aId: text()
      .notNull()
      .references(() => question.id, { onDelete: 'cascade' }),
    bId: text()
      .notNull()
      .references(() => question.id, { onDelete: 'cascade' }),
    verdict: text().$type<'same' | 'different'>().notNull(),
    decidedBy: text()
      .notNull()
      .references(() => user.id),
    atMs: atMs().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.aId, table.bId] }),
    // listPairsOf a question
    index('question_pair_b').on(table.bId),
  ],
)

/** Which row of question_search holds a question. No foreign key: the row outlives the question until it is taken out. */
export const questionSearchRow = sqliteTable('question_search_row', {
  searchRow: integer().primaryKey(),
  questionId: text().notNull().unique(),
})

/** How good somebody who plans panels finds a question: one to five stars. The planner takes the mean. */
export const questionStars = sqliteTable(
  'question_stars',
  {
    questionId: text()
      .notNull()
      .references(() => question.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    stars: integer().notNull(),
    atMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.questionId, table.userId] })],
)
