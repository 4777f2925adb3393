import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { PlannedQuestion } from './panel.ts'

const difficultyOrder: readonly Difficulty[] = ['easy', 'medium', 'hard']
const kindOrder: readonly QuestionKind[] = ['technical', 'situational', 'behavioural', 'motivation']

/** The difficulty of each question in order, and how many of each there are, in words. */
export type InterviewMix = { curve: Difficulty[]; difficultyWords: string; kindWords: string }

/** What an interview is made of. */
export function mixOf(questions: readonly PlannedQuestion[]): InterviewMix {
  const curve = questions.map(({ content }) => content.difficulty)
  const kinds = questions.map(({ content }) => content.kind)
  return {
    curve,
    difficultyWords: countInWords(curve, difficultyOrder),
    kindWords: countInWords(kinds, kindOrder),
  }
}

function countInWords<T extends string>(all: readonly T[], order: readonly T[]): string {
  return order
    .map((item) => [item, all.filter((one) => one === item).length] as const)
    .filter(([, count]) => count > 0)
    .map(([item, count]) => `${count} ${item}`)
    .join(', ')
}
