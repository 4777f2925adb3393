import type { ComparisonRow } from './comparison-view.ts'

/** What stands over a comparison: one sentence, and what to bear in mind. */
export type Headline = { title: string; detail: string }

/**
 * Under this many levels between two raw scores nothing is said about who is ahead: one stricter interviewer
 * moves a raw score as far as that.
 */
export const leastLead = 0.5

const caution =
  'A raw score depends on who asked and how strictly they rate. It is a start for the talk, not the answer.'

export const tooFewInOrder: Headline = {
  title: 'Too few scores to put candidates in order.',
  detail: 'An order needs two candidates, each rated by two interviewers on most of the weight.',
}

/**
 * What raw scores allow to be said of the candidates in order, and no more.
 * @param rows of a comparison, in its order
 */
export function writeHeadline(rows: readonly ComparisonRow[]): Headline {
  const current = rows.filter((row) => !row.isWithdrawn)
  if (current.length === 0)
    return { title: 'Nobody to compare yet.', detail: 'Put candidates on this panel.' }
  if (current.every((row) => row.visible === 0)) {
    return {
      title: 'No scores to see yet.',
      detail: 'Scorecards open once everybody has rated for themselves.',
    }
  }
  const ordered = current.flatMap((row) =>
    row.isOrderable && row.overall ? [{ name: row.name, overall: row.overall }] : [],
  )
  const [first, second] = ordered.toSorted((a, b) => b.overall.mean - a.overall.mean)
  if (!first || !second) return tooFewInOrder
  const lead = first.overall.mean - second.overall.mean
  const close = ordered.filter((row) => first.overall.mean - row.overall.mean < leastLead)
  if (close.length > 1) {
    return {
      title: `Cannot tell ${joinNames(close.map((row) => row.name))} apart.`,
      detail: `Their raw scores are less than half a level from the highest, ${figure(first.overall.mean)}. ${caution}`,
    }
  }
  return {
    title: `${first.name} has the highest raw score, ${figure(first.overall.mean)}.`,
    detail: `${second.name} follows ${figure(lead)} below. ${caution}`,
  }
}

function figure(value: number): string {
  return value.toFixed(1)
}

/** "Ana and Jonas", "Ana, Jonas and Farah", "the first five" when there are too many to name. */
export function joinNames(names: readonly string[]): string {
  if (names.length > 4) return `${names[0]} and ${names.length - 1} others`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
