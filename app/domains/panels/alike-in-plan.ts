import type { AlikeQuestions } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import type { PanelPlan } from './panel.ts'

/** A question of a plan and the letter of the interview in which it stands first. */
export type PlacedQuestion = { id: string; title: string; letter: string }

/** Two questions of one plan that ask the same, or nearly when nobody has said so yet; in the order of the plan. */
export type AlikePair = { one: PlacedQuestion; other: PlacedQuestion; isConfirmed: boolean }

/** Every pair of a plan's questions that asks nearly the same thing, once; what somebody confirmed first, then the most alike. */
export function listAlikeInPlan(plan: PanelPlan, alike: readonly AlikeQuestions[]): AlikePair[] {
  const places = [...placeQuestions(plan).values()]
  return places
    .flatMap((one, i) =>
      places.slice(i + 1).flatMap((other) => {
        const found = alike.find(
          ({ id, otherId }) =>
            (id === one.id && otherId === other.id) || (id === other.id && otherId === one.id),
        )
        return found ? [{ one, other, isConfirmed: found.isConfirmed, score: found.score }] : []
      }),
    )
    .sort((a, b) => Number(b.isConfirmed) - Number(a.isConfirmed) || b.score - a.score)
    .map(({ one, other, isConfirmed }) => ({ one, other, isConfirmed }))
}

/** Where each question of a plan stands, by its id. */
export function placeQuestions(plan: PanelPlan): Map<string, PlacedQuestion> {
  const places = new Map<string, PlacedQuestion>()
  for (const { letter, questions } of plan.interviews)
    for (const { questionId: id, content } of questions)
      if (!places.has(id)) places.set(id, { id, title: content.title, letter })
  return places
}
