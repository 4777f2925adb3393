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

/** Two candidates, two interviewers, one competency, made at the beginning of time. */
export function smallPastRound(id: string): PastRound {
  const ratings = [
    ['Past Candidate One', 'Past Rater One', 2],
    ['Past Candidate One', 'Past Rater Two', 3],
    ['Past Candidate Two', 'Past Rater One', 4],
  ] as const
  const round = pastRoundOf(
    ratings.map(([candidate, interviewer, rating]) => ({
      candidate,
      interviewer,
      competency: 'k1',
      rating,
    })),
  )
  const idOf = (name: string) => `${id} ${name}`
  return {
    ...round,
    id,
    name: 'Round before',
    people: round.people.map((person) => ({ ...person, id: idOf(person.id), name: person.id })),
    ratings: round.ratings.map((rating) => ({
      ...rating,
      candidateId: idOf(rating.candidateId),
      interviewerId: idOf(rating.interviewerId),
      note: 'Past words',
    })),
  }
}
