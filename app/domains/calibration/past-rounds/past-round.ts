/** What a past round was rated on: its scale, and its competencies with their weights and bars. */
export type PastRoundBody = {
  scale: { levels: { value: number; label: string }[] }
  competencies: { id: string; name: string; weight: number; gate: number | null }[]
}

export type PastPart = 'candidate' | 'interviewer'

/** Somebody of a past round: no account and no candidate of ours, only what the file called them. */
export type PastPerson = {
  id: string
  part: PastPart
  /** Shown once the name is erased. */
  code: string
  name: string | null
}

/** One figure of the file. Line and column count from 1, the heading included. */
export type PastRating = {
  line: number
  column: number
  candidateId: string
  interviewerId: string
  competencyId: string
  question: string | null
  level: number
  note: string | null
}

/** Ratings of interviews held elsewhere, as a spreadsheet had them: to be read, never to be changed. */
export type PastRound = {
  id: string
  name: string
  fileName: string
  createdAtMs: number
  body: PastRoundBody
  people: PastPerson[]
  ratings: PastRating[]
}

const partWords: Record<PastPart, string> = { candidate: 'Candidate', interviewer: 'Interviewer' }

/** The name, or the code once the name is erased. */
export function nameOfPastPerson({ part, code, name }: Omit<PastPerson, 'id'>): string {
  return name ?? `${partWords[part]} ${code}`
}
