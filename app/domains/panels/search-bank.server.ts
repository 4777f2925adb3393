import type { Ctx } from '#app/domains/people/context.ts'
import { listAlike } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import type { FacetCount, QuestionQuery } from '#app/domains/question-bank/question-search.ts'
import { sentenceCase } from '#app/domains/question-bank/questions-view.ts'
import { searchQuestions } from '#app/domains/question-bank/search/search-questions.server.ts'
import { ok, type Result } from '#app/lib/result.ts'
import { buildBankView, listGaps, type BankFilter, type BankView } from './bank-view.ts'
import type { PanelPlan } from './panel.ts'
import { listOpenCompetencies } from './sources-store.server.ts'

const firstHits = 30
const mostHits = 300

/**
 * What the bank offers one interview of a draft; questions already in the panel are left out, and those that would close a
 * gap of the panel come first.
 * @param input `shown` is how many to give, thirty when not told
 * @returns null when the interview is not in the plan
 */
export function searchBankFor(
  ctx: Ctx,
  input: {
    plan: PanelPlan
    interviewId: string
    shown?: number | undefined
    query: Pick<QuestionQuery, 'text' | 'filters'>
  },
): Result<BankView | null> {
  const { plan, interviewId, shown = firstHits, query } = input
  const excludeIds = plan.interviews.flatMap((item) => item.questions.map((question) => question.questionId))
  const preferCompetencies = listGaps(plan, interviewId).map((gap) => gap.competencyId)
  const search = searchQuestions(
    ctx,
    { ...query, excludeIds, preferCompetencies },
    { offset: 0, limit: Math.min(shown, mostHits) },
  )
  if (!search.ok) return search
  const alike = listAlike(ctx, excludeIds)
  if (!alike.ok) return alike
  const { rows, total, facets, reading } = search.value
  const names = new Map(listOpenCompetencies(ctx.db).map((item) => [item.id, item.name]))
  const options = (counts: readonly FacetCount[], labelOf: (value: string) => string) =>
    counts.map((item) => ({ ...item, label: labelOf(item.value) }))
  const filters: BankFilter[] = [
    {
      name: 'competency',
      label: 'Competency',
      options: options(facets.competency, (value) => names.get(value) ?? value),
    },
    { name: 'kind', label: 'Kind', options: options(facets.kind, sentenceCase) },
    { name: 'difficulty', label: 'Difficulty', options: options(facets.difficulty, sentenceCase) },
    { name: 'minutes', label: 'Minutes', options: options(facets.minutes, (value) => `Up to ${value} min`) },
  ]
  const typed = query.text ?? ''
  const nextShown = total > rows.length && shown < mostHits ? shown + firstHits : null
  const bank = { found: rows, total, filters, alike: alike.value, typed, reading, nextShown }
  return ok(buildBankView(plan, interviewId, bank))
}
