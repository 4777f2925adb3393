/** What the benchmark of near-duplicates measures. */
export { buildCompetencyIndex } from '#app/domains/question-bank/near-duplicates/competency-suggestion.ts'
export { comparedOf } from '#app/domains/question-bank/near-duplicates/near-duplicates-store.server.ts'
export {
  buildSimilarityIndex,
  suggestedFrom,
} from '#app/domains/question-bank/near-duplicates/similarity-index.ts'
export { readRubrics } from '#rubrics/read.server.ts'
