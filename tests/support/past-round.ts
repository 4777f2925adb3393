import type { PastRound } from '#app/domains/calibration/past-rounds/past-round.ts'
import type { CalibrationRating } from '#app/domains/measurement/calibration-types.ts'

/** A past round on four levels that holds these ratings, each name used as its id. */
export function pastRoundOf(ratings: readonly CalibrationRating[]): PastRound {
  const namesOf = (key: 'candidate' | 'interviewer' | 'competency') => [
    ...new Set(ratings.map((rating) => rating[key])),
  ]
  const people = (['candidate', 'interviewer'] as const).flatMap((part) =>
    namesOf(part).map((name) => ({ id: name, part, code: name.toUpperCase(), name: `Name ${name}` })),
  )
  return {
    id: 'past',
    name: 'Spring round',
    fileName: 'spring.csv',
    createdAtMs: 1,
    body: {
      scale: { levels: [1, 2, 3, 4].map((value) => ({ value, label: `Level ${value}` })) },
      competencies: namesOf('competency').map((id) => ({ id, name: `About ${id}`, weight: 1, gate: null })),
    },
    people,
    ratings: ratings.map(({ candidate, interviewer, competency, rating }, i) => ({
      line: i + 2,
      column: 4,
      candidateId: candidate,
      interviewerId: interviewer,
      competencyId: competency,
      question: null,
      level: rating,
      note: null,
    })),
  }
}
