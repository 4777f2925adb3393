import type { PanelSnapshot, SnapshotQuestion } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { QuestionRecord, ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'

/** A submitted scorecard that the viewer may see, with what a comparison needs of it. */
export type ScoredCard = {
  scorecardId: string
  applicationId: string
  sessionId: string
  interviewerId: string
  interviewerName: string
  panelVersionId: string
  /** The id of the interview in that version's snapshot. */
  interviewId: string
  submittedAtMs: number
  /** The writer could read others' cards of the candidate first. */
  couldReadOthers: boolean
  record: ScorecardRecord
}

/** An interview to be held or held with a candidate: neither cancelled nor missed. */
export type OwedSession = {
  sessionId: string
  panelVersionId: string
  interviewId: string
  /** Who owes a card of it that counts. */
  interviewerIds: string[]
}

/** A candidate on the panel, with only the cards that the viewer may see. */
export type ComparedCandidate = {
  applicationId: string
  name: string
  code: string
  isWithdrawn: boolean
  /** Those of interviewers: all that scores, counts and flags are made of. */
  cards: ScoredCard[]
  /** Those of shadows: shown as such, counted in nothing. */
  shadows: ScoredCard[]
  sessions: OwedSession[]
  submitted: number
  owed: number
}

/** Snapshots by panel version id: a card is read under the version that it was filled under. */
export type Versions = ReadonlyMap<string, PanelSnapshot>

/** The candidates of one panel, and the versions of the panel that their cards were filled under. */
export type Compared = {
  /** A past round has no pages of its candidates, no panel and no debrief. */
  isPast?: boolean
  snapshot: PanelSnapshot
  versionId: string
  /** Versions that say the same as that one, or as the form B that was published with it. */
  alsoCurrentIds?: readonly string[]
  versionNumber: number
  versions: Versions
  candidates: readonly ComparedCandidate[]
}

/** Whether what was recorded under a version was recorded under another than the current one. */
export function isOtherVersion(
  { versionId, alsoCurrentIds = [] }: Pick<Compared, 'versionId' | 'alsoCurrentIds'>,
  panelVersionId: string,
): boolean {
  return panelVersionId !== versionId && !alsoCurrentIds.includes(panelVersionId)
}

/** The questions that some of these cards rated, or found no evidence for. */
export function askedQuestions(cards: readonly ScoredCard[]): Set<string> {
  return new Set(
    cards.flatMap((card) =>
      Object.entries(card.record.questions)
        .filter(([, record]) => record.rating !== null && record.rating.state !== 'not-asked')
        .map(([questionId]) => questionId),
    ),
  )
}

export type RecordedQuestion = { question: SnapshotQuestion; record: QuestionRecord }

const questionsOf = new WeakMap<PanelSnapshot, SnapshotQuestion[]>()

/** The questions of a version in the order of the panel; one that stands in two interviews comes once. */
function listQuestions(snapshot: PanelSnapshot): SnapshotQuestion[] {
  let found = questionsOf.get(snapshot)
  if (!found) {
    const all = snapshot.interviews.flatMap((interview) => interview.questions)
    found = all.filter(
      (question, at) => all.findIndex((one) => one.questionId === question.questionId) === at,
    )
    questionsOf.set(snapshot, found)
  }
  return found
}

/** What a card says, question by question in the order of the panel. */
export function listRecordedQuestions(card: ScoredCard, versions: Versions): RecordedQuestion[] {
  const version = versions.get(card.panelVersionId)
  return (version ? listQuestions(version) : []).flatMap((question) => {
    const record = card.record.questions[question.questionId]
    return record ? [{ question, record }] : []
  })
}
