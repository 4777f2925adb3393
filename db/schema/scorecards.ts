import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Seat } from '#app/domains/scorecards/seat.ts'
import type { ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { atMs, id, json } from './columns.ts'
import { panel, panelVersion } from './panels.ts'
import { user } from './people.ts'

/** Erasing a candidate nulls name and e-mail and keeps the row, so that anonymous scores still have an owner. */
export const candidate = sqliteTable('candidate', {
  id: id(),
  /** Printed instead of the name when a kit is blind. */
  code: text().notNull().unique(),
  name: text(),
  email: text(),
  /** Where the CV can be read, for the briefing; https only. */
  cvUrl: text(),
  createdBy: text()
    .notNull()
    .references(() => user.id),
  createdAtMs: atMs().notNull(),
  erasedAtMs: atMs(),
})

/** A candidate on a panel. */
export const application = sqliteTable(
  'application',
  {
    id: id(),
    candidateId: text()
      .notNull()
      .references(() => candidate.id),
    panelId: text()
      .notNull()
      .references(() => panel.id),
    createdAtMs: atMs().notNull(),
    withdrawnAtMs: atMs(),
  },
  (table) => [
    uniqueIndex('application_candidate_panel').on(table.candidateId, table.panelId),
    // listApplicationsOfPanel
    index('application_panel').on(table.panelId),
  ],
)

/** One interview of a panel version, held with one candidate. */
export const session = sqliteTable(
  'session',
  {
    id: id(),
    applicationId: text()
      .notNull()
      .references(() => application.id),
    panelVersionId: text()
      .notNull()
      .references(() => panelVersion.id),
    /** The id of the interview inside the version's snapshot. */
    interviewId: text().notNull(),
    startsAtMs: atMs(),
    status: text().$type<'planned' | 'cancelled' | 'no-show'>().notNull(),
    createdAtMs: atMs().notNull(),
  },
  (table) => [
    // listSessionsOfApplication
    index('session_application').on(table.applicationId),
    // listSessionsBetween
    index('session_start').on(table.startsAtMs),
  ],
)

export const sessionInterviewer = sqliteTable(
  'session_interviewer',
  {
    sessionId: text()
      .notNull()
      .references(() => session.id),
    userId: text()
      .notNull()
      .references(() => user.id),
    addedAtMs: atMs().notNull(),
    removedAtMs: atMs(),
    /** A shadow is in training: their card is kept and shown, and left out of every result. */
    seat: text().$type<Seat>().notNull().default('interviewer'),
    /** When a reminder of the owed card was last sent or copied. */
    remindedAtMs: atMs(),
    /** They could read others' cards of this candidate before they took this seat. */
    couldReadOthers: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.userId] }),
    // listSessionsOfInterviewer
    index('session_interviewer_user').on(table.userId),
  ],
)

/** One interviewer's record of one session. What it says stands in scorecard_field until it is submitted. */
export const scorecard = sqliteTable(
  'scorecard',
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => session.id),
    interviewerId: text()
      .notNull()
      .references(() => user.id),
    status: text().$type<'draft' | 'submitted' | 'amended'>().notNull(),
    createdAtMs: atMs().notNull(),
    /** When the interviewer opened the session, having read the briefing. */
    checkedInAtMs: atMs(),
    /** Nobody but its writer sees it until 60 seconds after this moment. */
    submittedAtMs: atMs(),
    /** The record as it was first submitted; never changed afterwards, nulled when the candidate is erased. */
    submitted: json<ScorecardRecord>(),
    /** Set when a coordinator typed in a card filled on paper. */
    enteredBy: text().references(() => user.id),
    confirmedAtMs: atMs(),
  },
  (table) => [
    uniqueIndex('scorecard_session_interviewer').on(table.sessionId, table.interviewerId),
    // listScorecardsDue
    index('scorecard_interviewer').on(table.interviewerId, table.status),
  ],
)

/** The present value of every field of a scorecard, with the version that orders its edits. */
export const scorecardField = sqliteTable(
  'scorecard_field',
  {
    scorecardId: text()
      .notNull()
      .references(() => scorecard.id),
    field: text().notNull(),
    version: integer().notNull(),
    value: json<unknown>(),
    atMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scorecardId, table.field] })],
)

/** The save log: every operation ever received, also those that lost to a newer value. */
export const fieldOp = sqliteTable(
  'field_op',
  {
    opId: text().primaryKey(),
    scorecardId: text()
      .notNull()
      .references(() => scorecard.id),
    userId: text().notNull(),
    field: text().notNull(),
    base: integer().notNull(),
    /** Nulled when the candidate is erased; the hash stays. */
    value: json<unknown>(),
    payloadHash: text().notNull(),
    outcome: text().$type<'applied' | 'conflict' | 'refused'>().notNull(),
    version: integer().notNull(),
    /** The words of a refusal, so that the same operation gets the same answer again. */
    refusal: text(),
    atMs: atMs().notNull(),
  },
  // listFieldOps of one field, in order
  (table) => [index('field_op_scorecard').on(table.scorecardId, table.field, table.version)],
)

/** A change after submission; both texts are kept and shown. */
export const amendment = sqliteTable(
  'amendment',
  {
    id: id(),
    scorecardId: text()
      .notNull()
      .references(() => scorecard.id),
    field: text().notNull(),
    before: json<unknown>(),
    after: json<unknown>(),
    reason: text(),
    userId: text().notNull(),
    atMs: atMs().notNull(),
  },
  // listAmendments
  (table) => [index('amendment_scorecard').on(table.scorecardId)],
)

/** Somebody looked at scorecards before the rule would have let them, and said why. */
export const visibilityOverride = sqliteTable(
  'visibility_override',
  {
    applicationId: text()
      .notNull()
      .references(() => application.id),
    userId: text()
      .notNull()
      .references(() => user.id),
    reason: text().notNull(),
    atMs: atMs().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.userId] })],
)

/** A way in for somebody without an account: one session, for a while. */
export const accessCode = sqliteTable(
  'access_code',
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => session.id),
    /** The guest's own user row, whose access is `guest`. */
    userId: text()
      .notNull()
      .references(() => user.id),
    /** SHA-256 of the code, which is shown once. */
    codeHash: text().notNull().unique(),
    createdBy: text()
      .notNull()
      .references(() => user.id),
    createdAtMs: atMs().notNull(),
    expiresAtMs: atMs().notNull(),
    revokedAtMs: atMs(),
    /** When the guest accepted the notice of confidentiality; nothing of the session is shown before. */
    acceptedAtMs: atMs(),
  },
  // listAccessCodes of a session, findAccessCode of a guest
  (table) => [index('access_code_session').on(table.sessionId), index('access_code_user').on(table.userId)],
)
