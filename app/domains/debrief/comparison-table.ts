import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import type { Tier } from './calibration-summary.ts'
import type { CalibratedScore, Cell, ComparisonRow, ComparisonView } from './comparison-view.ts'
import { neutraliseCell } from './csv-cell.ts'
import type { DecisionChip } from './meeting/standing.ts'
import { missingWords } from './missing-state.ts'

/** A score as it is shown everywhere: one decimal. */
export function formatScore(value: number): string {
  return value.toFixed(1)
}

/** "2.5" or "3": how far apart, without a decimal that says nothing. */
export function formatApart(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

/** Where a candidate stands among the others: "in order", "partial, 8 of 9" or "not ordered". */
export function standingWords(row: ComparisonRow): string {
  if (!row.isOrderable || !row.overall) return 'not ordered'
  const { isPartial, scored, wanted } = row.overall
  return isPartial ? `partial, ${scored} of ${wanted}` : 'in order'
}

/** What a cell says beside its score: missing, apart, the bar, another version, not independent; empty when there is nothing. */
export function noteWords(cell: Cell): string {
  if (cell.missing) return missingWords[cell.missing]
  return [
    cell.isDisagreement && `${formatApart(cell.apart)} apart`,
    cell.gate === 'met' && 'bar met',
    cell.gate === 'not-met' && 'bar not met',
    cell.gate === 'unclear' && 'bar unclear',
    cell.isOtherVersion && 'scored under another version',
    cell.couldRead > 0 &&
      `${cell.couldRead} of ${cell.score?.interviewers.length ?? 0} could read others first`,
  ]
    .filter(Boolean)
    .join('; ')
}

/**
 * The comparison as rows of text for a CSV, the head first. A missing score is an empty cell with the reason
 * beside it, never 0.
 * @param decisions where debriefs stand, by application id
 */
export function tabulateComparison(
  view: ComparisonView,
  decisions: Readonly<Record<string, Pick<DecisionChip, 'words'>>>,
): string[][] {
  const head = [
    'Candidate',
    'Code',
    'Standing',
    'Calibrated score',
    'Calibrated: 90 % from',
    'Calibrated: 90 % to',
    'Tier',
    'Raw score',
    'Competencies scored',
    'Competencies in all',
    ...view.competencies.flatMap(({ name }) => [
      name,
      `${name}: calibrated`,
      `${name}: 90 % from`,
      `${name}: 90 % to`,
      `${name}: interviewers`,
      `${name}: note`,
    ]),
    ...recommendations.map((key) => recommendationWords[key]),
    'Scorecards in',
    'Scorecards owed',
    'Scorecards of people who could read others first',
    'Decision',
  ]
  const rows = view.rows.map((row) => [...listCells(row, view), decisions[row.applicationId]?.words ?? ''])
  return [head, ...rows].map((cells) => cells.map(neutraliseCell))
}

function listCells(row: ComparisonRow, view: ComparisonView): string[] {
  return [
    row.name,
    row.code,
    row.isWithdrawn ? 'withdrawn' : standingWords(row),
    ...figures(row.calibrated),
    findTier(row, view)?.key ?? '',
    row.isOrderable && row.overall ? row.overall.mean.toFixed(2) : '',
    String(row.overall?.scored ?? 0),
    String(view.competencies.length),
    ...row.cells.flatMap((cell) => [
      cell.score?.mean.toFixed(2) ?? '',
      ...figures(cell.calibrated),
      String(cell.score?.interviewers.length ?? 0),
      noteWords(cell),
    ]),
    ...recommendations.map((key) =>
      String(row.recommendations.find((entry) => entry.recommendation === key)?.count ?? 0),
    ),
    String(row.submitted),
    String(row.owed),
    String(row.couldRead),
  ]
}

function figures(calibrated: CalibratedScore | null): string[] {
  return calibrated
    ? [calibrated.mean, calibrated.low, calibrated.high].map((value) => value.toFixed(2))
    : ['', '', '']
}

/** The tier of a candidate; undefined for those in no order, and while nothing is calibrated. */
export function findTier(
  { applicationId }: Pick<ComparisonRow, 'applicationId'>,
  { calibration }: Pick<ComparisonView, 'calibration'>,
): Tier | undefined {
  return calibration.kind === 'calibrated'
    ? calibration.tiers.find((tier) => tier.applicationIds.includes(applicationId))
    : undefined
}

/** The tier of every candidate who stands in one, by application id. */
export function readTiers({ calibration }: Pick<ComparisonView, 'calibration'>): Map<string, Tier> {
  const tiers = calibration.kind === 'calibrated' ? calibration.tiers : []
  return new Map(tiers.flatMap((tier) => tier.applicationIds.map((id): [string, Tier] => [id, tier])))
}
