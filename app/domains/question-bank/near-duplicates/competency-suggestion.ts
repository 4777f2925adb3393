import type { Competency } from '#rubrics/content.schema.ts'
import { buildSimilarityIndex, joinTexts, type SimilarityItem } from './similarity-index.ts'
import { listStems } from './stems.ts'
import { buildVectorSpace } from './vector-space.ts'

/** A question whose competency a person has chosen. */
export type RatedItem = SimilarityItem & { competencyId: string }

/** `score` is its share of all votes, 0..1: near 1 when the nearest questions agree, low when they are of many minds. */
export type CompetencySuggestion = { competencyId: string; score: number }

export type CompetencyIndex = {
  /** The likeliest competencies, best first, at most `limit` (3 unless told); none when nothing resembles the text. */
  suggestFor: (text: string | SimilarityItem, limit?: number) => CompetencySuggestion[]
}

const neighbours = 12
const definitionFactor = 4

/**
 * Suggests the competency that a question is rated for: its 12 nearest questions vote with the square of their similarity, and
 * each competency’s own name, definition and examples vote as one neighbour does whose square counts four times.
 * Tags are left aside, since a text that needs a suggestion has none. A question never votes for itself.
 */
export function buildCompetencyIndex(input: {
  competencies: readonly Competency[]
  questions: readonly RatedItem[]
}): CompetencyIndex {
  const { competencies } = input
  const known = new Set(competencies.map((competency) => competency.id))
  const questions = input.questions.filter((question) => known.has(question.competencyId))
  const chosen = new Map(questions.map((question) => [question.id, question.competencyId]))
  const index = buildSimilarityIndex(questions.map((question) => ({ ...question, tags: undefined })))
  // In one space with the questions, so that a word weighs the same in both votes.
  const space = buildVectorSpace([
    ...competencies.map(({ name, definition, looksLike }) =>
      listStems([name, definition, ...looksLike].join('\n')),
    ),
    ...questions.map((question) => listStems(joinTexts(question))),
  ])
  return {
    suggestFor(text, limit = 3) {
      const item = typeof text === 'string' ? { id: '', prompt: text } : text
      const cosines = new Float64Array(competencies.length + questions.length)
      space.addCosines(space.toVector(listStems(joinTexts(item))), cosines)
      const votes = new Map(
        competencies.map(({ id }, i) => [id, definitionFactor * (cosines[i] ?? 0) ** 2] as const),
      )
      for (const { id, score } of index.similarTo(item, { threshold: 0, limit: neighbours })) {
        const competencyId = chosen.get(id)
        if (competencyId !== undefined) votes.set(competencyId, (votes.get(competencyId) ?? 0) + score ** 2)
      }
      const all = [...votes.values()].reduce((sum, vote) => sum + vote, 0)
      return [...votes]
        .filter(([, vote]) => vote > 0)
        .map(([competencyId, vote]) => ({ competencyId, score: vote / all }))
        .sort((one, other) => other.score - one.score)
        .slice(0, limit)
    },
  }
}
