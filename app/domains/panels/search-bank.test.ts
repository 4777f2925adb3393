import { expect, test } from 'vitest'
import type { Ctx } from '#app/domains/people/context.ts'
import type { QuestionQuery } from '#app/domains/question-bank/question-search.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { addRound, roundStartMs } from '#tests/support/round.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import type { PanelPlan } from './panel.ts'
import { getBuilderPage } from './read-panel.server.ts'
import { searchBankFor } from './search-bank.server.ts'

const db = openTestDatabase()
const { manager, panelId } = addRound(db)
const ctx: Ctx = { db, user: manager, now: roundStartMs }

function draft(): PanelPlan {
  const page = getBuilderPage(ctx, { panelId })
  if (!page.ok) throw new Error(page.error.kind)
  return page.value.plan
}
const plan = draft()
const [first] = plan.interviews
const asked = plan.interviews.flatMap((item) => item.questions.map((question) => question.questionId))

function search(
  query: Pick<QuestionQuery, 'text' | 'filters'>,
  given: { shown?: number; plan?: PanelPlan } = {},
) {
  const result = searchBankFor(ctx, { plan, interviewId: first?.id ?? '', query, ...given })
  if (!result.ok || !result.value) throw new Error('no bank')
  return result.value
}

test('questions of the panel are neither offered nor counted', () => {
  const all = search({}, { shown: 300 })
  expect(all.hits).toHaveLength(shippedRubrics().questions.length - asked.length)
  expect(all.hits.filter((hit) => asked.includes(hit.id))).toEqual([])
  expect(all.nextShown).toBeNull()
})

test('thirty are shown at first, and more on request', () => {
  const some = search({})
  expect(some.hits).toHaveLength(30)
  expect(some.nextShown).toBe(60)
  expect(some.words).toContain('the first 30 shown')
})

test('several values of a filter widen it', () => {
  const kinds = (kind: string[]) => search({ filters: { kind } }, { shown: 300 }).hits.map((hit) => hit.kind)
  expect(new Set(kinds(['technical', 'motivation']))).toEqual(new Set(['technical', 'motivation']))
  expect(kinds(['technical', 'motivation'])).toHaveLength(
    kinds(['technical']).length + kinds(['motivation']).length,
  )
})

test('a slip in a word is forgiven and said', () => {
  const bank = search({ text: 'idempotncy' })
  expect(bank.typed).toBe('idempotncy')
  expect(bank.reading).toEqual({ kind: 'corrected', text: 'idempotency' })
  expect(bank.hits.length).toBeGreaterThan(0)
})

test('what closes a gap is among the first shown, however far back its title stands', () => {
  const bare = { ...plan, interviews: plan.interviews.map((item) => ({ ...item, questions: [] })) }
  const bank = search({}, { plan: bare })
  expect(bank.hits.every((hit) => hit.covers !== null)).toBe(true)
})

test('an interview that is not in the plan has no bank', () => {
  expect(searchBankFor(ctx, { plan, interviewId: 'nowhere', query: {} })).toEqual({ ok: true, value: null })
})
