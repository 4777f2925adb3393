import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import type { RoleNames } from '#app/domains/question-bank/roles/role-fields.ts'
import { compareFields } from '#app/domains/question-bank/versions/difference.ts'
import type { ContentKind } from '#app/domains/question-bank/versions/content-kind.ts'
import { findTeamState } from '#app/domains/question-bank/versions/team-state-store.server.ts'
import {
  authorWords,
  versionsView,
  type VersionsView,
} from '#app/domains/question-bank/versions/version-items.ts'
import { listContentVersions } from '#app/domains/question-bank/versions/version-store.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Db } from '#db/client.server.ts'
import type { Competency, Role } from '#rubrics/content.schema.ts'
import { findCompetencyNames, listScaleBodies } from '../content-store.server.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { definitionFields } from './definition-fields.ts'
import { findDefinition, findPersonName } from './definition-store.server.ts'
import type { Archived, CurrentVersion, Definition, DefinitionKind, Overtaken } from './definition.ts'

/** The version of a competency or a role that stands; undefined when there is no such thing. */
export function findCurrentVersion(db: Db, kind: DefinitionKind, id: string): CurrentVersion | undefined {
  const state = findTeamState(db, kind, id)
  const versions = listContentVersions(db, kind, id)
  const current = versions.find((version) => version.id === state?.currentVersionId)
  return current && { number: current.number, by: authorWords(current), createdAtMs: current.createdAtMs }
}

/** Who archived a question, a competency or a role; null for one in use. */
export function findArchived(db: Db, kind: ContentKind, id: string): Archived | null {
  const state = findTeamState(db, kind, id)
  if (!state || state.archivedAtMs === null) return null
  const by = state.archivedBy === null ? null : (findPersonName(db, state.archivedBy) ?? null)
  return { by, atMs: state.archivedAtMs }
}

/** What stands now, beside what a form would make of it. */
export function describeOvertaken(db: Db, mine: Definition): Overtaken {
  const { kind, content } = mine
  const current = findCurrentVersion(db, kind, content.id)
  const theirs = findDefinition(db, kind, content.id)
  if (!current || !theirs) throw new Error(`${kind} ${content.id} was overtaken by nothing`)
  const names = readNames(db, [theirs.content, content])
  const fieldsOf = (body: Competency | Role) => definitionFields(body, names)
  return { ...current, differences: compareFields(fieldsOf(theirs.content), fieldsOf(content)) }
}

export type DefinitionVersions = { name: string; view: VersionsView; mayDefine: boolean }

/** The versions of a competency or a role, and the difference between two of them. */
export function getDefinitionVersions(
  ctx: Ctx,
  input: { kind: DefinitionKind; id: string; from?: number | undefined; to?: number | undefined },
): Result<DefinitionVersions> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const { kind, id } = input
  const definition = findDefinition(ctx.db, kind, id)
  if (!definition) return notFound
  const versions = listContentVersions(ctx.db, kind, id)
  const names = readNames(
    ctx.db,
    versions.map((version) => version.body),
  )
  const currentId = findTeamState(ctx.db, kind, id)?.currentVersionId ?? null
  return ok({
    name: definition.content.name,
    view: versionsView(versions, currentId, (body) => definitionFields(body, names), input),
    mayDefine: can(ctx.user.access, 'bank.define', 'other'),
  })
}

/** The words for all that competencies and roles name by id. */
export function readNames(db: Db, bodies: readonly (Competency | Role)[]): RoleNames {
  const questionIds = bodies.flatMap((body) =>
    'looksLike' in body ? [] : body.recommendedPanel.interviews.flatMap((interview) => interview.questions),
  )
  return {
    competencies: findCompetencyNames(db),
    questions: new Map(
      listQuestionsByIds(db, [...new Set(questionIds)]).map(({ id, content }) => [id, content.title]),
    ),
    scales: new Map(listScaleBodies(db).map(({ id, name }) => [id, name])),
  }
}
