import {
  isDisagreement,
  isOrderable,
  scoreCompetency,
  scoreOverall,
  shareInCommon,
  standAtGate,
  type CompetencyScore,
  type GateStanding,
  type OverallScore,
} from '#app/domains/measurement/score.ts'
import type { Calibration, CandidateEstimate } from '#app/domains/measurement/calibration-types.ts'
import { standAtBar } from '#app/domains/measurement/tiers.ts'
import { groupBy } from '#app/lib/group-by.ts'
import type { SnapshotCompetency } from '#app/domains/panels/panel-snapshot.schema.ts'
import { listDeviations } from '#app/domains/scorecards/deviations.ts'
import type { Recommendation } from '#app/domains/scorecards/scorecard.ts'
import { summariseCalibration, type CalibrationSummary } from './calibration-summary.ts'
import { listLevels, listVersionsOnScale } from './comparison-ratings.ts'
import { listQuestionDisagreements } from './disagreements.ts'
import { findMissingState, type MissingState } from './missing-state.ts'
import type { Waiting } from './waiting.ts'
import {
  askedQuestions,
  isOtherVersion,
  type Compared,
  type ComparedCandidate,
  type ScoredCard,
  type Versions,
} from './scored-card.ts'

/** What to expect if every interviewer had met the candidate, and the bounds that hold it nine times in ten. */
export type CalibratedScore = { mean: number; low: number; high: number }

export type Cell = {
  competencyId: string
  score: CompetencyScore | null
  /** Null without a score, and while nothing can be calibrated. */
  calibrated: CalibratedScore | null
  /** Why there is no score; null when there is one. */
  missing: MissingState | null
  isDisagreement: boolean
  /** How far the farthest two interviewers are apart, over the competency or on one question of it. */
  apart: number
  /** Null for a competency without a bar. */
  gate: GateStanding | null
  /** Some of it was given under another version of the panel. */
  isOtherVersion: boolean
  /** Of the interviewers who gave the score: who could read others' cards of the candidate first. */
  couldRead: number
}

export type ComparisonRow = {
  applicationId: string
  name: string
  code: string
  isWithdrawn: boolean
  overall: OverallScore | null
  /** Null for those who stand in no order, and while nothing can be calibrated. */
  calibrated: (CalibratedScore & { expected: Record<string, number> }) | null
  isOrderable: boolean
  cells: Cell[]
  recommendations: { recommendation: Recommendation; count: number }[]
  /** Of the visible cards: those whose writer could read others first. */
  couldRead: number
  /** Cards handed in and cards owed; the only thing shown of cards that one may not see yet. */
  submitted: number
  owed: number
  visible: number
}

export type ComparisonView = {
  /** A round rated elsewhere: its candidates have no page, and there is nothing to plan or to fill. */
  isPast: boolean
  panelId: string
  panelName: string
  roleName: string
  versionNumber: number
  scale: { least: number; most: number; levels: { value: number; label: string }[] }
  competencies: SnapshotCompetency[]
  /** Names of the interviewers of visible cards, by id. */
  interviewers: Record<string, string>
  rows: ComparisonRow[]
  calibration: CalibrationSummary
  facts: {
    candidates: number
    ordered: number
    submitted: number
    owed: number
    /** 0 to 1 over the candidates in order; null under two of them. */
    questionsInCommon: number | null
    /** Sessions of the candidates in order of which a visible card tells that it left the plan. */
    sessionsOffPlan: number
    /** Visible cards whose writer could read others of the candidate first. */
    couldRead: number
  }
}

/** A comparison, and for each candidate by application id what this viewer still waits for. */
export type Comparison = { view: ComparisonView; waiting: Record<string, Waiting> }

/**
 * Compares the candidates of one panel; the one source for screen, CSV and PDF.
 * @param input `candidates` with only those cards that the viewer may see; `versions` by panel version id
 * @param calibration of what `planCalibration` made of the same input; left out where it made nothing
 *   and `under-way` while it is being worked out
 * @returns rows by group and tier, then those that are not put in an order, by name; without a calibration
 *   complete raw scores first, then partial ones
 */
export function compareCandidates(input: Compared, calibration?: Calibration | 'under-way'): ComparisonView {
  const { snapshot } = input
  const estimated =
    calibration !== 'under-way' && calibration?.condition === 'estimated' ? calibration : undefined
  const estimates = new Map(estimated?.candidates.map((estimate) => [estimate.id, estimate]))
  const onScale = listVersionsOnScale(input)
  const built = input.candidates
    .map((candidate) => buildRow(candidate, { ...input, onScale }, estimates.get(candidate.applicationId)))
    .sort(compareByRaw)
  const { rows, summary } = summariseCalibration(built, input, calibration)
  const ordered = new Set(rows.filter((row) => row.isOrderable).map((row) => row.applicationId))
  const levels = snapshot.scale.levels.map(({ value, label }) => ({ value, label }))
  const values = levels.map((level) => level.value)
  return {
    isPast: input.isPast === true,
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
    calibration: summary,
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
      couldRead: sumOf(rows.map((row) => row.couldRead)),
    },
  }
}

function buildRow(
  candidate: ComparedCandidate,
  input: Compared & { onScale: ReadonlySet<string> },
  estimate: CandidateEstimate | undefined,
): ComparisonRow {
  const { competencies } = input.snapshot
  // Points of another scale have no mean with those of this one.
  const scored = candidate.cards.filter((card) => input.onScale.has(card.panelVersionId))
  const levels = scored.flatMap((card) => listLevels(card, input.versions))
  const marked = scored
    .filter((card) => card.couldReadOthers)
    .flatMap((card) => listLevels(card, input.versions))
  const byCompetency = groupBy(levels, (given) => given.competencyId)
  const disagreements = listQuestionDisagreements(levels)
  const cells = competencies.map((competency): Cell => {
    const onQuestions = disagreements.filter((entry) => entry.competencyId === competency.id)
    const own = byCompetency.get(competency.id) ?? []
    const score = scoreCompetency(own)
    const expected = estimate?.competencies.find((one) => one.competency === competency.id)
    // What nobody rated on this scale is a guess from the rest: missing stays missing.
    const found = score && expected && expected.raw !== null ? expected : null
    return {
      competencyId: competency.id,
      score,
      calibrated: found && { mean: found.mean, low: found.q05, high: found.q95 },
      missing: score ? null : findMissing(competency.id, candidate, input),
      isDisagreement: score !== null && (isDisagreement(score) || onQuestions.length > 0),
      apart: Math.max(score?.spread ?? 0, ...onQuestions.map((entry) => entry.spread)),
      gate: competency.gate === null ? null : (standByChance(found) ?? standAtGate(score, competency.gate)),
      isOtherVersion: own.some((given) => isOtherVersion(input, given.panelVersionId)),
      couldRead: new Set(
        marked.filter((given) => given.competencyId === competency.id).map((given) => given.interviewerId),
      ).size,
    }
  })
  const scores = new Map(cells.flatMap((cell) => (cell.score ? [[cell.competencyId, cell.score]] : [])))
  const weights = new Map(competencies.map((competency) => [competency.id, competency.weight]))
  const isInOrder = isOrderable({
    weightScored: sumOf(competencies.filter((c) => scores.has(c.id)).map((c) => c.weight)),
    weightWanted: sumOf(competencies.map((c) => c.weight)),
    interviewers: new Set(levels.map((given) => given.interviewerId)).size,
  })
  return {
    applicationId: candidate.applicationId,
    name: candidate.name,
    code: candidate.code,
    isWithdrawn: candidate.isWithdrawn,
    overall: scoreOverall(scores, weights),
    calibrated:
      isInOrder && estimate && estimate.raw !== null
        ? {
            mean: estimate.mean,
            low: estimate.q05,
            high: estimate.q95,
            expected: Object.fromEntries(estimate.competencies.map((one) => [one.competency, one.mean])),
          }
        : null,
    isOrderable: isInOrder,
    cells,
    recommendations: countRecommendations(candidate.cards),
    couldRead: candidate.cards.filter((card) => card.couldReadOthers).length,
    submitted: candidate.submitted,
    owed: candidate.owed,
    visible: candidate.cards.length,
  }
}

function findMissing(
  competencyId: string,
  candidate: ComparedCandidate,
  { isPast, versions, onScale }: Compared & { onScale: ReadonlySet<string> },
): MissingState {
  const isElsewhere = candidate.cards.some(
    (card) =>
      !onScale.has(card.panelVersionId) &&
      listLevels(card, versions).some((given) => given.competencyId === competencyId),
  )
  if (isElsewhere) return 'other-scale'
  return isPast ? 'not-given' : findMissingState(competencyId, candidate, versions)
}

function standByChance(estimate: { reachesBar: number | null } | null): GateStanding | undefined {
  return estimate && estimate.reachesBar !== null ? standAtBar(estimate.reachesBar) : undefined
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

const collator = new Intl.Collator('en')

/** In the order of the alphabet. */
export function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name)
}

/** Complete raw scores first, then partial ones, then those in no order; the highest first, what is equal by name. */
export function compareByRaw(a: ComparisonRow, b: ComparisonRow): number {
  return (
    groupOf(a) - groupOf(b) ||
    (a.isOrderable ? (b.overall?.mean ?? 0) - (a.overall?.mean ?? 0) : 0) ||
    byName(a, b)
  )
}

function groupOf(row: ComparisonRow): number {
  if (!row.isOrderable || !row.overall) return 2
  return row.overall.isPartial ? 1 : 0
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
