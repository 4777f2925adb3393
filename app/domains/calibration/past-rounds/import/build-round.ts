import type { PastPart, PastPerson, PastRound } from '../past-round.ts'
import type { ReadyRound } from './round-preview.ts'

/**
 * The round that a file gives, as it is stored.
 * @param given `newId` makes an id for each person; codes are C1, C2… and I1, I2… in the order of the file
 */
export function buildRound(
  { prepared, scale, weights }: ReadyRound,
  given: { id: string; name: string; fileName: string; createdAtMs: number; newId: () => string },
): PastRound {
  const { newId, ...head } = given
  const peopleOf = (part: PastPart, names: readonly string[]) =>
    names.map((name, i): PastPerson & { name: string } => ({
      id: newId(),
      part,
      code: `${part === 'candidate' ? 'C' : 'I'}${i + 1}`,
      name,
    }))
  const candidates = peopleOf('candidate', prepared.candidates)
  const interviewers = peopleOf('interviewer', prepared.interviewers)
  const idOf = (people: readonly { id: string; name: string }[]) =>
    new Map(people.map((person) => [person.name, person.id]))
  const ids = { candidate: idOf(candidates), interviewer: idOf(interviewers) }
  const competencies = weights.map(({ name, weight, gate }, i) => ({ id: `k${i + 1}`, name, weight, gate }))
  const competencyIds = idOf(competencies)
  return {
    ...head,
    body: { scale, competencies },
    people: [...candidates, ...interviewers],
    ratings: prepared.ratings.map((rating) => ({
      line: rating.line,
      column: rating.column,
      candidateId: ids.candidate.get(rating.candidate) ?? '',
      interviewerId: ids.interviewer.get(rating.interviewer) ?? '',
      competencyId: competencyIds.get(rating.competency) ?? '',
      question: rating.question,
      level: rating.level,
      note: rating.note,
    })),
  }
}
