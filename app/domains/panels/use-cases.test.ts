import { expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import type { Person } from '#app/domains/people/person.ts'
import { decideDuplicate } from '#app/domains/question-bank/near-duplicates/use-cases.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addPerson, addRound, roundStartMs } from '#tests/support/round.ts'
import { usualWishes } from './panel.ts'
import { getBuilderPage, getPanelPage, listPanels } from './read-panel.server.ts'
import { searchBankFor } from './search-bank.server.ts'
import { changedByOthers, editPanel, setPanelArchived, stepThroughHistory } from './use-cases.server.ts'

function setUp() {
  const db = openTestDatabase()
  const round = addRound(db)
  const as = (user: Person): Ctx => ({ db, user, now: roundStartMs })
  const [first] = round.snapshot.interviews
  const [top, next] = first?.questions ?? []
  if (!first || !top || !next) throw new Error('a round has questions')
  const moveUp = {
    intent: 'move-question',
    questionId: next.questionId,
    interviewId: first.id,
    beforeQuestionId: top.questionId,
  } as const
  const orderOf = () => {
    const page = getBuilderPage(as(round.manager), { panelId: round.panelId })
    return page.ok && page.value.plan.interviews[0]?.questions.map((question) => question.questionId)
  }
  return { db, ...round, as, first, top, next, moveUp, orderOf }
}

test('an edit of a published panel leaves its version as it was and says so', () => {
  const { as, manager, panelId, moveUp, next, top } = setUp()
  expect(editPanel(as(manager), { panelId, revision: 1, edit: moveUp })).toMatchObject({
    ok: true,
    value: { revision: 2 },
  })
  const page = getPanelPage(as(manager), { panelId })
  expect(page.ok && page.value.head.statusWords).toBe('Changed since version 1')
  expect(page.ok && page.value.plan.interviews[0]?.questions[0]?.questionId).toBe(top.questionId)
  const draft = getPanelPage(as(manager), { panelId, version: 'draft' })
  expect(draft.ok && draft.value.plan.interviews[0]?.questions[0]?.questionId).toBe(next.questionId)
})

test('a move against a draft that somebody else has changed is a conflict and changes nothing', () => {
  const { as, manager, administrator, panelId, moveUp, top, first, orderOf } = setUp()
  const remove = { intent: 'remove-question', questionId: top.questionId } as const
  editPanel(as(administrator), { panelId, revision: 1, edit: remove })
  const after = orderOf()
  expect(editPanel(as(manager), { panelId, revision: 1, edit: moveUp })).toEqual({
    ok: false,
    error: { kind: 'conflict', message: changedByOthers },
  })
  expect(orderOf()).toEqual(after)
  const back = {
    intent: 'add-question',
    questionId: top.questionId,
    interviewId: first.id,
    beforeQuestionId: null,
  }
  expect(editPanel(as(manager), { panelId, revision: 1, edit: { ...back, intent: 'add-question' } }).ok).toBe(
    true,
  )
})

test('somebody’s own edits in quick succession do not conflict', () => {
  const { as, manager, panelId, moveUp, top } = setUp()
  editPanel(as(manager), { panelId, revision: 1, edit: moveUp })
  const remove = { intent: 'remove-question', questionId: top.questionId } as const
  expect(editPanel(as(manager), { panelId, revision: 1, edit: remove })).toMatchObject({ ok: true })
})

test('undo and redo go through any number of edits, and a new edit ends what could be done again', () => {
  const { as, manager, panelId, moveUp, top, next, orderOf } = setUp()
  let revision = 1
  const edit = (given: Parameters<typeof editPanel>[1]['edit']) => {
    expect(editPanel(as(manager), { panelId, revision: revision++, edit: given }).ok).toBe(true)
    return orderOf()
  }
  const go = (step: 'undo' | 'redo') => {
    expect(stepThroughHistory(as(manager), { panelId, revision: revision++, step }).ok).toBe(true)
    return orderOf()
  }
  const states = [
    orderOf(),
    edit(moveUp),
    edit({ intent: 'remove-question', questionId: top.questionId }),
    edit({ intent: 'ban-question', questionId: next.questionId }),
  ]
  expect([go('undo'), go('undo'), go('undo')]).toEqual(states.slice(0, 3).toReversed())
  expect([go('redo'), go('redo')]).toEqual(states.slice(1, 3))
  expect(go('undo')).toEqual(states[1])
  expect(edit({ intent: 'pin-question', questionId: next.questionId })).toEqual(states[1])
  expect(stepThroughHistory(as(manager), { panelId, revision, step: 'redo' })).toMatchObject({ ok: false })
  expect(go('undo')).toEqual(states[1])
  expect(go('undo')).toEqual(states[0])
  expect(stepThroughHistory(as(manager), { panelId, revision, step: 'undo' })).toMatchObject({ ok: false })
})

test('an undo offered for one edit is refused once another edit has followed, and any undo after another person’s', () => {
  const { as, manager, administrator, panelId, moveUp, top } = setUp()
  editPanel(as(manager), { panelId, revision: 1, edit: moveUp })
  const remove = { intent: 'remove-question', questionId: top.questionId } as const
  editPanel(as(manager), { panelId, revision: 2, edit: remove })
  const refusal = { ok: false, error: { kind: 'conflict' } }
  expect(stepThroughHistory(as(manager), { panelId, revision: 2, step: 'undo-this' })).toMatchObject(refusal)
  expect(stepThroughHistory(as(administrator), { panelId, revision: 2, step: 'undo' })).toMatchObject(refusal)
  expect(stepThroughHistory(as(manager), { panelId, revision: 2, step: 'undo' })).toMatchObject({ ok: true })
})

test('a panel keeps pins, bans and wishes, and forgets the pin of a question that it no longer asks', () => {
  const { as, manager, panelId, first, top, next } = setUp()
  const edits = [
    { intent: 'pin-question', questionId: top.questionId },
    { intent: 'pin-question', questionId: next.questionId },
    { intent: 'ban-question', questionId: next.questionId },
    { intent: 'set-loop-wishes', minBehavioural: 3 },
    { intent: 'set-wishes', interviewId: first.id, ...usualWishes, maxHard: 1 },
  ] as const
  for (const [i, edit] of edits.entries())
    expect(
      editPanel(as(manager), {
        panelId,
        revision: i + 1,
        edit: edit.intent === 'set-wishes' ? { ...edit, kinds: [...edit.kinds] } : edit,
      }).ok,
    ).toBe(true)
  const page = getBuilderPage(as(manager), { panelId })
  expect(page).toMatchObject({
    ok: true,
    value: {
      planning: {
        minBehavioural: 3,
        banned: [{ id: next.questionId, title: next.content.title }],
        interviews: { [first.id]: { pinnedIds: [top.questionId], wishes: { maxHard: 1 } } },
      },
    },
  })
})

test('an assigned interviewer edits, another interviewer, a coordinator and an observer do not', () => {
  const { db, as, interviewers, coordinator, observer, panelId, moveUp } = setUp()
  const [assigned] = interviewers
  if (!assigned) throw new Error('no interviewer')
  const input = { panelId, revision: 1, edit: moveUp }
  for (const user of [addPerson(db, { access: 'interviewer' }), coordinator, observer])
    expect(editPanel(as(user), input)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  expect(editPanel(as(assigned), input)).toMatchObject({ ok: true })
})

test('weights and scale are for planners', () => {
  const { as, manager, interviewers, panelId, snapshot } = setUp()
  const [assigned] = interviewers
  if (!assigned) throw new Error('no interviewer')
  const competencies = snapshot.competencies.map(({ id, weight }) => ({
    competencyId: id,
    weight,
    gate: null,
  }))
  const input = { panelId, revision: 1, edit: { intent: 'set-weights', competencies } as const }
  expect(editPanel(as(assigned), input)).toMatchObject({ ok: false, error: { kind: 'forbidden' } })
  expect(editPanel(as(manager), input)).toMatchObject({ ok: true })
  expect(stepThroughHistory(as(assigned), { panelId, revision: 2, step: 'undo' })).toMatchObject({
    ok: false,
    error: { kind: 'forbidden' },
  })
})

test('what an edit names must be there', () => {
  const { as, manager, observer, panelId, first } = setUp()
  const at = { interviewId: first.id }
  const edits = [
    { intent: 'add-question', questionId: 'invented', beforeQuestionId: null, ...at },
    { intent: 'assign-interviewer', userId: observer.id, ...at },
    { intent: 'change-interview', focus: 'Talk', minutes: 30, competencyIds: ['invented'], ...at },
    { intent: 'set-scale', scaleId: 'invented' },
  ] as const
  for (const edit of edits)
    expect(
      editPanel(as(manager), {
        panelId,
        revision: 1,
        edit: edit.intent === 'change-interview' ? { ...edit, competencyIds: ['invented'] } : edit,
      }),
    ).toMatchObject({ ok: false, error: { kind: 'invalid' } })
})

test('an archived panel is not edited until it is restored', () => {
  const { as, manager, panelId, moveUp } = setUp()
  setPanelArchived(as(manager), { panelId, isArchived: true })
  expect(editPanel(as(manager), { panelId, revision: 1, edit: moveUp })).toMatchObject({ ok: false })
  setPanelArchived(as(manager), { panelId, isArchived: false })
  expect(editPanel(as(manager), { panelId, revision: 1, edit: moveUp })).toMatchObject({ ok: true })
})

test('an interviewer puts no published panel away', () => {
  const { as, interviewers, panelId } = setUp()
  const [assigned] = interviewers
  if (!assigned) throw new Error('no interviewer')
  expect(setPanelArchived(as(assigned), { panelId, isArchived: true })).toMatchObject({ ok: false })
})

test('the list counts interviews, questions, minutes and candidates', () => {
  const { as, observer, snapshot } = setUp()
  const list = listPanels(as(observer))
  expect(list.ok && list.value.panels[0]).toMatchObject({
    interviews: snapshot.interviews.length,
    questions: snapshot.interviews.flatMap((item) => item.questions).length,
    minutes: snapshot.interviews.reduce((sum, item) => sum + item.minutes, 0),
    candidates: 2,
    statusWords: 'Published, version 1',
  })
  expect(list.ok && list.value.mayCreate).toBe(false)
})

test('an unknown panel and an unknown version are not found', () => {
  const { as, manager, panelId } = setUp()
  for (const input of [{ panelId: 'nowhere' }, { panelId, version: 9 }])
    expect(getPanelPage(as(manager), input)).toMatchObject({ ok: false, error: { kind: 'not-found' } })
})

test('what somebody confirmed to ask the same is a warning in the panel, and a mark in the bank beside it', () => {
  const { as, manager, panelId, top, next, first } = setUp()
  const pair = { aId: top.questionId, bId: next.questionId }
  const pageOf = () => {
    const page = getBuilderPage(as(manager), { panelId })
    if (!page.ok) throw new Error(page.error.kind)
    return page.value
  }
  const warned = () => pageOf().problems.some(({ text }) => text.includes('ask the same thing'))
  expect(warned()).toBe(false)
  decideDuplicate(as(manager), { ...pair, verdict: 'same' })
  expect(warned()).toBe(true)
  editPanel(as(manager), {
    panelId,
    revision: 1,
    edit: { intent: 'remove-question', questionId: top.questionId },
  })
  expect(warned()).toBe(false)
  const search = () =>
    searchBankFor(as(manager), { plan: pageOf().plan, interviewId: first.id, shown: 300, query: {} })
  const bank = search()
  const hit = bank.ok ? bank.value?.hits.find(({ id }) => id === top.questionId) : undefined
  expect(hit?.repeats).toEqual({ words: `Asks the same as “${next.content.title}” in A`, isConfirmed: true })
  decideDuplicate(as(manager), { ...pair, verdict: 'different' })
  const after = search()
  expect(after.ok && after.value?.hits.find(({ id }) => id === top.questionId)?.repeats).toBeNull()
})
