import { expect, test } from 'vitest'
import { shippedRubrics } from '#tests/support/rubrics.ts'
import { checkCompetency } from './competency.schema.ts'
import { competencyFormOf, emptyCompetencyForm, linesOfForm, readCompetencyForm } from './competency-form.ts'

function posted(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('every shipped competency goes into the form and comes out as it was', () => {
  for (const competency of shippedRubrics().competencies) {
    const { name, definition, looksLike } = competencyFormOf(competency)
    expect(looksLike.length).toBeLessThanOrEqual(linesOfForm)
    const form = posted({
      name,
      definition,
      ...Object.fromEntries(looksLike.map((line, i) => [`looksLike.${i}`, line])),
    })
    expect(checkCompetency(readCompetencyForm(form), competency.id)).toEqual({
      ok: true,
      content: competency,
    })
  }
})

test('a form that holds nothing says what each part needs, at a field that is there', () => {
  const empty = { ...emptyCompetencyForm, looksLike: ['', '', '', '', ''] }
  expect(checkCompetency(empty, 'x')).toEqual({
    ok: false,
    errors: {
      name: ['Give the competency a name of three letters or more.'],
      definition: ['Write what somebody can do who has it.'],
      'looksLike.0': ['Give at least two things by which one recognises it.'],
    },
  })
})

test('a message stands at the line that was typed, gaps and all', () => {
  const form = readCompetencyForm(
    posted({
      name: 'Care',
      definition: 'Takes care.',
      'looksLike.1': 'Looks twice',
      'looksLike.4': 'x'.repeat(161),
    }),
  )
  expect(checkCompetency(form, 'care')).toEqual({
    ok: false,
    errors: { 'looksLike.4': ['Keep it to 160 letters.'] },
  })
  const one = { ...form, looksLike: ['Looks twice', '', '', '', ''] }
  expect(checkCompetency(one, 'care')).toMatchObject({
    errors: { 'looksLike.1': ['Give at least two things by which one recognises it.'] },
  })
})

test('line breaks and doubled spaces are no part of what was typed', () => {
  const form = readCompetencyForm(posted({ name: '  Taking \n care ', definition: 'Takes\r\ncare.' }))
  expect([form.name, form.definition]).toEqual(['Taking care', 'Takes care.'])
})
