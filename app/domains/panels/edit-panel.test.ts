import { expect, test } from 'vitest'
import { applyEdit } from './edit-panel.ts'
import { usualWishes, type Arrangement } from './panel.ts'
import { panelEditSchema, type PanelEdit } from './panel-edit.schema.ts'

const known = { newInterviewId: 'new', questionTitle: (id: string) => id }

function interview(id: string, questionIds: string[]) {
  const people = { interviewerIds: ['kwame'], pinnedIds: [], formBIds: [], wishes: usualWishes }
  return { id, focus: `Focus ${id}`, minutes: 45, competencyIds: [], questionIds, ...people }
}

const before: Arrangement = {
  name: 'Panel',
  scaleId: 'four-point',
  competencies: [{ competencyId: 'design', weight: 100, gate: null }],
  interviews: [interview('a', ['1', '2', '3']), interview('b', ['4'])],
  minBehavioural: 0,
  bannedIds: [],
}

function questionsAfter(edit: PanelEdit): string[][] | string {
  const result = applyEdit(before, edit, known)
  return result.ok ? result.arrangement.interviews.map((item) => item.questionIds) : result.message
}

test.each<[string, string, string, string | null, string[][]]>([
  ['up', '2', 'a', '1', [['2', '1', '3'], ['4']]],
  ['down', '1', 'a', '3', [['2', '1', '3'], ['4']]],
  ['to the end', '1', 'a', null, [['2', '3', '1'], ['4']]],
  [
    'before a question of another interview',
    '3',
    'b',
    '4',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'to the end of another interview',
    '3',
    'b',
    null,
    [
      ['1', '2'],
      ['4', '3'],
    ],
  ],
])('a question moves %s', (_name, questionId, interviewId, beforeQuestionId, expected) => {
  expect(questionsAfter({ intent: 'move-question', questionId, interviewId, beforeQuestionId })).toEqual(
    expected,
  )
})

test('a question that is gone cannot be moved, and nothing else changes', () => {
  const edit = { intent: 'move-question', questionId: '9', interviewId: 'a', beforeQuestionId: null } as const
  expect(questionsAfter(edit)).toContain('no longer in this panel')
})

test('a question stands in one interview only', () => {
  const edit = { intent: 'add-question', questionId: '4', interviewId: 'a', beforeQuestionId: null } as const
  expect(questionsAfter(edit)).toBe('This question stands in interview B already.')
})

test('interviews are added at the end, moved and removed', () => {
  const added = applyEdit(before, { intent: 'add-interview', focus: 'Third', minutes: 30 }, known)
  expect(added.ok && added.arrangement.interviews.map((item) => item.id)).toEqual(['a', 'b', 'new'])
  const moved = applyEdit(before, { intent: 'move-interview', interviewId: 'b', direction: 'earlier' }, known)
  expect(moved.ok && moved.arrangement.interviews.map((item) => item.id)).toEqual(['b', 'a'])
  const removed = applyEdit(before, { intent: 'remove-interview', interviewId: 'a' }, known)
  expect(removed.ok && removed.arrangement.interviews.map((item) => item.id)).toEqual(['b'])
})

test('the first interview cannot move earlier', () => {
  const moved = applyEdit(before, { intent: 'move-interview', interviewId: 'a', direction: 'earlier' }, known)
  expect(moved.ok).toBe(false)
})

test('weights that do not add up to 100 are refused at their field', () => {
  const edit = {
    intent: 'set-weights',
    competencies: [{ competencyId: 'design', weight: 90, gate: null }],
  } as const
  expect(applyEdit(before, { ...edit, competencies: [...edit.competencies] }, known)).toEqual({
    ok: false,
    field: 'weights',
    message: 'The weights add up to 90. Make them add up to 100.',
  })
})

test('the form of weights leaves out competencies of weight nothing and reads an empty bar as none', () => {
  const form = { intent: 'set-weights', competencyId: ['a', 'b'], weight: ['100', '0'], gate: ['', '2.5'] }
  expect(panelEditSchema.parse(form)).toEqual({
    intent: 'set-weights',
    competencies: [{ competencyId: 'a', weight: 100, gate: null }],
  })
})

test.each([
  ['too short an interview', { intent: 'add-interview', focus: 'Design', minutes: '5' }],
  ['minutes in words', { intent: 'add-interview', focus: 'Design', minutes: 'an hour' }],
  ['an unknown operation', { intent: 'explode' }],
  ['a missing question', { intent: 'remove-question' }],
])('%s is not an edit', (_name, form) => {
  expect(panelEditSchema.safeParse(form).success).toBe(false)
})
