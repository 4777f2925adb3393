import { eq, inArray } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import { role } from '#db/schema/panels.ts'
import { competency, question, questionVersion, scale } from '#db/schema/question-bank.ts'
import type { RubricContent, Scale } from '#rubrics/content.schema.ts'

type Reader = Db | Tx

/**
 * The bank as it stands: what is in use, and whatever of the archive it leans on, so that every name in it points
 * at something.
 */
export function readBankContent(db: Reader): RubricContent {
  const scales = db.select({ body: scale.body }).from(scale).all()
  const competencies = db
    .select({ body: competency.body, archivedAtMs: competency.archivedAtMs })
    .from(competency)
    .all()
  const roles = db.select({ body: role.body, archivedAtMs: role.archivedAtMs }).from(role).all()
  const questions = db
    .select({ body: questionVersion.body, archivedAtMs: question.archivedAtMs })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .all()
  const leansOn = {
    roles: new Set<string>(),
    questions: new Set<string>(),
    competencies: new Set<string>(),
  }
  const isTaken = (row: { archivedAtMs: number | null; body: { id: string } }, needed: Set<string>) =>
    row.archivedAtMs === null || needed.has(row.body.id)
  // A question names roles and a role names questions, so it goes on until nothing more is needed.
  for (let before = -1; before !== leansOn.roles.size + leansOn.questions.size;) {
    before = leansOn.roles.size + leansOn.questions.size
    for (const row of questions)
      if (isTaken(row, leansOn.questions)) for (const id of row.body.roles) leansOn.roles.add(id)
    for (const row of roles)
      if (isTaken(row, leansOn.roles))
        for (const interview of row.body.recommendedPanel.interviews)
          for (const id of interview.questions) leansOn.questions.add(id)
  }
  const takenQuestions = questions.filter((row) => isTaken(row, leansOn.questions)).map((row) => row.body)
  const takenRoles = roles.filter((row) => isTaken(row, leansOn.roles)).map((row) => row.body)
  for (const item of takenQuestions)
    for (const id of [item.primaryCompetency, ...item.otherCompetencies]) leansOn.competencies.add(id)
  for (const item of takenRoles) {
    for (const entry of item.competencies) leansOn.competencies.add(entry.competency)
    for (const interview of item.recommendedPanel.interviews)
      for (const id of interview.competencies) leansOn.competencies.add(id)
  }
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return {
    scales: scales.map((row) => row.body).toSorted(byId),
    competencies: competencies
      .filter((row) => isTaken(row, leansOn.competencies))
      .map((row) => row.body)
      .toSorted(byId),
    questions: takenQuestions.toSorted(byId),
    roles: takenRoles.toSorted(byId),
  }
}

type HeldItem = { contentHash: string; isArchived: boolean }

/** What the bank holds under some ids, archived things too; the hash is of the current version. */
export function findHeld(
  db: Reader,
  kind: 'scale' | 'competency' | 'role' | 'question',
  ids: readonly string[],
): Map<string, HeldItem> {
  return new Map(
    listHeldBodies(db, kind, [...ids]).map(({ body, archivedAtMs }) => [
      body.id,
      { contentHash: hashContent(body), isArchived: archivedAtMs !== null },
    ]),
  )
}

function listHeldBodies(
  db: Reader,
  kind: 'scale' | 'competency' | 'role' | 'question',
  ids: string[],
): { body: { id: string }; archivedAtMs: number | null }[] {
  switch (kind) {
    case 'scale':
      return db
        .select({ body: scale.body })
        .from(scale)
        .where(inArray(scale.id, ids))
        .all()
        .map((row) => ({ ...row, archivedAtMs: null }))
    case 'competency':
      return db
        .select({ body: competency.body, archivedAtMs: competency.archivedAtMs })
        .from(competency)
        .where(inArray(competency.id, ids))
        .all()
    case 'role':
      return db
        .select({ body: role.body, archivedAtMs: role.archivedAtMs })
        .from(role)
        .where(inArray(role.id, ids))
        .all()
    case 'question':
      return db
        .select({ body: questionVersion.body, archivedAtMs: question.archivedAtMs })
        .from(question)
        .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
        .where(inArray(question.id, ids))
        .all()
  }
}

export function insertScale(tx: Tx, item: Scale): void {
  tx.insert(scale).values({ id: item.id, name: item.name, body: item }).run()
}

const inUse = { archivedAtMs: null, archivedBy: null }

/** Brings things back from the archive. */
export function bringBack(tx: Tx, kind: 'competency' | 'role' | 'question', id: string): void {
  switch (kind) {
    case 'competency':
      tx.update(competency).set(inUse).where(eq(competency.id, id)).run()
      return
    case 'role':
      tx.update(role).set(inUse).where(eq(role.id, id)).run()
      return
    case 'question':
      tx.update(question).set(inUse).where(eq(question.id, id)).run()
  }
}
