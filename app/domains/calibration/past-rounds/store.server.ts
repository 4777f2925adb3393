import { and, asc, count, desc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { pastPerson, pastRating, pastRound } from '#db/schema/past-rounds.ts'
import { user } from '#db/schema/people.ts'
import { competency, scale } from '#db/schema/question-bank.ts'
import type { KnownScale } from './import/rating-value.ts'
import type { PastPerson, PastRating, PastRound } from './past-round.ts'

type Reader = Db | Tx

const head = {
  id: pastRound.id,
  name: pastRound.name,
  fileName: pastRound.fileName,
  createdAtMs: pastRound.createdAtMs,
  createdBy: pastRound.createdBy,
  body: pastRound.body,
}

export type RoundRow = Omit<PastRound, 'people' | 'ratings'> & { createdBy: string }

/** A past round with everybody and every rating in it, in the order of the file. */
export function findRound(db: Reader, roundId: string): PastRound | undefined {
  const row = findRoundRow(db, roundId)
  if (!row) return undefined
  const { createdBy: _, ...round } = row
  return { ...round, people: listPeopleOfRound(db, roundId), ratings: listRatings(db, roundId) }
}

export function findRoundRow(db: Reader, roundId: string): RoundRow | undefined {
  return db.select(head).from(pastRound).where(eq(pastRound.id, roundId)).get()
}

export function listPeopleOfRound(db: Reader, roundId: string): PastPerson[] {
  return db
    .select({ id: pastPerson.id, part: pastPerson.part, code: pastPerson.code, name: pastPerson.name })
    .from(pastPerson)
    .where(eq(pastPerson.roundId, roundId))
    .orderBy(asc(pastPerson.id))
    .all()
}

function listRatings(db: Reader, roundId: string): PastRating[] {
  return db
    .select({
      line: pastRating.line,
      column: pastRating.column,
      candidateId: pastRating.candidateId,
      interviewerId: pastRating.interviewerId,
      competencyId: pastRating.competencyId,
      question: pastRating.question,
      level: pastRating.level,
      note: pastRating.note,
    })
    .from(pastRating)
    .where(eq(pastRating.roundId, roundId))
    .orderBy(asc(pastRating.line), asc(pastRating.column))
    .all()
}

export type ListedRound = RoundRow & {
  createdByName: string
  candidates: number
  interviewers: number
  ratings: number
}

/** Every past round, the newest first, with who imported it and how much is in it. */
export function listRounds(db: Reader): ListedRound[] {
  const people = db
    .select({ roundId: pastPerson.roundId, part: pastPerson.part, people: count() })
    .from(pastPerson)
    .groupBy(pastPerson.roundId, pastPerson.part)
    .all()
  const ratings = new Map(
    db
      .select({ roundId: pastRating.roundId, ratings: count() })
      .from(pastRating)
      .groupBy(pastRating.roundId)
      .all()
      .map((row) => [row.roundId, row.ratings]),
  )
  const countOf = (roundId: string, part: PastPerson['part']) =>
    people.find((row) => row.roundId === roundId && row.part === part)?.people ?? 0
  return db
    .select({ ...head, createdByName: user.name })
    .from(pastRound)
    .innerJoin(user, eq(user.id, pastRound.createdBy))
    .orderBy(desc(pastRound.createdAtMs), desc(pastRound.id))
    .all()
    .map((row) => ({
      ...row,
      candidates: countOf(row.id, 'candidate'),
      interviewers: countOf(row.id, 'interviewer'),
      ratings: ratings.get(row.id) ?? 0,
    }))
}

/** The rounds that came from a file of this hash, the newest first. */
export function listRoundsOfFile(
  db: Reader,
  fileHash: string,
): Pick<RoundRow, 'id' | 'name' | 'createdAtMs'>[] {
  return db
    .select({ id: pastRound.id, name: pastRound.name, createdAtMs: pastRound.createdAtMs })
    .from(pastRound)
    .where(eq(pastRound.fileHash, fileHash))
    .orderBy(desc(pastRound.createdAtMs))
    .all()
}

/** Stores a round with everybody and every rating in it. */
export function insertRound(tx: Tx, given: { round: PastRound; fileHash: string; createdBy: string }): void {
  const { people, ratings, ...round } = given.round
  const roundId = round.id
  tx.insert(pastRound)
    .values({ ...round, fileHash: given.fileHash, createdBy: given.createdBy })
    .run()
  for (const person of people)
    tx.insert(pastPerson)
      .values({ ...person, roundId })
      .run()
  for (let from = 0; from < ratings.length; from += ratingsAtOnce)
    tx.insert(pastRating)
      .values(ratings.slice(from, from + ratingsAtOnce).map((rating) => ({ ...rating, roundId })))
      .run()
}

/** Nine values each: far below the most that one statement takes. */
const ratingsAtOnce = 500

/** @returns whether there was such a round */
export function deleteRound(tx: Tx, roundId: string): boolean {
  tx.delete(pastRating).where(eq(pastRating.roundId, roundId)).run()
  tx.delete(pastPerson).where(eq(pastPerson.roundId, roundId)).run()
  return tx.delete(pastRound).where(eq(pastRound.id, roundId)).run().changes > 0
}

/** Takes the name of a candidate and all that was noted about them; the ratings stay under the code. */
export function erasePastCandidate(tx: Tx, given: { roundId: string; candidateId: string }): void {
  const { roundId, candidateId } = given
  tx.update(pastPerson)
    .set({ name: null })
    .where(and(eq(pastPerson.id, candidateId), eq(pastPerson.roundId, roundId)))
    .run()
  tx.update(pastRating)
    .set({ note: null })
    .where(and(eq(pastRating.roundId, roundId), eq(pastRating.candidateId, candidateId)))
    .run()
}

/** The scales of the installation, those with fewer levels first. */
export function listKnownScales(db: Reader): KnownScale[] {
  return db
    .select({ id: scale.id, name: scale.name, body: scale.body })
    .from(scale)
    .all()
    .map(({ id, name, body }) => ({
      id,
      name,
      levels: body.levels.map(({ value, label }) => ({ value, label })),
    }))
    .sort((a, b) => a.levels.length - b.levels.length || a.name.localeCompare(b.name, 'en'))
}

/** Names of people and competencies of the installation, by which headings are told apart. */
export function listKnownNames(db: Reader): { people: string[]; competencies: string[] } {
  return {
    people: db
      .select({ name: user.name })
      .from(user)
      .all()
      .map((row) => row.name),
    competencies: db
      .select({ name: competency.name })
      .from(competency)
      .all()
      .map((row) => row.name),
  }
}
