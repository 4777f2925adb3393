import { groupConnected } from '#app/domains/measurement/connectivity.ts'
import type { GridCell, GridPlot } from '#app/domains/measurement/plots/grid-plot.ts'
import { formatFigure } from '#app/domains/measurement/plots/plot.ts'
import { noteWords } from '../comparison-table.ts'
import type { Cell, ComparisonRow, ComparisonView } from '../comparison-view.ts'
import { missingWords } from '../missing-state.ts'
import type { Pictured } from './comparison-plots.ts'

/** Raw scores of candidates by competencies as a heat map. */
export function plotHeat(view: ComparisonView): Pictured<GridPlot> {
  return {
    title: 'Heat map of raw scores',
    words: `Raw scores of ${view.rows.length} candidates in ${view.competencies.length} competencies, darker for higher. The table below has the figures and the flags in words.`,
    plot: {
      columns: view.competencies.map(({ name }) => name),
      domain: [view.scale.least, view.scale.most],
      sections: [
        { title: null, rows: view.rows.map((row) => ({ label: row.name, cells: row.cells.map(heatOf) })) },
      ],
    },
    table: {
      columns: ['Candidate', ...view.competencies.map(({ name }) => name)],
      rows: view.rows.map((row) => [row.name, ...row.cells.map(sayCell)]),
    },
  }
}

function heatOf(cell: Cell): GridCell {
  if (!cell.score) return { kind: 'missing' }
  return { kind: 'heat', value: cell.score.mean, isApart: cell.isDisagreement, bar: cell.gate }
}

function sayCell(cell: Cell): string {
  if (!cell.score) return cell.missing ? missingWords[cell.missing] : '–'
  const note = noteWords(cell)
  return note === '' ? formatFigure(cell.score.mean) : `${formatFigure(cell.score.mean)}; ${note}`
}

/** Who met whom, as far as the cards one may see tell it, in the groups that share interviewers. */
export function plotLinks(
  view: ComparisonView,
  groups: readonly (readonly ComparisonRow[])[],
): Pictured<GridPlot> {
  const people = Object.entries(view.interviewers)
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const isGrouped = groups.length > 1
  const groupTitle = (index: number) => (isGrouped ? `Group ${index + 1}` : null)
  return {
    title: 'Who met whom',
    words: `${groups.flat().length} candidates and the ${people.length} interviewers whose scores count, in ${groups.length} ${isGrouped ? 'groups that share no interviewer' : 'group'}. The table below names them.`,
    plot: {
      columns: people.map(({ name }) => name),
      domain: [view.scale.least, view.scale.most],
      sections: groups.map((rows, index) => ({
        title: groupTitle(index),
        rows: rows.map((row) => {
          const met = raterIdsOf(row)
          return {
            label: row.name,
            cells: people.map(({ id }): GridCell => ({ kind: met.has(id) ? 'met' : 'nothing' })),
          }
        }),
      })),
    },
    table: {
      columns: ['Candidate', 'Group', 'Interviewers whose scores count'],
      rows: groups.flatMap((rows, index) =>
        rows.map((row) => {
          const met = raterIdsOf(row)
          const names = people.filter(({ id }) => met.has(id)).map(({ name }) => name)
          return [row.name, String(index + 1), names.join(', ')]
        }),
      ),
    },
  }
}

/** Candidates in groups that share interviewers, the largest first. */
export function groupRows(rows: readonly ComparisonRow[]): ComparisonRow[][] {
  const places = new Map<string, number>()
  const meetings = rows.flatMap((row, candidate) =>
    [...raterIdsOf(row)].map((id) => {
      const interviewer = places.get(id) ?? places.size
      places.set(id, interviewer)
      return { candidate, interviewer }
    }),
  )
  return groupConnected(rows.length, meetings).map((group) => group.flatMap((place) => rows[place] ?? []))
}

function raterIdsOf(row: ComparisonRow): Set<string> {
  return new Set(
    row.cells.flatMap((cell) => (cell.score?.interviewers ?? []).map((entry) => entry.interviewerId)),
  )
}
