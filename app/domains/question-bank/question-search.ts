import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'

/** What to look for in the bank; a filter that is not given does not filter. */
export type QuestionQuery = {
  text?: string | undefined
  role?: string | undefined
  competency?: string | undefined
  kind?: QuestionKind | undefined
  difficulty?: Difficulty | undefined
  maxMinutes?: number | undefined
  excludeIds?: readonly string[] | undefined
}

/** A question as lists show it. */
export type QuestionRow = {
  id: string
  versionId: string
  title: string
  prompt: string
  intent: string
  kind: QuestionKind
  difficulty: Difficulty
  minutes: number
  /** The one competency that receives its rating. */
  competency: { id: string; name: string }
  /** Covered as well, but not rated. */
  otherCompetencies: { id: string; name: string }[]
}

/** How many questions a value of a filter would leave, all other filters applied. */
export type FacetCount<T = string> = { value: T; count: number }

export type QuestionFacets = {
  role: FacetCount[]
  competency: FacetCount[]
  kind: FacetCount<QuestionKind>[]
  difficulty: FacetCount<Difficulty>[]
  /** Cumulative: the questions of at most `value` minutes. */
  maxMinutes: FacetCount<number>[]
}

export type QuestionSearch = {
  /** At most `limit` of them, the best match first, or by title when no text is given. */
  rows: QuestionRow[]
  total: number
  facets: QuestionFacets
}

export const minuteSteps = [5, 8, 10, 15] as const

const longestText = 200
const mostWords = 12

/**
 * Turns what somebody typed into a full-text expression: every word must occur, the beginning of a word is enough.
 * Each word is quoted and nothing but letters and digits gets through, so no syntax of the index can.
 * @returns null when the text holds no word
 */
export function matchExpression(text: string): string | null {
  const words =
    text
      .slice(0, longestText)
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return null
  return words
    .slice(0, mostWords)
    .map((word) => `"${word}"*`)
    .join(' ')
}
