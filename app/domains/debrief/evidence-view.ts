import type { PanelSnapshot, SnapshotCompetency } from '#app/domains/panels/panel-snapshot.schema.ts'
import type { Rating, Recommendation } from '#app/domains/scorecards/scorecard.ts'
import { isSameScale } from './comparison-ratings.ts'
import type { Cell, ComparisonRow, ComparisonView } from './comparison-view.ts'
import {
  isOtherVersion,
  listRecordedQuestions,
  type Compared,
  type ScoredCard,
  type Versions,
} from './scored-card.ts'

/** What one interviewer recorded for one question, as others may read it: never with the private note. */
export type EvidenceEntry = {
  scorecardId: string
  interviewerId: string
  interviewerName: string
  /** Written by a shadow: to be read, not counted. */
  isShadow: boolean
  /** The writer could read others' cards of the candidate first. */
  couldReadOthers: boolean
  questionId: string
  questionTitle: string
  rating: Rating
  evidence: string
  /** The candidate's own words. */
  answer: string
  signals: { text: string; isStrong: boolean }[]
  isOtherVersion: boolean
  /** The levels that it was given on where they are not those of the panel now; null where they are. */
  ownScale: ComparisonView['scale']['levels'] | null
}

export type CompetencyEvidence = {
  competency: SnapshotCompetency
  cell: Cell
  /** Lowest level first; not asked and no evidence last; what shadows wrote after all of them. */
  entries: EvidenceEntry[]
}

/** One interviewer's word on the candidate. */
export type Verdict = {
  scorecardId: string
  interviewerName: string
  /** A shadow's word is shown and not counted. */
  isShadow: boolean
  couldReadOthers: boolean
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
  /** Those of shadows last. */
  verdicts: Verdict[]
}

/**
 * All that was written about one candidate, by competency; for the candidate's page and the debrief packet.
 * @param input `row` of the comparison, the visible cards that it was made of, and those of shadows, which it was not
 */
export function gatherEvidence(input: {
  view: Pick<ComparisonView, 'competencies'>
  row: ComparisonRow
  cards: readonly ScoredCard[]
  shadows: readonly ScoredCard[]
  snapshot: PanelSnapshot
  versionId: string
  alsoCurrentIds?: readonly string[]
  versions: Versions
}): CandidateEvidence {
  const { row, versions } = input
  const cards = [
    ...input.cards.map((card) => ({ ...card, isShadow: false })),
    ...input.shadows.map((card) => ({ ...card, isShadow: true })),
  ]
  const all = cards.flatMap((card) => listEntries(card, input))
  const competencies = input.view.competencies.flatMap((competency) => {
    const cell = row.cells.find((entry) => entry.competencyId === competency.id)
    const entries = all
      .filter((entry) => entry.competencyId === competency.id)
      .map(({ entry }) => entry)
      .sort((a, b) => Number(a.isShadow) - Number(b.isShadow) || orderOf(a.rating) - orderOf(b.rating))
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
      const { scorecardId, interviewerName, isShadow, couldReadOthers } = card
      return {
        scorecardId,
        interviewerName,
        isShadow,
        couldReadOthers,
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
  card: ScoredCard & { isShadow: boolean },
  compared: Pick<Compared, 'snapshot' | 'versionId' | 'alsoCurrentIds' | 'versions'>,
): { competencyId: string; entry: EvidenceEntry }[] {
  const { snapshot, versions } = compared
  const own = versions.get(card.panelVersionId)?.scale
  const ownScale =
    own && !isSameScale(own, snapshot.scale) ? own.levels.map(({ value, label }) => ({ value, label })) : null
  return listRecordedQuestions(card, versions).flatMap(({ question, record }) => {
    if (record.rating === null) return []
    const { content, questionId } = question
    const { scorecardId, interviewerId, interviewerName, isShadow, couldReadOthers } = card
    return [
      {
        competencyId: content.primaryCompetency,
        entry: {
          scorecardId,
          interviewerId,
          interviewerName,
          isShadow,
          couldReadOthers,
          questionId,
          questionTitle: content.title,
          rating: record.rating,
          evidence: record.evidence,
          answer: record.answer,
          signals: record.signals.map((text) => ({ text, isStrong: content.signals.strong.includes(text) })),
          isOtherVersion: isOtherVersion(compared, card.panelVersionId),
          ownScale,
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
