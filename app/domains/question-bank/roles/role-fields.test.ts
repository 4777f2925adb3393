import { expect, test } from 'vitest'
import { compareFields } from '#app/domains/question-bank/versions/difference.ts'
import type { Role } from '#rubrics/content.schema.ts'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { competencyFields } from '../competencies/competency-fields.ts'
import { roleFields } from './role-fields.ts'

const content = shippedRubrics()
const named = (items: readonly { id: string; name?: string; title?: string }[]) =>
  new Map(items.map((item) => [item.id, item.name ?? item.title ?? '']))
const names = {
  competencies: named(content.competencies),
  questions: named(content.questions),
  scales: named(content.scales),
}

function changed(change: (role: Role) => void) {
  const before = content.roles[0]
  if (!before) throw new Error('no role')
  const after = structuredClone(before)
  change(after)
  return compareFields(roleFields(before, names), roleFields(after, names))
}

test('a weight that changed shows at its competency, and nothing else does', () => {
  const role = content.roles[0]
  const [difference, ...others] = changed((copy) => copy.competencies[0] && (copy.competencies[0].weight = 1))
  expect(others).toEqual([])
  expect(difference?.label).toBe(names.competencies.get(role?.competencies[0]?.competency ?? ''))
  expect(difference?.lines.map((line) => line.kind)).toEqual(['changed', 'same', 'same'])
})

test('competencies in another order and a question exchanged are differences too', () => {
  expect(changed((copy) => copy.competencies.reverse()).map((part) => part.label)).toEqual([
    'Competencies, in order',
  ])
  const [difference] = changed((copy) => copy.recommendedPanel.interviews[0]?.questions.pop())
  expect(difference?.label).toBe('Interview A')
  expect(difference?.lines.at(-1)?.kind).toBe('removed')
})

test('every part of a competency is compared', () => {
  const before = content.competencies[0]
  if (!before) throw new Error('no competency')
  const after = { ...before, name: 'Other', definition: 'Another one.', looksLike: ['This', 'That'] }
  const parts = compareFields(competencyFields(before), competencyFields(after))
  expect(parts.map((part) => part.key)).toEqual(['name', 'definition', 'looksLike'])
})
