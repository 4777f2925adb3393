import type { z } from 'zod'
import type { FieldErrors } from '#app/lib/result.ts'

type Issue = z.core.$ZodIssue

/**
 * What the schema of the files finds in a form, in words for its fields.
 * @param own better words for some fields, `competencies.*.weight` with a star for any number, or for one kind of
 * issue there, `competencies too_small`
 * @returns messages by field, the path joined by points; the empty name is the form as a whole
 */
export function contentErrors(
  error: { readonly issues: readonly Issue[] },
  own: Readonly<Record<string, string>> = {},
): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    const place = field.replaceAll(/\b\d+\b/g, '*')
    const words = own[`${place} ${issue.code}`] ?? own[place] ?? issueWords(issue)
    const known = errors[field] ?? []
    if (!known.includes(words)) errors[field] = [...known, words]
  }
  return errors
}

function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return smallWords(issue.origin, Number(issue.minimum))
    case 'too_big':
      return bigWords(issue.origin, Number(issue.maximum))
    case 'invalid_type':
      return typeWords(issue.expected)
    case 'invalid_format':
    case 'invalid_value':
    case 'invalid_union':
      return 'Choose one from the list.'
    case 'custom':
      return sentence(issue.message)
    default:
      return 'This does not fit. Write it again.'
  }
}

function smallWords(origin: string, least: number): string {
  switch (origin) {
    case 'string':
      return least === 1 ? 'Write something here.' : `Write at least ${least} letters.`
    case 'array':
      return least === 1 ? 'Give at least one.' : `Give at least ${least}.`
    default:
      return `Give a number of at least ${least}.`
  }
}

function bigWords(origin: string, most: number): string {
  switch (origin) {
    case 'string':
      return `Keep it to ${most} letters.`
    case 'array':
      return `Give at most ${most}.`
    default:
      return `Give a number of at most ${most}.`
  }
}

function typeWords(expected: string): string {
  if (expected === 'int') return 'Give a whole number.'
  if (expected === 'number') return 'Give a number.'
  return 'Write something here.'
}

/** The words of our own rules stand in the schema as they stand in a file's report, without capital and full stop. */
function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${words.endsWith('.') ? '' : '.'}`
}
