import type { ComparedCandidate, ScoredCard } from '#app/domains/debrief/scored-card.ts'
import type { PanelSnapshot } from '#app/domains/panels/panel-snapshot.schema.ts'
import { emptyQuestionRecord, type Rating, type ScorecardRecord } from '#app/domains/scorecards/scorecard.ts'
import { snapshotOf } from './round.ts'

/** The snapshot that comparison tests use, and the id it goes under. */
export const comparedVersionId = 'version-1'
export function comparedSnapshot(): PanelSnapshot {
  return snapshotOf('api-integration-specialist', { panelId: 'panel', interviewerIds: [['a', 'b']] })
}

/** A record with the given ratings; everything else is empty. */
export function recordWith(
  ratings: Readonly<Record<string, Rating>>,
  overrides: Partial<ScorecardRecord> = {},
): ScorecardRecord {
  return {
    questions: Object.fromEntries(
      Object.entries(ratings).map(([questionId, rating]) => [
        questionId,
        { ...emptyQuestionRecord(), rating, evidence: `Said something about ${questionId}` },
      ]),
    ),
    summaryFor: '',
    summaryAgainst: '',
    recommendation: null,
    recommendationReason: '',
    added: [],
    order: [],
    clock: null,
    ...overrides,
  }
}

/** A visible submitted card of the interview at `position` in the snapshot. */
export function scoredCard(
  snapshot: PanelSnapshot,
  given: Partial<ScoredCard> & { interviewerId: string; position?: number; record: ScorecardRecord },
): ScoredCard {
  const interviewId = snapshot.interviews[given.position ?? 0]?.id ?? ''
  return {
    scorecardId: `card-${given.interviewerId}-${given.position ?? 0}`,
    applicationId: 'application',
    sessionId: `session-${given.position ?? 0}`,
    interviewerName: `Name of ${given.interviewerId}`,
    panelVersionId: comparedVersionId,
    interviewId,
    submittedAtMs: 1,
    couldReadOthers: false,
    ...given,
  }
}

/** A candidate with one session for every interview, two cards owed in each. */
export function comparedCandidate(
  snapshot: PanelSnapshot,
  overrides: Partial<ComparedCandidate> = {},
): ComparedCandidate {
  const name = overrides.name ?? 'Ana Ribeiro'
  return {
    applicationId: `application-${name}`,
    name,
    code: 'K1M2',
    isWithdrawn: false,
    cards: [],
    shadows: [],
    sessions: snapshot.interviews.map((interview, position) => ({
      sessionId: `session-${position}`,
      panelVersionId: comparedVersionId,
      interviewId: interview.id,
      interviewerIds: ['a', 'b'],
    })),
    submitted: 0,
    owed: snapshot.interviews.length * 2,
    ...overrides,
  }
}

/** Cards of two interviewers over all interviews that give every question one level each. */
export function evenCards(snapshot: PanelSnapshot, levels: Readonly<Record<string, number>>): ScoredCard[] {
  return snapshot.interviews.flatMap((interview, position) =>
    Object.entries(levels).map(([interviewerId, level]) =>
      scoredCard(snapshot, {
        interviewerId,
        position,
        record: recordWith(
          Object.fromEntries(interview.questions.map((q) => [q.questionId, { state: 'rated', level }])),
          { recommendation: level > 2 ? 'yes' : 'no' },
        ),
      }),
    ),
  )
}
