import { expect, test } from 'vitest'
import { accountLevels, type Access } from './access.ts'
import { listGrantable, mayReset, whyNotChange, type Account } from './person-change.ts'

function account(id: string, access: Access, isDisabled = false): Account {
  return { id, access, isDisabled }
}

test('a manager gives no access beside or above their own', () => {
  expect(listGrantable('manager')).toEqual(['interviewer', 'coordinator', 'observer'])
  expect(listGrantable('administrator')).toHaveLength(accountLevels.length)
  expect(listGrantable('coordinator')).toEqual([])
})

test.each<[Access, Access, boolean]>([
  ['administrator', 'administrator', true],
  ['administrator', 'manager', true],
  ['manager', 'administrator', false],
  ['manager', 'manager', false],
  ['manager', 'coordinator', true],
  ['manager', 'interviewer', true],
  ['coordinator', 'interviewer', false],
  ['interviewer', 'observer', false],
  ['observer', 'observer', false],
])('%s makes a reset link for %s: %s', (actor, target, may) => {
  expect(mayReset({ id: 'a', access: actor }, account('b', target))).toBe(may)
})

test('nobody makes a reset link for themselves or for a disabled account', () => {
  expect(mayReset({ id: 'a', access: 'administrator' }, account('a', 'administrator'))).toBe(false)
  expect(mayReset({ id: 'a', access: 'administrator' }, account('b', 'interviewer', true))).toBe(false)
})

test('the last administrator stays one', () => {
  const last = account('a', 'administrator')
  const all = [last, account('b', 'administrator', true), account('c', 'manager')]
  const message = whyNotChange({ id: 'b' }, last, { access: 'manager', isDisabled: false }, all)
  expect(message).toMatch(/last administrator/)
  expect(whyNotChange({ id: 'b' }, last, { access: 'administrator', isDisabled: true }, all)).toMatch(/last/)
})

test('nobody changes their own access, others may when an administrator remains', () => {
  const one = account('a', 'administrator')
  const all = [one, account('b', 'administrator')]
  const change = { access: 'interviewer', isDisabled: false } as const
  expect(whyNotChange({ id: 'a' }, one, change, all)).toMatch(/own access/)
  expect(whyNotChange({ id: 'b' }, one, change, all)).toBeNull()
})
