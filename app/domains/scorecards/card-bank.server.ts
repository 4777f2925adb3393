import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { searchQuestions } from '#app/domains/question-bank/search/search-questions.server.ts'
import { forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { CardBankSearch } from './card-bank.ts'
import { standingOf } from './operations.server.ts'
import { findCard, getPlan } from './store.server.ts'

const mostHits = 12

/**
 * Searches the bank for something to ask beside the plan of one's own card; what the card asks anyway is left out.
 * @param input `text` as it was typed; without any, nothing is found
 */
export function searchBankForCard(
  ctx: Ctx,
  input: { scorecardId: string; text: string },
): Result<CardBankSearch> {
  if (!can(ctx.user.access, 'scorecard.search', 'own')) return forbidden
  const card = findCard(ctx.db, input.scorecardId)
  if (!card || card.interviewerId !== ctx.user.id || !standingOf(ctx, ctx.db, card)) return notFound
  const text = input.text.trim()
  if (text === '') return ok({ hits: [], total: 0 })
  const { snapshot, interview } = getPlan(ctx.db, card)
  const excludeIds = interview.questions.map((question) => question.questionId)
  const found = searchQuestions(ctx, { text, excludeIds }, { offset: 0, limit: mostHits })
  if (!found.ok) return found
  const elsewhere = new Map(
    snapshot.interviews.flatMap(({ letter, focus, questions }) =>
      questions.map((question) => [question.questionId, `${letter} ${focus}`] as const),
    ),
  )
  return ok({
    hits: found.value.rows.map(({ id, title, prompt, competency, minutes }) => ({
      id,
      title,
      prompt,
      competencyName: competency.name,
      minutes,
      askedIn: elsewhere.get(id) ?? null,
    })),
    total: found.value.total,
  })
}
