import type { GridPlot } from '#app/domains/measurement/plots/grid-plot.ts'
import type { MultiplesPlot } from '#app/domains/measurement/plots/multiples-plot.ts'
import { formatFigure, type PlotTable } from '#app/domains/measurement/plots/plot.ts'
import type { PlotRow, RowsPlot } from '#app/domains/measurement/plots/rows-plot.ts'
import { noCalibrationWords, writeOtherScale } from '../comparison-ratings.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'
import { nameTier } from '../tier-words.ts'
import { groupRows, plotHeat, plotLinks } from './grid-plots.ts'

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
  /** Why there is no interval to draw; null when there is. */
  whyNoIntervals: string | null
  /** How many cards are drawn in nothing for their scale, in a sentence; null when there are none. */
  otherScale: string | null
}

/**
 * What there is to draw of a comparison.
 * @param most candidates to draw competency by competency, the first of the comparison; all when not given
 */
export function plotComparison(view: ComparisonView, most = Infinity): ComparisonPlots {
  const scored = view.rows.filter((row) => row.cells.some((cell) => cell.score))
  const groups = groupRows(scored)
  return {
    isEmpty: scored.length === 0,
    scores: plotScores(view, scored),
    competencies: plotCompetencies(view, scored.slice(0, most)),
    leftOut: Math.max(0, scored.length - most),
    heat: plotHeat(view),
    links: plotLinks(view, groups),
    groups: groups.length,
    whyNoIntervals: view.calibration.kind === 'none' ? noCalibrationWords[view.calibration.why] : null,
    otherScale: writeOtherScale(view.calibration.otherScale),
  }
}

function axisOf({ scale }: ComparisonView): Pick<RowsPlot, 'domain' | 'axis'> {
  return {
    domain: [scale.least, scale.most],
    axis: scale.levels.map(({ value }) => ({ at: value, label: String(value) })),
  }
}

function nameOf(row: ComparisonRow): string {
  return row.isWithdrawn ? `${row.name}, withdrawn` : row.name
}

/** Tiers of each group from the highest, then whoever stands in no order, by name. */
function sortIntoTiers(view: ComparisonView, scored: readonly ComparisonRow[]) {
  const { calibration } = view
  const tiers = calibration.kind === 'none' ? [] : calibration.tiers
  const groups = calibration.kind === 'none' ? 1 : calibration.groups
  const byTier = tiers.map((tier) => ({
    title: nameTier(tier, groups),
    rows: tier.applicationIds.flatMap((id) => scored.filter((row) => row.applicationId === id)),
  }))
  const placed = new Set(tiers.flatMap((tier) => tier.applicationIds))
  const rest = scored
    .filter((row) => !placed.has(row.applicationId))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  return [...byTier, { title: 'Not ordered', rows: rest }].filter(({ rows }) => rows.length > 0)
}

function plotScores(view: ComparisonView, scored: readonly ComparisonRow[]): Pictured<RowsPlot> {
  const tiers = sortIntoTiers(view, scored)
  const sections = tiers.map(({ title, rows }) => ({
    title,
    rows: rows.map((row): PlotRow => {
      const { calibrated, overall } = row
      return {
        label: nameOf(row),
        value: calibrated?.mean ?? null,
        low: calibrated?.low ?? null,
        high: calibrated?.high ?? null,
        raw: overall?.mean ?? null,
        ticks: [],
        figure: calibrated ? formatFigure(calibrated.mean) : '',
        note: null,
      }
    }),
  }))
  const rows = tiers.flatMap(({ title, rows: entries }) =>
    entries.map((row) => {
      const { calibrated, overall } = row
      const figures = calibrated
        ? [calibrated.mean, calibrated.low, calibrated.high].map(formatFigure)
        : ['–', '–', '–']
      return [nameOf(row), title, ...figures, overall ? formatFigure(overall.mean) : '–']
    }),
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

function plotCompetencies(view: ComparisonView, scored: readonly ComparisonRow[]): Pictured<MultiplesPlot> {
  const inOrder = scored.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const readCells = (competencyId: string) =>
    inOrder.flatMap((row) => {
      const cell = row.cells.find((entry) => entry.competencyId === competencyId)
      return cell?.score ? [{ row, score: cell.score, found: cell.calibrated }] : []
    })
  const plots = view.competencies.map((competency) => {
    const rows = readCells(competency.id).map(({ row, score, found }): PlotRow => ({
      label: nameOf(row),
      value: found?.mean ?? null,
      low: found?.low ?? null,
      high: found?.high ?? null,
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
      found ? `${formatFigure(found.low)} to ${formatFigure(found.high)}` : '–',
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
