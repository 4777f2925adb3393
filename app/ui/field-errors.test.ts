import { expect, test } from 'vitest'
import { fieldId, listErrors } from './field-errors.ts'

test('the summary links each message to the control of its field', () => {
  expect(listErrors({ minutes: ['Give at least 15 minutes.'], focus: null })).toEqual([
    { id: fieldId('minutes'), message: 'Give at least 15 minutes.' },
  ])
})

test('a message of the whole form links to nothing', () => {
  expect(listErrors({ '': ['Somebody else changed it.'] })).toEqual([
    { id: null, message: 'Somebody else changed it.' },
  ])
})

test('names of nested fields give ids that a fragment can address', () => {
  expect(fieldId('interviews[0].minutes')).toBe('field-interviews-0-minutes')
})

test('two forms of one page keep their ids apart', () => {
  expect(fieldId('name', 'invite')).not.toBe(fieldId('name', 'edit'))
})
