import type { Ctx } from '#app/domains/people/context.ts'
import type { FieldErrors, Result } from '#app/lib/result.ts'
import type { EditorAnswer, EditorTarget } from './editor-view.ts'
import { addressAfter, type PostedEditor } from './posted-editor.ts'
import { putIntoBank } from './put-into-bank.server.ts'
import { listMissing } from './read-editor.server.ts'
import { readReferences } from './references-store.server.ts'
import { saveDraft } from './save-draft.server.ts'

/**
 * Does what the editor's form asks for.
 * @returns where it leads to, or the form as it comes back
 */
export function saveEditor(
  ctx: Ctx,
  target: EditorTarget,
  posted: PostedEditor,
): Result<{ to: string } | { answer: EditorAnswer }> {
  const { draft, formKey, offer } = posted
  const typed = { target, draft, formKey }
  const result = posted.save === 'bank' ? putIntoBank(ctx, { ...typed, offer }) : saveDraft(ctx, typed)
  if (!result.ok) return result
  const saved = result.value
  const to = addressAfter(saved)
  if (to !== null) return { ok: true, value: { to } }
  const errors: FieldErrors = {}
  for (const { field, message } of saved.outcome === 'missing' ? saved.missing : [])
    errors[field] = [...(errors[field] ?? []), message]
  const overtaken = saved.outcome === 'overtaken' ? saved.theirs : null
  const missing = listMissing(draft, readReferences(ctx.db))
  return { ok: true, value: { answer: { draft, formKey, errors, missing, overtaken } } }
}
