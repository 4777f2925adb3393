import {
  isDisagreement,
  isOrderable,
  scoreCompetency,
  scoreOverall,
  shareInCommon,
  standAtGate,
  type CompetencyScore,
  type GateStanding,
  type GivenLevel,
  type OverallScore,
} from '#app/domains/measurement/score.ts'
import type { PanelSnapshot, SnapshotCompetency } from '#app/domains/panels/panel-snapshot.schema.ts'
import { listDeviations } from '#app/domains/scorecards/deviations.ts'
import type { Recommendation } from '#app/domains/scorecards/scorecard.ts'
import { listQuestionDisagreements, type QuestionDisagreement } from './disagreements.ts'
import { findMissingState, type MissingState } from './missing-state.ts'
import {
  listRecordedQuestions,
  type ComparedCandidate,
  type ScoredCard,
  type Versions,
} from './scored-card.ts'

export type Cell = {
  competencyId: string
  score: CompetencyScore | null
  /** Why there is no score; null when there is one. */
  missing: MissingState | null
  isDisagreement: boolean
  /** How far the farthest two interviewers are apart, over the competency or on one question of it. */
  apart: number
  /** Null for a competency without a bar. */
  gate: GateStanding | null
  /** Some of it was given under another version of the panel. */
  isOtherVersion: boolean
}

export type ComparisonRow = {
  applicationId: string
  name: string
  code: string
  isWithdrawn: boolean
  overall: OverallScore | null
  isOrderable: boolean
  cells: Cell[]
  recommendations: { recommendation: Recommendation; count: number }[]
  questionDisagreements: QuestionDisagreement[]
  /** Cards handed in and cards owed; the only thing shown of cards that one may not see yet. */
  submitted: number
  owed: number
  visible: number
}

export type ComparisonView = {
  panelId: string
  panelName: string
  roleName: string
  versionNumber: number
  scale: { least: number; most: number; levels: { value: number; label: string }[] }
  competencies: SnapshotCompetency[]
  /** Names of the interviewers of visible cards, by id. */
  interviewers: Record<string, string>
  rows: ComparisonRow[]
  facts: {
    candidates: number
    ordered: number
    submitted: number
    owed: number
    /** 0 to 1 over the candidates in order; null under two of them. */
    questionsInCommon: number | null
    /** Sessions of the candidates in order of which a visible card tells that it left the plan. */
    sessionsOffPlan: number
  }
}

/**
 * Compares the candidates of one panel; the one source for screen, CSV and PDF.
 * @param input `candidates` with only those cards that the viewer may see; `versions` by panel version id
 * @returns rows with complete scores first, then partial ones, then those that are not put in an order; by
 *   overall score downwards, then by name; those not in an order by name alone
 */
export function compareCandidates(input: {
  snapshot: PanelSnapshot
  versionId: string
  versionNumber: number
  versions: Versions
  candidates: readonly ComparedCandidate[]
}): ComparisonView {
  const { snapshot } = input
  const rows = input.candidates.map((candidate) => buildRow(candidate, input)).sort(compareRows)
  const ordered = new Set(rows.filter((row) => row.isOrderable).map((row) => row.applicationId))
  const levels = snapshot.scale.levels.map(({ value, label }) => ({ value, label }))
  const values = levels.map((level) => level.value)
  return {
    panelId: snapshot.panelId,
    panelName: snapshot.name,
    roleName: snapshot.role.name,
    versionNumber: input.versionNumber,
    scale: { least: Math.min(...values), most: Math.max(...values), levels },
    competencies: snapshot.competencies,
    interviewers: Object.fromEntries(
      input.candidates
        .flatMap((candidate) => candidate.cards)
        .map((card) => [card.interviewerId, card.interviewerName]),
    ),
    rows,
    facts: {
      candidates: rows.length,
      ordered: ordered.size,
      submitted: sumOf(rows.map((row) => row.submitted)),
      owed: sumOf(rows.map((row) => row.owed)),
      questionsInCommon: shareInCommon(
        input.candidates
          .filter((candidate) => ordered.has(candidate.applicationId))
          .map((candidate) => askedQuestions(candidate.cards)),
      ),
      sessionsOffPlan: countOffPlan(
        input.candidates.filter((candidate) => ordered.has(candidate.applicationId)),
        input.versions,
      ),
    },
  }
}

type Input = Parameters<typeof compareCandidates>[0]

function buildRow(candidate: ComparedCandidate, input: Input): ComparisonRow {
  const { competencies } = input.snapshot
  const levels = candidate.cards.flatMap((card) => listLevels(card, input.versions))
  const questionDisagreements = listQuestionDisagreements(candidate.cards, input.versions)
  const cells = competencies.map((competency): Cell => {
    const onQuestions = questionDisagreements.filter((entry) => entry.competencyId === competency.id)
    const own = levels.filter((given) => given.competencyId === competency.id)
    const score = scoreCompetency(own)
    return {
      competencyId: competency.id,
      score,
      missing: score ? null : findMissingState(competency.id, candidate, input.versions),
      isDisagreement: score !== null && (isDisagreement(score) || onQuestions.length > 0),
      apart: Math.max(score?.spread ?? 0, ...onQuestions.map((entry) => entry.spread)),
      gate: competency.gate === null ? null : standAtGate(score, competency.gate),
      isOtherVersion: own.some((given) => given.panelVersionId !== input.versionId),
    }
  })
  const scores = new Map(cells.flatMap((cell) => (cell.score ? [[cell.competencyId, cell.score]] : [])))
  const weights = new Map(competencies.map((competency) => [competency.id, competency.weight]))
  const interviewers = new Set(levels.map((given) => given.interviewerId))
  return {
    applicationId: candidate.applicationId,
    name: candidate.name,
    code: candidate.code,
    isWithdrawn: candidate.isWithdrawn,
    overall: scoreOverall(scores, weights),
    isOrderable: isOrderable({
      weightScored: sumOf(competencies.filter((c) => scores.has(c.id)).map((c) => c.weight)),
      weightWanted: sumOf(competencies.map((c) => c.weight)),
      interviewers: interviewers.size,
    }),
    cells,
    recommendations: countRecommendations(candidate.cards),
    questionDisagreements,
    submitted: candidate.submitted,
    owed: candidate.owed,
    visible: candidate.cards.length,
  }
}

type PlacedLevel = GivenLevel & { panelVersionId: string }

function listLevels(card: ScoredCard, versions: Versions): PlacedLevel[] {
  const { interviewerId, panelVersionId } = card
  return listRecordedQuestions(card, versions).flatMap(({ question, record }) => {
    if (record.rating?.state !== 'rated') return []
    const { questionId, content } = question
    const competencyId = content.primaryCompetency
    return [{ interviewerId, competencyId, questionId, level: record.rating.level, panelVersionId }]
  })
}

function askedQuestions(cards: readonly ScoredCard[]): Set<string> {
  return new Set(
    cards.flatMap((card) =>
      Object.entries(card.record.questions)
        .filter(([, record]) => record.rating !== null && record.rating.state !== 'not-asked')
        .map(([questionId]) => questionId),
    ),
  )
}

function countOffPlan(candidates: readonly ComparedCandidate[], versions: Versions): number {
  const sessions = candidates.flatMap((candidate) =>
    candidate.cards.flatMap((card) => {
      const interview = versions
        .get(card.panelVersionId)
        ?.interviews.find((item) => item.id === card.interviewId)
      const questions = (interview?.questions ?? []).map(({ questionId, content }) => ({
        questionId,
        title: content.title,
      }))
      return listDeviations(card.record, questions).length > 0 ? [card.sessionId] : []
    }),
  )
  return new Set(sessions).size
}

const strongestFirst: readonly Recommendation[] = ['strong-yes', 'yes', 'no', 'strong-no', 'no-decision']

function countRecommendations(cards: readonly ScoredCard[]): ComparisonRow['recommendations'] {
  return strongestFirst
    .map((recommendation) => ({
      recommendation,
      count: cards.filter((card) => card.record.recommendation === recommendation).length,
    }))
    .filter((entry) => entry.count > 0)
}

function compareRows(a: ComparisonRow, b: ComparisonRow): number {
  return (
    groupOf(a) - groupOf(b) ||
    (a.isOrderable ? (b.overall?.mean ?? 0) - (a.overall?.mean ?? 0) : 0) ||
    a.name.localeCompare(b.name, 'en')
  )
}

function groupOf(row: ComparisonRow): number {
  if (!row.isOrderable || !row.overall) return 2
  return row.overall.isPartial ? 1 : 0
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
