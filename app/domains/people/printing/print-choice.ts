import type { z } from 'zod'
import type { printChoiceSchema } from './print-choice.schema.ts'

export type GivenChoice = z.infer<typeof printChoiceSchema>

/** How a document is printed. */
export type PrintChoice = {
  paper: 'a4' | 'letter'
  size: 'compact' | 'clear'
  ink: 'colour' | 'grey'
  /** Candidates by name, or by code alone. */
  names: 'name' | 'code'
}

const letterRegions = new Set(['US', 'CA'])

/**
 * The paper that is sold where a browser says that it is.
 * @param languages the header Accept-Language
 * @returns Letter in the United States and Canada, A4 elsewhere
 */
export function usualPaper(languages: string | null): PrintChoice['paper'] {
  const [first = ''] = (languages ?? '').split(',')
  const region = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(first.trim())?.[1] ?? ''
  return letterRegions.has(region.toUpperCase()) ? 'letter' : 'a4'
}

/** What is chosen now, else what was chosen last, else what is usual. */
export function settleChoice(
  given: GivenChoice,
  last: GivenChoice,
  paper: PrintChoice['paper'],
): PrintChoice {
  return {
    paper: given.paper ?? last.paper ?? paper,
    size: given.size ?? last.size ?? 'compact',
    ink: given.ink ?? last.ink ?? 'colour',
    names: given.names ?? last.names ?? 'name',
  }
}
