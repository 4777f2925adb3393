import type { Ctx } from '#app/domains/people/context.ts'
import type { QuestionQuery } from '#app/domains/question-bank/question-search.ts'
import { listAlike } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { searchQuestions } from '#app/domains/question-bank/use-cases.server.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { buildBankView, type BankFilter, type BankView } from './bank-view.ts'
import type { PanelPlan } from './panel.ts'
import { listOpenCompetencies, listQuestionBodies } from './sources-store.server.ts'

/**
 * What the bank offers one interview of a draft; questions already in the panel are left out.
 * @returns null when the interview is not in the plan
 */
export function searchBankFor(
  ctx: Ctx,
  input: { plan: PanelPlan; interviewId: string; query: Omit<QuestionQuery, 'excludeIds'> },
): Result<BankView | null> {
  const { plan, interviewId, query } = input
  const excludeIds = plan.interviews.flatMap((item) => item.questions.map((question) => question.questionId))
  const search = searchQuestions(ctx, { ...query, excludeIds })
  if (!search.ok) return search
  const alike = listAlike(ctx, excludeIds)
  if (!alike.ok) return alike
  const { rows, total, facets } = search.value
  const bodies = new Map(
    listQuestionBodies(
      ctx.db,
      rows.map((row) => row.id),
    ).map((body) => [body.questionId, body.content]),
  )
  const names = new Map(listOpenCompetencies(ctx.db).map((item) => [item.id, item.name]))
  const filters: BankFilter[] = [
    {
      name: 'competency',
      label: 'Competency',
      options: facets.competency.map(({ value, count }) => ({
        value,
        count,
        label: names.get(value) ?? value,
      })),
    },
    { name: 'kind', label: 'Kind', options: facets.kind.map(plain) },
    { name: 'difficulty', label: 'Difficulty', options: facets.difficulty.map(plain) },
    {
      name: 'minutes',
      label: 'Minutes',
      options: facets.maxMinutes.map(({ value, count }) => ({
        value: String(value),
        count,
        label: `Up to ${value} min`,
      })),
    },
  ]
  const found = rows.map((row) => ({
    ...row,
    scales: (bodies.get(row.id)?.rubrics ?? []).map((rubric) => rubric.scale),
  }))
  return ok(buildBankView(plan, interviewId, { found, total, filters, alike: alike.value }))
}

function plain({ value, count }: { value: string; count: number }): BankFilter['options'][number] {
  return { value, count, label: value.charAt(0).toUpperCase() + value.slice(1) }
}
