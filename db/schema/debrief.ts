import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DecisionOutcome, SignatureStance } from '#app/domains/debrief/meeting/decision.ts'
import { atMs, id, json } from './columns.ts'
import { user } from './people.ts'
import { application, scorecard } from './scorecards.ts'

/** The meeting about one candidate on one panel, and where it stands. */
export const debrief = sqliteTable('debrief', {
  id: id(),
  applicationId: text()
    .notNull()
    .unique()
    .references(() => application.id),
  leadId: text()
    .notNull()
    .references(() => user.id),
  /** Counts every change that the people of the meeting see. */
  revision: integer().notNull(),
  /** Who speaks in which order, by person; those with the fewest interviews behind them first. */
  speakers: json<string[]>().notNull(),
  /** The point of the agenda that is being talked about; null before the first and between two. */
  topicKey: text(),
  /** Whose turn it is in `speakers`; `speakers.length` when everybody has spoken. */
  turn: integer().notNull(),
  timerEndsAtMs: atMs(),
  startedAtMs: atMs().notNull(),
  lockedAtMs: atMs(),
})

/** What became of a point of the agenda, and what was noted of it. */
export const debriefTopic = sqliteTable(
  'debrief_topic',
  {
    debriefId: text()
      .notNull()
      .references(() => debrief.id),
    topicKey: text().notNull(),
    isDone: integer({ mode: 'boolean' }).notNull(),
    note: text().notNull(),
    version: integer().notNull(),
    userId: text().notNull(),
    atMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.debriefId, table.topicKey] })],
)

/** The level somebody gives after the debrief, beside the one on their card, which stays. Every change is a row. */
export const finalRating = sqliteTable(
  'final_rating',
  {
    debriefId: text()
      .notNull()
      .references(() => debrief.id),
    scorecardId: text()
      .notNull()
      .references(() => scorecard.id),
    questionId: text().notNull(),
    version: integer().notNull(),
    /** Null takes a final rating back: what the card says counts again. */
    level: real(),
    /** Nulled when the candidate is erased. */
    reason: text(),
    userId: text().notNull(),
    atMs: atMs().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.debriefId, table.scorecardId, table.questionId, table.version] }),
    // listFinalRatings of a card
    index('final_rating_scorecard').on(table.scorecardId),
  ],
)

/** A reopened debrief decides anew under the next number; what was locked stays as it was. */
export const decision = sqliteTable(
  'decision',
  {
    id: id(),
    debriefId: text()
      .notNull()
      .references(() => debrief.id),
    number: integer().notNull(),
    outcome: text().$type<DecisionOutcome>(),
    /** What another interview should ask about. */
    competencyIds: json<string[]>().notNull(),
    /** Nulled when the candidate is erased. */
    reason: text(),
    /** Counts the wordings: a signature is given to one of them. */
    version: integer().notNull(),
    userId: text().notNull(),
    atMs: atMs().notNull(),
    lockedAtMs: atMs(),
    lockedBy: text(),
    reopenedAtMs: atMs(),
    reopenedBy: text(),
    reopenReason: text(),
  },
  (table) => [uniqueIndex('decision_number').on(table.debriefId, table.number)],
)

/** Somebody's name under one wording of a decision, with what they hold against it. */
export const signature = sqliteTable(
  'signature',
  {
    decisionId: text()
      .notNull()
      .references(() => decision.id),
    userId: text()
      .notNull()
      .references(() => user.id),
    decisionVersion: integer().notNull(),
    stance: text().$type<SignatureStance>().notNull(),
    /** Why somebody disagrees; nulled when the candidate is erased. */
    dissent: text(),
    atMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.userId] })],
)
