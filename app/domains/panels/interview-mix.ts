import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { PlannedQuestion } from './panel.ts'

const difficultyOrder: readonly Difficulty[] = ['easy', 'medium', 'hard']
const kindOrder: readonly QuestionKind[] = ['technical', 'situational', 'behavioural', 'motivation']

/** The difficulty of each question in order, and how many of each there are, in words. */
export type InterviewMix = {
  curve: Difficulty[]
  difficultyWords: string
  kindWords: string
  kinds: { kind: QuestionKind; count: number }[]
}

/** What an interview is made of. */
export function mixOf(questions: readonly PlannedQuestion[]): InterviewMix {
  const curve = questions.map(({ content }) => content.difficulty)
  const kinds = questions.map(({ content }) => content.kind)
  return {
    curve,
    difficultyWords: writeCounts(countInOrder(curve, difficultyOrder)),
    kindWords: writeCounts(countInOrder(kinds, kindOrder)),
    kinds: countInOrder(kinds, kindOrder).map(([kind, count]) => ({ kind, count })),
  }
}

function countInOrder<T extends string>(all: readonly T[], order: readonly T[]): [item: T, count: number][] {
  return order
    .map((item): [T, number] => [item, all.filter((one) => one === item).length])
    .filter(([, count]) => count > 0)
}

function writeCounts(counts: readonly [item: string, count: number][]): string {
  return counts.map(([item, count]) => `${count} ${item}`).join(', ')
}
