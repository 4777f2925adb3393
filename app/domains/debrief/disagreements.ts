import { disagreementLevels, type GivenLevel } from '#app/domains/measurement/score.ts'
import { groupBy } from '#app/lib/group-by.ts'

/** A question on which interviewers stand apart, and by how many levels the farthest two of them. */
export type QuestionDisagreement = { questionId: string; competencyId: string; spread: number }

/**
 * The questions on which two interviewers gave one candidate levels two or more apart.
 * @param levels all that the candidate was given
 */
export function listQuestionDisagreements(levels: readonly GivenLevel[]): QuestionDisagreement[] {
  return [...groupBy(levels, (given) => given.questionId)].flatMap(([questionId, own]) => {
    const spread = spreadOf(own)
    const competencyId = own[0]?.competencyId ?? ''
    return spread >= disagreementLevels ? [{ questionId, competencyId, spread }] : []
  })
}

/** Between two people: nobody disagrees with themselves. */
function spreadOf(levels: readonly GivenLevel[]): number {
  let spread = 0
  for (const one of levels)
    for (const other of levels)
      if (other.interviewerId !== one.interviewerId) spread = Math.max(spread, one.level - other.level)
  return spread
}
