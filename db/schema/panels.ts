import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { EditKind } from '#app/domains/panels/edit-history.ts'
import type { DraftForm, VersionForm } from '#app/domains/panels/forms/panel-form.ts'
import type { InterviewWishes, StoredArrangement } from '#app/domains/panels/panel.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Role } from '#rubrics/content.schema.ts'
import { atMs, id, json } from './columns.ts'
import { user } from './people.ts'
import { competency, question, scale, teamState } from './question-bank.ts'

export const role = sqliteTable('role', {
  id: id(),
  name: text().notNull(),
  body: json<Role>().notNull(),
  archivedAtMs: atMs(),
  ...teamState,
})

/** The rows below a panel are its working draft; what was published stands in panel_version. */
export const panel = sqliteTable('panel', {
  id: id(),
  roleId: text()
    .notNull()
    .references(() => role.id),
  scaleId: text()
    .notNull()
    .references(() => scale.id),
  name: text().notNull(),
  /** Counts edits of the draft; a move sent against an older revision is refused. */
  revision: integer().notNull(),
  /** The revision that the newest version froze; null before the first publication. */
  publishedRevision: integer(),
  currentVersionId: text(),
  createdBy: text()
    .notNull()
    .references(() => user.id),
  createdAtMs: atMs().notNull(),
  updatedAtMs: atMs().notNull(),
  archivedAtMs: atMs(),
  /** Behavioural questions that the whole loop should ask at least. */
  minBehavioural: integer().notNull().default(0),
  /** Questions of the bank that this panel must not ask. */
  bannedIds: json<string[]>().notNull().default([]),
})

/** Immutable: a published panel with all it needs to be printed and scored for ever. */
export const panelVersion = sqliteTable(
  'panel_version',
  {
    id: id(),
    panelId: text()
      .notNull()
      .references(() => panel.id),
    number: integer().notNull(),
    /** A panel with two forms is published as two rows of one number, which differ in nothing but their questions. */
    form: text().$type<VersionForm>().notNull().default('only'),
    snapshot: json<PanelSnapshot>().notNull(),
    publishedBy: text().notNull(),
    publishedAtMs: atMs().notNull(),
  },
  (table) => [uniqueIndex('panel_version_number').on(table.panelId, table.number, table.form)],
)

export const panelCompetency = sqliteTable(
  'panel_competency',
  {
    panelId: text()
      .notNull()
      .references(() => panel.id, { onDelete: 'cascade' }),
    competencyId: text()
      .notNull()
      .references(() => competency.id),
    position: integer().notNull(),
    weight: integer().notNull(),
    /** The bar of a must-have, in points of the panel's scale. */
    gate: real(),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.competencyId] })],
)

export const interview = sqliteTable(
  'interview',
  {
    id: id(),
    panelId: text()
      .notNull()
      .references(() => panel.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    focus: text().notNull(),
    minutes: integer().notNull(),
    competencyIds: json<string[]>().notNull(),
    /** Questions that the planner leaves where they stand. */
    pinnedIds: json<string[]>().notNull().default([]),
    /** What its plan should look like; the usual when null. */
    wishes: json<InterviewWishes>(),
  },
  // findPanelDraft
  (table) => [index('interview_panel').on(table.panelId, table.position)],
)

export const interviewQuestion = sqliteTable(
  'interview_question',
  {
    interviewId: text()
      .notNull()
      .references(() => interview.id, { onDelete: 'cascade' }),
    questionId: text()
      .notNull()
      .references(() => question.id),
    position: integer().notNull(),
    form: text().$type<DraftForm>().notNull().default('A'),
  },
  (table) => [primaryKey({ columns: [table.interviewId, table.form, table.questionId] })],
)

export const interviewerAssignment = sqliteTable(
  'interviewer_assignment',
  {
    interviewId: text()
      .notNull()
      .references(() => interview.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => user.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.interviewId, table.userId] }),
    // isAssignedToPanel
    index('interviewer_assignment_user').on(table.userId),
  ],
)

/** Every edit of a draft, with the arrangement it found: the ground of undo, and of telling whose edits came between. */
export const panelEdit = sqliteTable(
  'panel_edit',
  {
    panelId: text()
      .notNull()
      .references(() => panel.id, { onDelete: 'cascade' }),
    /** The revision of the draft that the edit gave. */
    revision: integer().notNull(),
    kind: text().$type<EditKind>().notNull().default('edit'),
    before: json<StoredArrangement>().notNull(),
    words: text().notNull(),
    userId: text()
      .notNull()
      .references(() => user.id),
    atMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.revision] })],
)
