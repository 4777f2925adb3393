import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { user } from '#db/schema/people.ts'
import { pastPerson } from '#db/schema/past-rounds.ts'
import { application, candidate } from '#db/schema/scorecards.ts'

/** A candidate with what is held about the person. */
export function findHeldCandidate(db: Db, candidateId: string) {
  return db
    .select({
      id: candidate.id,
      code: candidate.code,
      name: candidate.name,
      email: candidate.email,
      cvUrl: candidate.cvUrl,
      createdAtMs: candidate.createdAtMs,
      erasedAtMs: candidate.erasedAtMs,
    })
    .from(candidate)
    .where(eq(candidate.id, candidateId))
    .get()
}

/** On which panels a candidate is, the oldest first. */
export function listHeldApplications(db: Db, candidateId: string) {
  return db
    .select({ applicationId: application.id, createdAtMs: application.createdAtMs })
    .from(application)
    .where(eq(application.candidateId, candidateId))
    .orderBy(application.createdAtMs, application.id)
    .all()
}

/** Everybody with an account or a guest's seat. */
export function listPeopleNames(db: Db): { id: string; name: string }[] {
  return db.select({ id: user.id, name: user.name }).from(user).orderBy(user.id).all()
}

/** Every candidate with a name, and on which panels. */
export function listCandidateNames(db: Db): { id: string; name: string | null; panelId: string | null }[] {
  return db
    .select({ id: candidate.id, name: candidate.name, panelId: application.panelId })
    .from(candidate)
    .leftJoin(application, eq(application.candidateId, candidate.id))
    .all()
}

/** Everybody named in a past round. */
export function listPastNames(db: Db): { name: string | null; part: 'candidate' | 'interviewer' }[] {
  return db.select({ name: pastPerson.name, part: pastPerson.part }).from(pastPerson).all()
}
