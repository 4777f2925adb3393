import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PastRoundBody } from '#app/domains/calibration/past-rounds/past-round.ts'
import { atMs, id, json } from './columns.ts'
import { user } from './people.ts'

/** Ratings of interviews held elsewhere, taken from a spreadsheet: to be read, never to be changed. */
export const pastRound = sqliteTable('past_round', {
  id: id(),
  name: text().notNull(),
  fileName: text().notNull(),
  /** SHA-256 of the file, so that the same one is not imported twice unawares. */
  fileHash: text().notNull(),
  body: json<PastRoundBody>().notNull(),
  createdBy: text()
    .notNull()
    .references(() => user.id),
  createdAtMs: atMs().notNull(),
})

/** Who was rated in a past round, and who rated: no accounts, only what the file called them. */
export const pastPerson = sqliteTable(
  'past_person',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => pastRound.id, { onDelete: 'cascade' }),
    part: text().$type<'candidate' | 'interviewer'>().notNull(),
    /** Shown once the name is erased. */
    code: text().notNull(),
    name: text(),
  },
  // listPeopleOfRound
  (table) => [index('past_person_round').on(table.roundId)],
)

/** One figure of the file, with the place where it stood. */
export const pastRating = sqliteTable(
  'past_rating',
  {
    roundId: text()
      .notNull()
      .references(() => pastRound.id, { onDelete: 'cascade' }),
    /** Line of the file, the heading being 1. */
    line: integer().notNull(),
    /** Column of the file, the first being 1. */
    column: integer().notNull(),
    candidateId: text()
      .notNull()
      .references(() => pastPerson.id),
    interviewerId: text()
      .notNull()
      .references(() => pastPerson.id),
    competencyId: text().notNull(),
    /** The question, where the file names one. */
    question: text(),
    level: real().notNull(),
    /** What was noted; nulled when the candidate is erased. */
    note: text(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.line, table.column] })],
)
