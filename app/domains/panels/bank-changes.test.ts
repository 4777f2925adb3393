import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import { putIntoBank } from '#app/domains/question-bank/editor/put-into-bank.server.ts'
import { draftOfQuestion } from '#app/domains/question-bank/editor/question-form.ts'
import {
  restoreQuestionVersion,
  setQuestionArchived,
} from '#app/domains/question-bank/versions/question-versions.server.ts'
import type { Db } from '#db/client.server.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { planWith } from '#tests/support/plan.ts'
import { addRound, roundStartMs, type Round } from '#tests/support/round.ts'
import { listBankProblems } from './bank-changes.ts'
import { getPanelKits } from './panel-kits.server.ts'
import { publishPanel } from './publish-panel.server.ts'
import { getBuilderPage, getPanelPage } from './read-panel.server.ts'

let db: Db
let round: Round
let ctx: Ctx
beforeEach(() => {
  db = openTestDatabase()
  round = addRound(db)
  ctx = { db, user: round.manager, now: roundStartMs }
})

function firstQuestion() {
  const question = round.snapshot.interviews[0]?.questions[0]
  if (!question) throw new Error('the panel asks nothing')
  return question
}

function reword(title: string, base = 1): void {
  const { questionId: id, content } = firstQuestion()
  const target = { kind: 'question', id, base } as const
  putIntoBank(ctx, { target, draft: { ...draftOfQuestion(content), title }, formKey: title })
}

function builder() {
  const page = getBuilderPage(ctx, { panelId: round.panelId })
  if (!page.ok) throw new Error(page.error.kind)
  return page.value
}

const problemsOfBank = () =>
  builder().problems.filter(({ text }) => text.includes('reworded') || text.includes('archived'))

test('a published panel and its kits stay as they were, whatever the bank says later', () => {
  const kits = () => JSON.stringify(getPanelKits(ctx, { panelId: round.panelId }))
  const before = kits()
  expect(before).toContain(firstQuestion().content.title)
  reword('Something else now')
  setQuestionArchived(ctx, { questionId: firstQuestion().questionId, isArchived: true })
  expect(kits()).toBe(before)
})

test('the builder says that a question was reworded, and publishing takes the new words', () => {
  expect(problemsOfBank()).toEqual([])
  expect(builder().head.status).toBe('published')
  reword('Something else now')
  expect(problemsOfBank()).toEqual([
    {
      text: '“Something else now” in A was reworded since the panel was published: version 1 there, version 2 now. Interviews keep the old wording until you publish again.',
      place: { kind: 'question', id: firstQuestion().questionId },
      isBlocking: false,
    },
  ])
  expect(builder().head).toMatchObject({ status: 'changed', statusWords: 'Changed since version 1' })
  const form = { panelId: round.panelId, revision: builder().revision, formKey: 'publish-again' }
  expect(publishPanel(ctx, form)).toMatchObject({ value: { number: 2 } })
  expect(problemsOfBank()).toEqual([])
  const page = getPanelPage(ctx, { panelId: round.panelId })
  expect(page.ok && JSON.stringify(page.value.plan)).toContain('Something else now')
})

test('a question that says again what was published is not reworded', () => {
  reword('Something else now')
  const { questionId } = firstQuestion()
  restoreQuestionVersion(ctx, { questionId, number: 1, base: 2 })
  expect(problemsOfBank()).toEqual([])
})

test('an archived question is named with what to do, and stops nobody from publishing', () => {
  setQuestionArchived(ctx, { questionId: firstQuestion().questionId, isArchived: true })
  expect(problemsOfBank().map(({ text, isBlocking }) => [text, isBlocking])).toEqual([
    [
      `“${firstQuestion().content.title}” in A is archived in the bank. Take another question, or bring it back on its page.`,
      false,
    ],
  ])
})

test('what the bank did to questions outside the panel is no problem of it', () => {
  const changes = { archived: ['elsewhere'], reworded: [{ id: 'elsewhere', published: 1, now: 2 }] }
  expect(listBankProblems(planWith(), changes)).toEqual([])
})
