import { createHash } from 'node:crypto'
import { and, desc, eq, isNull, notInArray } from 'drizzle-orm'
import type { Question, RubricContent } from '#rubrics/content.schema.ts'
import { write, type Db, type Tx } from './client.server.ts'
import { rebuildQuestionSearch } from './question-search.ts'
import { role } from './schema/panels.ts'
import {
  competency,
  question,
  questionVersion,
  questionVersionCompetency,
  questionVersionRole,
  scale,
} from './schema/question-bank.ts'

/** How many scales, competencies, questions and roles changed. */
export type SeedReport = { added: number; updated: number; archived: number }

type Change = keyof SeedReport | 'same'

/**
 * Brings the shipped content into the database; doing it again changes nothing.
 * A changed question becomes a new version and the old one stays as it was; what is gone from the files is archived.
 * @param content all of rubrics/, already checked
 * @param now milliseconds since 1970, UTC
 */
export function seedContent(db: Db, content: RubricContent, now: number): SeedReport {
  return write(db, (tx) => {
    const changes: Change[] = [
      ...content.scales.map((item) => seedScale(tx, item)),
      ...content.competencies.map((item, position) => seedCompetency(tx, item, position)),
      ...content.roles.map((item) => seedRole(tx, item)),
      ...content.questions.map((item) => seedQuestion(tx, item, now)),
      ...archiveGone(tx, content, now),
    ]
    const count = (kind: Change) => changes.filter((change) => change === kind).length
    const report = { added: count('added'), updated: count('updated'), archived: count('archived') }
    if (report.added + report.updated + report.archived > 0) rebuildQuestionSearch(tx)
    return report
  })
}

/** SHA-256 of a value as JSON with sorted keys: the same content gives the same hash whatever its order. */
export function hashContent(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function seedScale(tx: Tx, item: RubricContent['scales'][number]): Change {
  const held = tx.select({ body: scale.body }).from(scale).where(eq(scale.id, item.id)).get()
  if (held && hashContent(held.body) === hashContent(item)) return 'same'
  const row = { name: item.name, body: item }
  tx.insert(scale)
    .values({ id: item.id, ...row })
    .onConflictDoUpdate({ target: scale.id, set: row })
    .run()
  return held ? 'updated' : 'added'
}

function seedCompetency(tx: Tx, item: RubricContent['competencies'][number], position: number): Change {
  const held = tx
    .select({
      body: competency.body,
      position: competency.position,
      archivedAtMs: competency.archivedAtMs,
    })
    .from(competency)
    .where(eq(competency.id, item.id))
    .get()
  const row = { name: item.name, body: item, position, archivedAtMs: null }
  if (
    held?.archivedAtMs === null &&
    held.position === position &&
    hashContent(held.body) === hashContent(item)
  ) {
    return 'same'
  }
  tx.insert(competency)
    .values({ id: item.id, ...row })
    .onConflictDoUpdate({ target: competency.id, set: row })
    .run()
  return held ? 'updated' : 'added'
}

function seedRole(tx: Tx, item: RubricContent['roles'][number]): Change {
  const held = tx
    .select({ body: role.body, archivedAtMs: role.archivedAtMs })
    .from(role)
    .where(eq(role.id, item.id))
    .get()
  if (held?.archivedAtMs === null && hashContent(held.body) === hashContent(item)) return 'same'
  const row = { name: item.name, body: item, archivedAtMs: null }
  tx.insert(role)
    .values({ id: item.id, ...row })
    .onConflictDoUpdate({ target: role.id, set: row })
    .run()
  return held ? 'updated' : 'added'
}

function seedQuestion(tx: Tx, item: Question, now: number): Change {
  const held = tx
    .select({ currentVersionId: question.currentVersionId, archivedAtMs: question.archivedAtMs })
    .from(question)
    .where(eq(question.id, item.id))
    .get()
  const versions = tx
    .select({
      id: questionVersion.id,
      number: questionVersion.number,
      contentHash: questionVersion.contentHash,
      createdBy: questionVersion.createdBy,
    })
    .from(questionVersion)
    .where(eq(questionVersion.questionId, item.id))
    .orderBy(desc(questionVersion.number))
    .all()
  const shipped = versions.find((version) => version.createdBy === null)
  const isSame = shipped?.contentHash === hashContent(item)
  if (held?.archivedAtMs === null && isSame) return 'same'

  if (!held) tx.insert(question).values({ id: item.id, createdAtMs: now }).run()
  const versionId = shipped && isSame ? shipped.id : addVersion(tx, item, (versions[0]?.number ?? 0) + 1, now)
  // A version that the team wrote stays the current one.
  const isTeams = versions.some((v) => v.id === held?.currentVersionId && v.createdBy !== null)
  tx.update(question)
    .set({ archivedAtMs: null, ...(isTeams ? {} : { currentVersionId: versionId }) })
    .where(eq(question.id, item.id))
    .run()
  return held ? 'updated' : 'added'
}

function addVersion(tx: Tx, item: Question, number: number, now: number): string {
  const id = `${item.id}@${number}`
  tx.insert(questionVersion)
    .values({
      id,
      questionId: item.id,
      number,
      contentHash: hashContent(item),
      title: item.title,
      kind: item.kind,
      difficulty: item.difficulty,
      minutes: item.minutes,
      body: item,
      createdAtMs: now,
      createdBy: null,
    })
    .run()
  for (const competencyId of [item.primaryCompetency, ...item.otherCompetencies]) {
    const isPrimary = competencyId === item.primaryCompetency
    tx.insert(questionVersionCompetency).values({ versionId: id, competencyId, isPrimary }).run()
  }
  for (const roleId of item.roles) tx.insert(questionVersionRole).values({ versionId: id, roleId }).run()
  return id
}

function archiveGone(tx: Tx, content: RubricContent, now: number): Change[] {
  const archivedAtMs = now
  const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id)
  // A question whose first version has an author was written by the team: no file speaks for it.
  const shipped = tx
    .select({ id: questionVersion.questionId })
    .from(questionVersion)
    .innerJoin(question, eq(question.id, questionVersion.questionId))
    .where(
      and(
        eq(questionVersion.number, 1),
        isNull(questionVersion.createdBy),
        isNull(question.archivedAtMs),
        notInArray(question.id, idsOf(content.questions)),
      ),
    )
    .all()
  for (const row of shipped) tx.update(question).set({ archivedAtMs }).where(eq(question.id, row.id)).run()
  const competencies = tx
    .update(competency)
    .set({ archivedAtMs })
    .where(and(isNull(competency.archivedAtMs), notInArray(competency.id, idsOf(content.competencies))))
    .run()
  const roles = tx
    .update(role)
    .set({ archivedAtMs })
    .where(and(isNull(role.archivedAtMs), notInArray(role.id, idsOf(content.roles))))
    .run()
  return Array.from({ length: shipped.length + competencies.changes + roles.changes }, () => 'archived')
}
