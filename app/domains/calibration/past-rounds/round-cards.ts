import type { PanelSnapshot, SnapshotQuestion } from '#app/domains/panels/panel-snapshot.schema.ts'
import { emptyQuestionRecord, type ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { groupBy } from '#app/lib/group-by.ts'
import { nameOfPastPerson, type PastRating, type PastRound } from './past-round.ts'

/** The one interview that everybody of a past round held: a file of ratings does not tell them apart. */
export const pastInterviewId = 'past-interview'

/** What one interviewer gave one candidate in a past round, in the shape of a scorecard. */
export type PastCard = {
  /** Made of the two ids: nothing is stored under it. */
  id: string
  candidateId: string
  interviewerId: string
  interviewerName: string
  record: ScorecardRecord
}

/**
 * A past round in the shape of a published panel, weights in per cent, so that everything which reads panels reads it too: each question that the file names is
 * one, and a competency that was rated without a question is a question of its own.
 */
export function snapshotRound(round: Pick<PastRound, 'id' | 'name' | 'body' | 'ratings'>): PanelSnapshot {
  const { id, name, body } = round
  const total = body.competencies.reduce((sum, competency) => sum + competency.weight, 0)
  const asked = new Map(round.ratings.map((rating) => [keyOf(rating), rating]))
  return {
    panelId: id,
    name,
    role: { id: 'past-round', name: 'Past round' },
    scale: {
      id: `past-${id}`,
      name: scaleName(body.scale.levels),
      source: '',
      levels: body.scale.levels.map((level) => ({ ...level, meaning: '' })),
    },
    competencies: body.competencies.map(({ weight, ...competency }) => ({
      ...competency,
      definition: '',
      weight: (weight / total) * 100,
    })),
    interviews: [
      {
        id: pastInterviewId,
        letter: '',
        focus: '',
        minutes: 0,
        competencyIds: body.competencies.map((competency) => competency.id),
        interviewerIds: [],
        questions: body.competencies.flatMap((competency) =>
          [...asked]
            .filter(([, rating]) => rating.competencyId === competency.id)
            .map(([key, { question }]) => nameQuestion(key, competency.id, question ?? competency.name)),
        ),
      },
    ],
  }
}

/** Every pair of a candidate and an interviewer who rated them, with the ratings and notes between them. */
export function listRoundCards(round: Pick<PastRound, 'people' | 'ratings'>): PastCard[] {
  const people = new Map(round.people.map((person) => [person.id, person]))
  const pairs = groupBy(round.ratings, (rating) => `${rating.candidateId}.${rating.interviewerId}`)
  return [...pairs].flatMap(([id, ratings]): PastCard[] => {
    const [first] = ratings
    const interviewer = first && people.get(first.interviewerId)
    if (!interviewer) return []
    const { candidateId, interviewerId } = first
    return [
      {
        id,
        candidateId,
        interviewerId,
        interviewerName: nameOfPastPerson(interviewer),
        record: recordOf(ratings),
      },
    ]
  })
}

function recordOf(ratings: readonly PastRating[]): ScorecardRecord {
  return {
    questions: Object.fromEntries(
      ratings.map((rating) => [
        keyOf(rating),
        {
          ...emptyQuestionRecord(),
          rating: { state: 'rated', level: rating.level },
          evidence: rating.note ?? '',
        },
      ]),
    ),
    summaryFor: '',
    summaryAgainst: '',
    recommendation: null,
    recommendationReason: '',
    added: [],
    order: [],
    clock: null,
  }
}

function keyOf({ competencyId, question }: Pick<PastRating, 'competencyId' | 'question'>): string {
  return question === null ? competencyId : `${competencyId}: ${question}`
}

function nameQuestion(questionId: string, competencyId: string, title: string): SnapshotQuestion {
  return {
    questionId,
    versionId: questionId,
    number: 1,
    content: {
      id: questionId,
      title,
      prompt: title,
      intent: '',
      kind: 'technical',
      difficulty: 'medium',
      minutes: 0,
      primaryCompetency: competencyId,
      otherCompetencies: [],
      roles: [],
      probes: [],
      rubrics: [],
      signals: { strong: [], weak: [] },
      followUp: '',
      doNotInfer: '',
      sources: [],
    },
  }
}

/** "1 to 4". */
function scaleName(levels: readonly { value: number }[]): string {
  const values = levels.map((level) => level.value)
  return `${Math.min(...values)} to ${Math.max(...values)}`
}
