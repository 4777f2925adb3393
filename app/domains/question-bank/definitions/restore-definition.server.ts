import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { listContentVersions } from '#app/domains/question-bank/versions/version-store.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import type { Definition, DefinitionKind } from './definition.ts'
import { saveDefinition } from './save-definition.server.ts'

/**
 * Makes what an earlier version says current again, as a new version by this person.
 * @param input `base` is the number that was current when the person decided
 */
export function restoreDefinitionVersion(
  ctx: Ctx,
  input: { kind: DefinitionKind; id: string; number: number; base: number },
): Result<'saved' | 'unchanged'> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const { kind, id, number, base } = input
  return write(ctx.db, (tx): Result<'saved' | 'unchanged'> => {
    const body = listContentVersions(tx, kind, id).find((version) => version.number === number)?.body
    if (!body) return notFound
    const definition: Definition =
      'looksLike' in body ? { kind: 'competency', content: body } : { kind: 'role', content: body }
    const saved = saveDefinition(tx, ctx, { definition, base })
    if (!saved.ok) return saved
    if (saved.value === 'overtaken')
      return conflict(
        'Somebody saved another version since you opened this page. Look at it, then choose again.',
      )
    return ok(saved.value)
  })
}
