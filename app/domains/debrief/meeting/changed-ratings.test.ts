import { expect, test } from 'vitest'
import { comparedSnapshot, comparedVersionId, evenCards } from '#tests/support/compared.ts'
import { listChangedRatings } from './changed-ratings.ts'

const snapshot = comparedSnapshot()
const cards = evenCards(snapshot, { a: 2, b: 4 })
const [card] = cards
const question = snapshot.interviews[0]?.questions[0]
if (!card || !question) throw new Error('the panel asks nothing')

function list(
  finals: { version: number; level: number | null; reason?: string | null; questionId?: string }[],
) {
  return listChangedRatings({
    cards,
    finals: finals.map((final) => ({
      scorecardId: card?.scorecardId ?? '',
      questionId: question?.questionId ?? '',
      reason: 'Heard the second half.',
      ...final,
    })),
    competencies: snapshot.competencies,
    versions: new Map([[comparedVersionId, snapshot]]),
  })
}

test('a changed rating stands beside the one on the card, with its reason', () => {
  expect(list([{ version: 1, level: 3 }])).toEqual([
    {
      scorecardId: card.scorecardId,
      questionId: question.questionId,
      questionTitle: question.content.title,
      competencyId: question.content.primaryCompetency,
      competencyName: snapshot.competencies.find((c) => c.id === question.content.primaryCompetency)?.name,
      interviewerName: 'Name of a',
      initial: 2,
      final: 3,
      reason: 'Heard the second half.',
    },
  ])
})

test.each([
  [
    'the newest change counts',
    [
      { version: 2, level: 4 },
      { version: 1, level: 3 },
    ],
    [4],
  ],
  [
    'one that was taken back is no change',
    [
      { version: 1, level: 3 },
      { version: 2, level: null },
    ],
    [],
  ],
  ['the level of the card is no change', [{ version: 1, level: 2 }], []],
  ['a question that the card does not rate is none', [{ version: 1, level: 3, questionId: 'elsewhere' }], []],
])('%s', (_, finals, levels) => {
  expect(list(finals).map((entry) => entry.final)).toEqual(levels)
})

test('an erased reason is empty', () => {
  expect(list([{ version: 1, level: 3, reason: null }])[0]?.reason).toBe('')
})
