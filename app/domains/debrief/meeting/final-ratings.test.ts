import { expect, test } from 'vitest'
import { comparedSnapshot, recordWith, scoredCard } from '#tests/support/compared.ts'
import { applyFinalRatings, checkFinalRating, listCurrentFinals } from './final-ratings.ts'

const snapshot = comparedSnapshot()
const card = scoredCard(snapshot, {
  interviewerId: 'a',
  scorecardId: 'card',
  record: recordWith({
    rated: { state: 'rated', level: 2 },
    other: { state: 'rated', level: 3 },
    silent: { state: 'no-evidence' },
  }),
})

function change(questionId: string, version: number, level: number | null, scorecardId = 'card') {
  return { scorecardId, questionId, version, level }
}

test('the newest change of each question on each card stands, in whatever order they come', () => {
  const changes = [
    change('rated', 2, 4),
    change('rated', 1, 3),
    change('other', 1, 1),
    change('rated', 1, 2, 'else'),
  ]
  expect(listCurrentFinals(changes)).toEqual([
    change('rated', 2, 4),
    change('other', 1, 1),
    change('rated', 1, 2, 'else'),
  ])
})

test.each<[string, ReturnType<typeof change>[], unknown]>([
  ['no final rating leaves the card as it is', [], { state: 'rated', level: 2 }],
  ['a final level counts', [change('rated', 1, 4)], { state: 'rated', level: 4 }],
  [
    'the last of several counts',
    [change('rated', 1, 4), change('rated', 2, 3)],
    { state: 'rated', level: 3 },
  ],
  [
    'one taken back counts no more',
    [change('rated', 1, 4), change('rated', 2, null)],
    { state: 'rated', level: 2 },
  ],
  ['another card’s does not count here', [change('rated', 1, 4, 'else')], { state: 'rated', level: 2 }],
])('%s', (_name, finals, expected) => {
  const [after] = applyFinalRatings([card], finals)
  expect(after?.record.questions['rated']?.rating).toEqual(expected)
  expect(after?.record.questions['other']?.rating).toEqual({ state: 'rated', level: 3 })
  expect(card.record.questions['rated']?.rating).toEqual({ state: 'rated', level: 2 })
})

test('what was not rated gets no level, and a question that is not on the card none either', () => {
  const [after] = applyFinalRatings([card], [change('silent', 1, 4), change('gone', 1, 4)])
  expect(after?.record.questions['silent']?.rating).toEqual({ state: 'no-evidence' })
  expect(after?.record.questions['gone']).toBeUndefined()
})

test.each<[string, Partial<Parameters<typeof checkFinalRating>[0]>, 'level' | 'reason' | null]>([
  ['another level with a reason', { level: 3, reason: 'The second answer shows it.' }, null],
  ['another level without a reason', { level: 3 }, 'reason'],
  ['another level with a word for a reason', { level: 3, reason: '  agreed   ' }, 'reason'],
  ['back to the level of the card, without a reason', { level: 2, present: 3 }, null],
  ['the level of the card, where nothing else was given', { level: 2, reason: 'It stays.' }, 'level'],
  ['a level that the scale does not have', { level: 7, reason: 'The second answer shows it.' }, 'level'],
  ['a level between two', { level: 2.5, reason: 'The second answer shows it.' }, 'level'],
  ['taking back what was given', { level: null, present: 3 }, null],
  ['taking back what was never given', { level: null }, 'level'],
])('%s', (_name, given, field) => {
  const change = { initial: 2, present: null, level: 3, reason: '', scale: [1, 2, 3, 4], ...given }
  expect(checkFinalRating(change)?.field ?? null).toBe(field)
})
