import type { Calibration, CandidateEstimate } from '#app/domains/measurement/calibration-types.ts'
import type { GridPlot } from '#app/domains/measurement/plots/grid-plot.ts'
import type { MultiplesPlot } from '#app/domains/measurement/plots/multiples-plot.ts'
import { formatFigure, type PlotTable } from '#app/domains/measurement/plots/plot.ts'
import type { PlotRow, RowsPlot } from '#app/domains/measurement/plots/rows-plot.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'
import { plotHeat, plotLinks } from './grid-plots.ts'

/** A plot with its name, what it shows in a sentence, and the same in figures. */
export type Pictured<T> = { title: string; words: string; plot: T; table: PlotTable }

export type ComparisonPlots = {
  /** Nothing to draw from: no card is open to this viewer. */
  isEmpty: boolean
  scores: Pictured<RowsPlot>
  competencies: Pictured<MultiplesPlot>
  /** Candidates for whom the competencies have no room. */
  leftOut: number
  heat: Pictured<GridPlot>
  links: Pictured<GridPlot>
  /** Candidates who share no interviewer: how many such groups there are. */
  groups: number
  /** False when the scores leave no interval to draw: all are the same. */
  hasIntervals: boolean
}

/**
 * What there is to draw of a comparison: everything comes from the cards that it was made of.
 * @param most candidates to draw competency by competency, the first of the comparison; all when not given
 */
export function plotComparison(
  view: ComparisonView,
  calibration: Calibration,
  most = Infinity,
): ComparisonPlots {
  const estimates = new Map(calibration.candidates.map((entry) => [entry.id, entry]))
  const scored = view.rows.flatMap((row) => {
    const estimate = estimates.get(row.applicationId)
    return estimate ? [{ row, estimate }] : []
  })
  const hasIntervals = calibration.condition === 'estimated'
  return {
    isEmpty: scored.length === 0,
    scores: plotScores(view, scored, hasIntervals),
    competencies: plotCompetencies(view, scored.slice(0, most), hasIntervals),
    leftOut: Math.max(0, scored.length - most),
    heat: plotHeat(view),
    links: plotLinks(view, calibration),
    groups: calibration.groups.length,
    hasIntervals,
  }
}

type Scored = { row: ComparisonRow; estimate: CandidateEstimate }

function axisOf({ scale }: ComparisonView): Pick<RowsPlot, 'domain' | 'axis'> {
  return {
    domain: [scale.least, scale.most],
    axis: scale.levels.map(({ value }) => ({ at: value, label: String(value) })),
  }
}

function nameOf(row: ComparisonRow): string {
  return row.isWithdrawn ? `${row.name}, withdrawn` : row.name
}

function boundsOf(estimate: { q05: number; q95: number }, hasIntervals: boolean) {
  return { low: hasIntervals ? estimate.q05 : null, high: hasIntervals ? estimate.q95 : null }
}

/** Tiers of each group from the highest, then whoever stands in no order, by name. */
function sortIntoTiers(scored: readonly Scored[], hasIntervals: boolean) {
  const isOrdered = ({ row }: Scored) => row.isOrderable && hasIntervals
  const isGrouped = new Set(scored.filter(isOrdered).map(({ estimate }) => estimate.group)).size > 1
  const tiers = new Map<string, Scored[]>()
  for (const entry of scored.filter(isOrdered).sort(byGroupAndScore)) {
    const { group, tier } = entry.estimate
    const title = isGrouped ? `Group ${group + 1}, tier ${tier}` : `Tier ${tier}`
    tiers.set(title, [...(tiers.get(title) ?? []), entry])
  }
  const rest = scored
    .filter((entry) => !isOrdered(entry))
    .sort((a, b) => a.row.name.localeCompare(b.row.name, 'en'))
  return [...tiers, ...(rest.length > 0 ? [['Not ordered', rest] as const] : [])]
}

function byGroupAndScore({ estimate: a }: Scored, { estimate: b }: Scored): number {
  return a.group - b.group || a.tier - b.tier || b.mean - a.mean
}

function plotScores(
  view: ComparisonView,
  scored: readonly Scored[],
  hasIntervals: boolean,
): Pictured<RowsPlot> {
  const tiers = sortIntoTiers(scored, hasIntervals)
  const sections = tiers.map(([title, entries]) => ({
    title,
    rows: entries.map(({ row, estimate }): PlotRow => ({
      label: nameOf(row),
      value: hasIntervals ? estimate.mean : null,
      ...boundsOf(estimate, hasIntervals),
      raw: row.overall?.mean ?? null,
      ticks: [],
      figure: hasIntervals ? formatFigure(estimate.mean) : '',
      note: null,
    })),
  }))
  const rows = tiers.flatMap(([title, entries]) =>
    entries.map(({ row, estimate }) => [
      nameOf(row),
      title,
      ...(hasIntervals ? [estimate.mean, estimate.q05, estimate.q95].map(formatFigure) : ['–', '–', '–']),
      row.overall ? formatFigure(row.overall.mean) : '–',
    ]),
  )
  return {
    title: 'Scores and how sure they are',
    words: sayScores(scored.length, tiers.length),
    plot: { ...axisOf(view), line: null, sections },
    table: {
      columns: ['Candidate', 'Tier', 'Calibrated score', 'Nine times in ten from', 'to', 'Raw mean'],
      rows,
    },
  }
}

function sayScores(candidates: number, tiers: number): string {
  return `Scores of ${candidates} ${candidates === 1 ? 'candidate' : 'candidates'} in ${tiers} ${tiers === 1 ? 'tier' : 'tiers'}, each with the interval that holds it nine times in ten and its raw mean. The table below has the figures.`
}

function plotCompetencies(
  view: ComparisonView,
  scored: readonly Scored[],
  hasIntervals: boolean,
): Pictured<MultiplesPlot> {
  const inOrder = scored.toSorted((a, b) => a.row.name.localeCompare(b.row.name, 'en'))
  const readCells = (competencyId: string) =>
    inOrder.flatMap(({ row, estimate }) => {
      const cell = row.cells.find((entry) => entry.competencyId === competencyId)
      const found = estimate.competencies.find((entry) => entry.competency === competencyId)
      return cell?.score ? [{ row, score: cell.score, found: hasIntervals ? found : undefined }] : []
    })
  const plots = view.competencies.map((competency) => {
    const rows = readCells(competency.id).map(({ row, score, found }): PlotRow => ({
      label: nameOf(row),
      value: found?.mean ?? null,
      low: found?.q05 ?? null,
      high: found?.q95 ?? null,
      raw: score.mean,
      ticks: score.interviewers.map(({ mean }) => mean),
      figure: '',
      note: null,
    }))
    const line = competency.gate === null ? null : { at: competency.gate, tone: 'gate' as const }
    const nobody: PlotRow = {
      label: 'Nobody rated here yet',
      value: null,
      low: null,
      high: null,
      raw: null,
      ticks: [],
      figure: '',
      note: '',
    }
    return {
      title: competency.name,
      plot: { ...axisOf(view), line, sections: [{ title: null, rows: rows.length > 0 ? rows : [nobody] }] },
    }
  })
  const figures = view.competencies.flatMap((competency) =>
    readCells(competency.id).map(({ row, score, found }) => [
      competency.name,
      nameOf(row),
      found ? formatFigure(found.mean) : '–',
      found ? `${formatFigure(found.q05)} to ${formatFigure(found.q95)}` : '–',
      formatFigure(score.mean),
      score.interviewers.map(({ mean }) => formatFigure(mean)).join(', '),
      competency.gate === null ? '–' : formatFigure(competency.gate),
    ]),
  )
  return {
    title: 'Competency by competency',
    words: `${view.competencies.length} small plots to one scale: for each competency every candidate’s score with its interval, the raw mean, what each interviewer gave, and the bar of a must-have. The table below has the figures.`,
    plot: plots,
    table: {
      columns: [
        'Competency',
        'Candidate',
        'Calibrated score',
        'Nine times in ten',
        'Raw mean',
        'By interviewer',
        'Bar',
      ],
      rows: figures,
    },
  }
}
