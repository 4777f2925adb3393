import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { listAlike } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { panelFor, relationTo } from '../panel-access.server.ts'
import { draftOf } from '../read-panel.server.ts'
import { compareForms, type FormsPage } from './forms-view.ts'
import { hasFormB } from './panel-form.ts'

/** Both forms of a panel's draft beside each other. */
export function getFormsPage(ctx: Ctx, input: { panelId: string }): Result<FormsPage> {
  const allowed = panelFor(ctx, input.panelId, 'panel.read')
  if (!allowed.ok) return allowed
  const row = allowed.value
  const a = draftOf(ctx.db, row)
  const asked = a.plan.interviews.flatMap(({ questions }) => questions.map(({ questionId }) => questionId))
  const alike = listAlike(ctx, asked)
  const isOpen = row.archivedAtMs === null
  return ok({
    head: { id: row.id, name: row.name, isArchived: !isOpen },
    revision: row.revision,
    forms: hasFormB(a.arrangement)
      ? compareForms({ a: a.plan, b: draftOf(ctx.db, row, 'B').plan, alike: alike.ok ? alike.value : [] })
      : null,
    asked: asked.length,
    may: {
      edit: isOpen && can(ctx.user.access, 'panel.edit', relationTo(ctx.db, row, ctx.user.id)),
      publish: isOpen && can(ctx.user.access, 'panel.publish', 'other'),
    },
  })
}
