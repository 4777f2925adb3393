import { and, eq, isNull } from 'drizzle-orm'
import type { Competency, Question, Role, RubricContent, Scale } from '#rubrics/content.schema.ts'
import { write, type Db, type Tx } from './client.server.ts'
import { hashContent } from './content-hash.ts'
import {
  addContentVersion,
  addQuestionVersion,
  listContentVersionRows,
  listQuestionVersionRows,
  makeCompetencyVersionCurrent,
  makeRoleVersionCurrent,
  type VersionRow,
} from './content-versions.ts'
import { isQuestionSearchComplete, rebuildQuestionSearch } from './question-search.ts'
import { role } from './schema/panels.ts'
import { competency, contentVersion, question, questionVersion, scale } from './schema/question-bank.ts'

/** How many scales, competencies, questions and roles changed. */
export type SeedReport = { added: number; updated: number; archived: number }

type Change = keyof SeedReport | 'same'

/**
 * Brings the shipped content into the database; doing it again changes nothing.
 * A changed thing becomes a new version and the old one stays as it was. What the team wrote or archived stays as
 * the team left it: the shipped version then stands beside it and is offered. What is gone from the files is archived.
 * @param content all of rubrics/, already checked
 * @param now milliseconds since 1970, UTC
 */
export function seedContent(db: Db, content: RubricContent, now: number): SeedReport {
  return write(db, (tx) => {
    const changes: Change[] = [
      ...content.scales.map((item) => seedScale(tx, item)),
      ...content.competencies.map((item, position) => seedCompetency(tx, item, position, now)),
      ...content.roles.map((item) => seedRole(tx, item, now)),
      ...content.questions.map((item) => seedQuestion(tx, item, now)),
      ...archiveGone(tx, content, now),
    ]
    const count = (kind: Change) => changes.filter((change) => change === kind).length
    const report = { added: count('added'), updated: count('updated'), archived: count('archived') }
    const isSame = report.added + report.updated + report.archived === 0
    if (!isSame || !isQuestionSearchComplete(tx)) rebuildQuestionSearch(tx)
    return report
  })
}

function seedScale(tx: Tx, item: Scale): Change {
  const held = tx.select({ body: scale.body }).from(scale).where(eq(scale.id, item.id)).get()
  if (held && hashContent(held.body) === hashContent(item)) return 'same'
  const row = { name: item.name, body: item }
  tx.insert(scale)
    .values({ id: item.id, ...row })
    .onConflictDoUpdate({ target: scale.id, set: row })
    .run()
  return held ? 'updated' : 'added'
}

type Held = { currentVersionId: string | null; archivedAtMs: number | null; archivedBy: string | null }

/** What a shipped item needs: a version of its own, to become the current one, to come back from the archive. */
function planShipped(held: Held | undefined, versions: readonly VersionRow[], item: { id: string }) {
  const shipped = versions.find((version) => version.createdBy === null)
  const isTeams = versions.some(
    (version) => version.id === held?.currentVersionId && version.createdBy !== null,
  )
  const isNew = shipped?.contentHash !== hashContent(item)
  const isBack = held !== undefined && held.archivedAtMs !== null && held.archivedBy === null
  return { isNew, isBack, becomesCurrent: !isTeams, known: shipped?.id }
}

function changeOf(held: unknown, plan: { isNew: boolean; isBack: boolean }): Change {
  if (!held) return 'added'
  return plan.isNew || plan.isBack ? 'updated' : 'same'
}

const byShipping = (now: number) => ({ userId: null, batchId: null, now })
const inUse = { archivedAtMs: null, archivedBy: null }

function seedCompetency(tx: Tx, item: Competency, position: number, now: number): Change {
  const held = tx
    .select({
      currentVersionId: competency.currentVersionId,
      position: competency.position,
      archivedAtMs: competency.archivedAtMs,
      archivedBy: competency.archivedBy,
    })
    .from(competency)
    .where(eq(competency.id, item.id))
    .get()
  const plan = planShipped(held, listContentVersionRows(tx, 'competency', item.id), item)
  const versionId = plan.isNew ? addContentVersion(tx, 'competency', item, byShipping(now)) : plan.known
  if (plan.becomesCurrent && versionId !== undefined && held?.currentVersionId !== versionId)
    makeCompetencyVersionCurrent(tx, item, versionId)
  if (held?.position !== position)
    tx.update(competency).set({ position }).where(eq(competency.id, item.id)).run()
  if (plan.isBack) tx.update(competency).set(inUse).where(eq(competency.id, item.id)).run()
  return changeOf(held, plan)
}

function seedRole(tx: Tx, item: Role, now: number): Change {
  const held = tx
    .select({
      currentVersionId: role.currentVersionId,
      archivedAtMs: role.archivedAtMs,
      archivedBy: role.archivedBy,
    })
    .from(role)
    .where(eq(role.id, item.id))
    .get()
  const plan = planShipped(held, listContentVersionRows(tx, 'role', item.id), item)
  const versionId = plan.isNew ? addContentVersion(tx, 'role', item, byShipping(now)) : plan.known
  if (plan.becomesCurrent && versionId !== undefined && held?.currentVersionId !== versionId)
    makeRoleVersionCurrent(tx, item, versionId)
  if (plan.isBack) tx.update(role).set(inUse).where(eq(role.id, item.id)).run()
  return changeOf(held, plan)
}

function seedQuestion(tx: Tx, item: Question, now: number): Change {
  const held = tx
    .select({
      currentVersionId: question.currentVersionId,
      archivedAtMs: question.archivedAtMs,
      archivedBy: question.archivedBy,
    })
    .from(question)
    .where(eq(question.id, item.id))
    .get()
  const plan = planShipped(held, listQuestionVersionRows(tx, item.id), item)
  const versionId = plan.isNew ? addQuestionVersion(tx, item, byShipping(now)) : plan.known
  // The full text is rewritten once, at the end.
  if (plan.becomesCurrent && held?.currentVersionId !== versionId)
    tx.update(question).set({ currentVersionId: versionId }).where(eq(question.id, item.id)).run()
  if (plan.isBack) tx.update(question).set(inUse).where(eq(question.id, item.id)).run()
  return changeOf(held, plan)
}

/** Archives what stands as shipped and is no longer in the files; what the team wrote or edited stays. */
function archiveGone(tx: Tx, content: RubricContent, now: number): Change[] {
  // Compared here: a statement takes fewer ids than a large bank has.
  const goneFrom = (items: readonly { id: string }[]) => {
    const kept = new Set(items.map((item) => item.id))
    return ({ id }: { id: string }) => !kept.has(id)
  }
  const set = { archivedAtMs: now, archivedBy: null }
  const questions = tx
    .select({ id: question.id })
    .from(question)
    .innerJoin(questionVersion, eq(questionVersion.id, question.currentVersionId))
    .where(and(isNull(question.archivedAtMs), isNull(questionVersion.createdBy)))
    .all()
    .filter(goneFrom(content.questions))
  for (const { id } of questions) tx.update(question).set(set).where(eq(question.id, id)).run()
  const competencies = tx
    .select({ id: competency.id })
    .from(competency)
    .leftJoin(contentVersion, eq(contentVersion.id, competency.currentVersionId))
    .where(and(isNull(competency.archivedAtMs), isNull(contentVersion.createdBy)))
    .all()
    .filter(goneFrom(content.competencies))
  for (const { id } of competencies) tx.update(competency).set(set).where(eq(competency.id, id)).run()
  const roles = tx
    .select({ id: role.id })
    .from(role)
    .leftJoin(contentVersion, eq(contentVersion.id, role.currentVersionId))
    .where(and(isNull(role.archivedAtMs), isNull(contentVersion.createdBy)))
    .all()
    .filter(goneFrom(content.roles))
  for (const { id } of roles) tx.update(role).set(set).where(eq(role.id, id)).run()
  return Array.from({ length: questions.length + competencies.length + roles.length }, () => 'archived')
}
