import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'

/** In the order in which screens offer them; browser code takes them from here, since the schema brings zod along. */
export const questionKinds: readonly QuestionKind[] = [
  'technical',
  'situational',
  'behavioural',
  'motivation',
]
export const questionDifficulties: readonly Difficulty[] = ['easy', 'medium', 'hard']
