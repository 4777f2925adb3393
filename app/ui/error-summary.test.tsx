import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'
import { TextField } from './text-field.tsx'

test('a link of the summary points at the control that carries the message', () => {
  const errors = { minutes: ['Give at least 15 minutes.'] }
  const html = renderToStaticMarkup(
    <>
      <ErrorSummary errors={errors} />
      <TextField name="minutes" label="Minutes" errors={errors} />
    </>,
  )
  const id = /href="#([^"]+)"/.exec(html)?.[1]
  expect(id).toBeDefined()
  expect(html).toMatch(new RegExp(`<input[^>]*aria-describedby="${id}-error"[^>]*id="${id}"`))
})

test('without errors there is no summary', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={{ minutes: [] }} />)).toBe('')
})
