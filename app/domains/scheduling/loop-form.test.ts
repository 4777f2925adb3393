import { expect, test } from 'vitest'
import { readLoopForm } from './loop-form.ts'

const form = {
  date: '2026-10-01',
  zone: 'Europe/London',
  'time.i1': '09:00',
  'who.i1.0': 'a',
  'who.i1.1': '',
  'shadow.i1': 't',
}

test('a shadow is read apart from those who interview', () => {
  expect(readLoopForm(form)).toMatchObject({
    ok: true,
    sessions: [{ interviewId: 'i1', interviewerIds: ['a'], shadowIds: ['t'] }],
  })
  expect(readLoopForm({ ...form, 'shadow.i1': '' })).toMatchObject({
    ok: true,
    sessions: [{ shadowIds: [] }],
  })
})

test('nobody interviews and shadows at once', () => {
  expect(readLoopForm({ ...form, 'shadow.i1': 'a' })).toMatchObject({
    ok: false,
    errors: { 'shadow.i1': [expect.stringContaining('interviews here already')] },
  })
})
