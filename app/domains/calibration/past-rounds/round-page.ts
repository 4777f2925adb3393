import { nameOfPastPerson, type PastRound } from './past-round.ts'

/** What the page of a round says of it. */
export type RoundPage = {
  id: string
  name: string
  fileName: string
  scale: string
  ratings: number
  competencies: { name: string; weight: string; bar: string; ratings: number }[]
  candidates: { id: string; name: string; ratings: number; isErased: boolean }[]
  interviewers: { id: string; name: string; ratings: number }[]
}

/** Who and what is in a round, by name. */
export function describeRound(round: PastRound): RoundPage {
  const { id, name, fileName, body, people, ratings } = round
  const countOf = (key: 'candidateId' | 'interviewerId' | 'competencyId') => {
    const counts = new Map<string, number>()
    for (const rating of ratings) counts.set(rating[key], (counts.get(rating[key]) ?? 0) + 1)
    return (of: string) => counts.get(of) ?? 0
  }
  const total = body.competencies.reduce((sum, competency) => sum + competency.weight, 0)
  const [ofCandidate, ofInterviewer, ofCompetency] = [
    countOf('candidateId'),
    countOf('interviewerId'),
    countOf('competencyId'),
  ]
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en')
  return {
    id,
    name,
    fileName,
    scale: body.scale.levels.map(({ value, label }) => `${value} ${label}`.trim()).join(', '),
    ratings: ratings.length,
    competencies: body.competencies.map((competency) => ({
      name: competency.name,
      weight: `${Math.round((competency.weight / total) * 100)} %`,
      bar: competency.gate === null ? 'none' : String(competency.gate),
      ratings: ofCompetency(competency.id),
    })),
    candidates: people
      .filter((person) => person.part === 'candidate')
      .map((person) => ({
        id: person.id,
        name: nameOfPastPerson(person),
        ratings: ofCandidate(person.id),
        isErased: person.name === null,
      }))
      .sort(byName),
    interviewers: people
      .filter((person) => person.part === 'interviewer')
      .map((person) => ({
        id: person.id,
        name: nameOfPastPerson(person),
        ratings: ofInterviewer(person.id),
      }))
      .sort(byName),
  }
}
