import type { Ctx } from '#app/domains/people/context.ts'
import {
  addTeamVersion,
  findTeamState,
  listVersionRows,
} from '#app/domains/question-bank/versions/team-state-store.server.ts'
import { invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { findReceipt, once } from '#db/receipts.server.ts'
import { makeContentId } from '../content-id.ts'
import type { Definition, DefinitionKind, Saved } from './definition.ts'
import { describeOvertaken } from './versions.server.ts'
import { findDefinition, isIdTaken, isNameTaken } from './definition-store.server.ts'

const nameTaken = {
  competency: 'Another competency has this name. Give this one a name that tells them apart.',
  role: 'Another role has this name. Give this one a name that tells them apart.',
}

/**
 * Adds a competency or a role with an id made of its name. The same form posted twice adds one.
 * @param input `check` gives the content as it is stored, or what is wrong with it
 * @returns the id
 */
export function createDefinition(
  tx: Tx,
  ctx: Ctx,
  input: { formKey: string; kind: DefinitionKind; name: string; check: (id: string) => Result<Definition> },
): Result<string> {
  const { kind, name, check } = input
  const form = { key: input.formKey, userId: ctx.user.id, now: ctx.now }
  const done = findReceipt(tx, form)
  if (done !== undefined) return ok(done)
  const checked = check(makeContentId(name, kind, (id) => isIdTaken(tx, kind, id)))
  if (!checked.ok) return checked
  const definition = checked.value
  if (isNameTaken(tx, kind, { name: definition.content.name, exceptId: null }))
    return invalid('name', nameTaken[kind])
  return ok(
    once(tx, form, () => {
      store(tx, ctx, definition, 'create')
      return definition.content.id
    }),
  )
}

/**
 * Saves a competency or a role as a new version by this person.
 * @param input `base` is the number of the version that the form was opened at
 */
export function saveDefinition(
  tx: Tx,
  ctx: Ctx,
  input: { definition: Definition; base: number },
): Result<'saved' | 'unchanged' | 'overtaken'> {
  const { kind, content } = input.definition
  const state = findTeamState(tx, kind, content.id)
  if (!state) return notFound
  const current = listVersionRows(tx, kind, content.id).find(({ id }) => id === state.currentVersionId)
  if (current?.contentHash === hashContent(content)) return ok('unchanged')
  if (current && current.number !== input.base) return ok('overtaken')
  const isRenamed = findDefinition(tx, kind, content.id)?.content.name !== content.name
  if (isRenamed && isNameTaken(tx, kind, { name: content.name, exceptId: content.id }))
    return invalid('name', nameTaken[kind])
  store(tx, ctx, input.definition, 'edit')
  return ok('saved')
}

/** The same in a transaction of its own; who was overtaken gets to see what stands now beside their own words. */
export function saveOrCompare(ctx: Ctx, input: { definition: Definition; base: number }): Result<Saved> {
  const saved = write(ctx.db, (tx) => saveDefinition(tx, ctx, input))
  if (!saved.ok) return saved
  if (saved.value !== 'overtaken') return ok({ outcome: saved.value })
  return ok({ outcome: 'overtaken', theirs: describeOvertaken(ctx.db, input.definition) })
}

function store(tx: Tx, ctx: Ctx, definition: Definition, verb: 'create' | 'edit'): void {
  const { kind, content } = definition
  const versionId = addTeamVersion(tx, definition, { userId: ctx.user.id, batchId: null, now: ctx.now })
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: `${kind}.${verb}`,
    subjectKind: kind,
    subjectId: content.id,
    detail: { versionId },
  })
}
