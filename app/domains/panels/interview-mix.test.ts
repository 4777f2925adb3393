import { expect, test } from 'vitest'
import { mixOf } from './interview-mix.ts'
import type { PlannedQuestion } from './panel.ts'

function question(
  difficulty: PlannedQuestion['content']['difficulty'],
  kind: PlannedQuestion['content']['kind'],
): PlannedQuestion {
  const rest = {
    title: '',
    prompt: '',
    minutes: 5,
    primaryCompetency: '',
    otherCompetencies: [],
    rubrics: [],
  }
  return { questionId: `${difficulty} ${kind}`, content: { difficulty, kind, ...rest } }
}

test('the curve follows the order of the questions, the words count from easy to hard', () => {
  const questions = [
    question('easy', 'motivation'),
    question('hard', 'technical'),
    question('easy', 'technical'),
  ]
  expect(mixOf(questions)).toEqual({
    curve: ['easy', 'hard', 'easy'],
    difficultyWords: '2 easy, 1 hard',
    kindWords: '2 technical, 1 motivation',
    kinds: [
      { kind: 'technical', count: 2 },
      { kind: 'motivation', count: 1 },
    ],
  })
  expect(mixOf([])).toEqual({ curve: [], difficultyWords: '', kindWords: '', kinds: [] })
})
