import { expect, test } from 'vitest'
import { snapshotOf } from '#tests/support/round.ts'
import { newAddedId } from '../added-question.ts'
import { recordFrom } from '../scorecard-record.ts'
import { scorecardView } from '../scorecard-view.ts'
import { listLiveItems } from './live-items.ts'

const snapshot = snapshotOf('integration-architect', { panelId: 'p', interviewerIds: [] })
const [interview] = snapshot.interviews
if (!interview) throw new Error('no interview')
const ids = interview.questions.map((question) => question.questionId)
const [first = '', second = ''] = ids
const plus = newAddedId('0190a2b4-0000-7000-8000-000000000001')

function itemsOf(fields: Record<string, unknown>) {
  const facts = {
    scorecardId: 'c',
    status: 'draft' as const,
    candidateName: 'Ana',
    candidateCode: 'K7M2',
    interviewerName: 'Maren',
    isShadow: false,
    couldReadOthers: false,
    enteredByName: null,
    confirmedAtMs: null,
    submittedAtMs: null,
    startsAtMs: null,
    panelVersion: 1,
    panelForm: 'only' as const,
  }
  if (!interview) throw new Error('no interview')
  const empty = recordFrom({}, interview)
  const view = scorecardView({ facts, record: empty, snapshot, interview, amendments: [], isWriter: true })
  return listLiveItems(view, recordFrom(fields, interview))
}

test('without an order the questions stand as planned, with their numbers', () => {
  const items = itemsOf({})
  expect(items.map((item) => item.id)).toEqual(ids)
  expect(items.map((item) => item.label)).toEqual(ids.map((_, at) => String(at + 1)))
})

test('a question keeps its number wherever it is asked, and one beside the plan has a plus', () => {
  const fields = {
    order: [second, plus, first],
    [`added:${plus}`]: { title: '', prompt: 'Who watched it?', bankQuestionId: null },
  }
  const [one, two, three] = itemsOf(fields)
  expect([one?.label, two?.label, three?.label]).toEqual(['2', '+1', '1'])
  expect(two).toMatchObject({ kind: 'added', title: 'Who watched it?', minutes: 0 })
  expect(two?.anchors.map((anchor) => anchor.level)).toEqual([1, 2, 3, 4])
})

test('what was recorded stands with its question', () => {
  const items = itemsOf({ [`rating:${second}`]: { state: 'rated', level: 3 } })
  expect(items[1]?.record.rating).toEqual({ state: 'rated', level: 3 })
})
