import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { setArchived } from '#app/domains/question-bank/versions/set-archived.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import type { DefinitionKind } from './definition.ts'
import { findDefinition } from './definition-store.server.ts'

/** Archives a competency or a role, or brings it back. What names it keeps it, and it is offered for nothing new. */
export function setDefinitionArchived(
  ctx: Ctx,
  input: { kind: DefinitionKind; id: string; isArchived: boolean },
): Result<void> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  return write(ctx.db, (tx): Result<void> => {
    const definition = findDefinition(tx, input.kind, input.id)
    if (!definition) return notFound
    setArchived(tx, ctx, definition, input.isArchived)
    return ok()
  })
}
