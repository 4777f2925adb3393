import { expect, test } from 'vitest'
import { applyEdit } from './edit-panel.ts'
import { usualWishes, type Arrangement } from './panel.ts'
import type { PanelEdit } from './panel-edit.schema.ts'
import { panelEditSchema } from './panel-edit.schema.ts'

const known = { newInterviewId: 'new', questionTitle: (id: string) => id }

function interview(id: string, questionIds: string[], pinnedIds: string[] = []) {
  const rest = {
    focus: `Focus ${id}`,
    minutes: 45,
    competencyIds: [],
    formBIds: id === 'b' ? ['7'] : [],
    interviewerIds: [],
    wishes: usualWishes,
  }
  return { id, questionIds, pinnedIds, ...rest }
}

const before: Arrangement = {
  name: 'Panel',
  scaleId: 'four-point',
  competencies: [{ competencyId: 'design', weight: 100, gate: null }],
  interviews: [interview('a', ['1', '2'], ['1']), interview('b', ['3'])],
  minBehavioural: 0,
  bannedIds: ['9'],
}

function after(edit: PanelEdit) {
  const result = applyEdit(before, edit, known)
  if (!result.ok) return result.message
  const { interviews, bannedIds } = result.arrangement
  return {
    asked: interviews.map((item) => item.questionIds.join('')),
    pinned: interviews.map((item) => item.pinnedIds.join('')),
    banned: bannedIds.join(''),
  }
}

test.each<[string, PanelEdit, ReturnType<typeof after>]>([
  [
    'a pin',
    { intent: 'pin-question', questionId: '3' },
    { asked: ['12', '3'], pinned: ['1', '3'], banned: '9' },
  ],
  [
    'an end of a pin',
    { intent: 'unpin-question', questionId: '1' },
    { asked: ['12', '3'], pinned: ['', ''], banned: '9' },
  ],
  [
    'a ban, which takes the question and its pin out',
    { intent: 'ban-question', questionId: '1' },
    { asked: ['2', '3'], pinned: ['', ''], banned: '91' },
  ],
  [
    'an end of a ban',
    { intent: 'allow-question', questionId: '9' },
    { asked: ['12', '3'], pinned: ['1', ''], banned: '' },
  ],
  [
    'a banned question added by hand',
    { intent: 'add-question', questionId: '9', interviewId: 'b', beforeQuestionId: null },
    { asked: ['12', '39'], pinned: ['1', ''], banned: '' },
  ],
  [
    'a pinned question moved, which stays pinned where it goes',
    { intent: 'move-question', questionId: '1', interviewId: 'b', beforeQuestionId: '3' },
    { asked: ['2', '13'], pinned: ['', '1'], banned: '9' },
  ],
  [
    'a swap, which stands where the other stood',
    { intent: 'swap-question', questionId: '1', byQuestionId: '9' },
    { asked: ['92', '3'], pinned: ['', ''], banned: '' },
  ],
  [
    'a swap for a question of the panel',
    { intent: 'swap-question', questionId: '1', byQuestionId: '3' },
    'This question stands in interview B already.',
  ],
  [
    'a whole plan',
    {
      intent: 'take-plan',
      interviews: [
        { id: 'a', questionIds: ['4', '1'] },
        { id: 'b', questionIds: ['2'] },
      ],
    },
    { asked: ['41', '2'], pinned: ['1', ''], banned: '9' },
  ],
  [
    'a plan of a panel that had fewer interviews',
    { intent: 'take-plan', interviews: [{ id: 'a', questionIds: ['1'] }] },
    'The panel has changed since the proposal. Ask for it again.',
  ],
])('%s', (_name, edit, expected) => {
  expect(after(edit)).toEqual(expected)
})

test.each<[string, Partial<typeof usualWishes>, string]>([
  ['more questions at least than at most', { minQuestions: 5, maxQuestions: 4 }, 'fewer than the least'],
  ['more hard questions at least than at most', { minHard: 3, maxHard: 2 }, 'fewer than the least'],
  ['no minute for questions', { buffer: 45 }, 'Keep fewer'],
])('wishes for %s are refused with what to do', (_name, wishes, words) => {
  const edit = { intent: 'set-wishes', interviewId: 'a', ...usualWishes, ...wishes } as const
  expect(after({ ...edit, kinds: [...edit.kinds] })).toContain(words)
})

test('a proposal is read from the form, and anything else in its place is refused', () => {
  const interviews = [{ id: 'a', questionIds: ['1'] }]
  const read = (plan: string) => panelEditSchema.safeParse({ intent: 'take-plan', plan })
  expect(read(JSON.stringify(interviews))).toMatchObject({ success: true, data: { interviews } })
  for (const plan of ['', '{', '[{"id":"a"}]', '"a"']) expect(read(plan).success).toBe(false)
})
