import type { SnapshotCompetency } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Rating, Recommendation } from '#app/domains/scorecards/scorecard.ts'
import type { Cell, ComparisonRow, ComparisonView } from './comparison-view.ts'
import { listRecordedQuestions, type ScoredCard, type Versions } from './scored-card.ts'

/** What one interviewer recorded for one question, as others may read it: never with the private note. */
export type EvidenceEntry = {
  scorecardId: string
  interviewerId: string
  interviewerName: string
  questionId: string
  questionTitle: string
  rating: Rating
  evidence: string
  /** The candidate's own words. */
  answer: string
  signals: { text: string; isStrong: boolean }[]
  isOtherVersion: boolean
}

export type CompetencyEvidence = {
  competency: SnapshotCompetency
  cell: Cell
  /** Lowest level first; not asked and no evidence last. */
  entries: EvidenceEntry[]
}

/** One interviewer's word on the candidate. */
export type Verdict = {
  scorecardId: string
  interviewerName: string
  interview: string
  recommendation: Recommendation | null
  reason: string
  summaryFor: string
  summaryAgainst: string
}

export type CandidateEvidence = {
  row: ComparisonRow
  /** Disagreements first, widest first; then in the order of the panel. */
  competencies: CompetencyEvidence[]
  verdicts: Verdict[]
}

/**
 * All that was written about one candidate, by competency; for the candidate's page and the debrief packet.
 * @param input `row` of the comparison and the visible cards that it was made of
 */
export function gatherEvidence(input: {
  view: Pick<ComparisonView, 'competencies'>
  row: ComparisonRow
  cards: readonly ScoredCard[]
  versionId: string
  versions: Versions
}): CandidateEvidence {
  const { row, cards, versions } = input
  const all = cards.flatMap((card) => listEntries(card, input))
  const competencies = input.view.competencies.flatMap((competency) => {
    const cell = row.cells.find((entry) => entry.competencyId === competency.id)
    const entries = all
      .filter((entry) => entry.competencyId === competency.id)
      .map(({ entry }) => entry)
      .sort((a, b) => orderOf(a.rating) - orderOf(b.rating))
    return cell ? [{ competency, cell, entries }] : []
  })
  return {
    row,
    competencies: competencies.sort((a, b) => flagOf(b.cell) - flagOf(a.cell)),
    verdicts: cards.map((card) => {
      const interview = versions
        .get(card.panelVersionId)
        ?.interviews.find((entry) => entry.id === card.interviewId)
      const { recommendation, recommendationReason: reason, summaryFor, summaryAgainst } = card.record
      const { scorecardId, interviewerName } = card
      return {
        scorecardId,
        interviewerName,
        interview: interview ? `${interview.letter} ${interview.focus}` : '',
        recommendation,
        reason,
        summaryFor,
        summaryAgainst,
      }
    }),
  }
}

function listEntries(
  card: ScoredCard,
  { versionId, versions }: { versionId: string; versions: Versions },
): { competencyId: string; entry: EvidenceEntry }[] {
  return listRecordedQuestions(card, versions).flatMap(({ question, record }) => {
    if (record.rating === null) return []
    const { content, questionId } = question
    const { scorecardId, interviewerId, interviewerName } = card
    return [
      {
        competencyId: content.primaryCompetency,
        entry: {
          scorecardId,
          interviewerId,
          interviewerName,
          questionId,
          questionTitle: content.title,
          rating: record.rating,
          evidence: record.evidence,
          answer: record.answer,
          signals: record.signals.map((text) => ({ text, isStrong: content.signals.strong.includes(text) })),
          isOtherVersion: card.panelVersionId !== versionId,
        },
      },
    ]
  })
}

function orderOf(rating: Rating): number {
  return rating.state === 'rated' ? rating.level : 99
}

function flagOf(cell: Cell): number {
  return cell.isDisagreement ? cell.apart : 0
}
