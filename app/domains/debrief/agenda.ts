import type { Cell, ComparisonRow, ComparisonView } from './comparison-view.ts'

export type AgendaItem = {
  applicationId: string
  candidateName: string
  competencyId: string
  competencyName: string
  isMustHave: boolean
  /** The bar of a must-have, in points of the scale. */
  bar: number | null
  reason: 'apart' | 'bar-unclear'
  /** How many levels lie between the farthest two interviewers. */
  apart: number
}

/**
 * What a debrief talks about: interviewers two or more levels apart, widest first, then bars of must-haves
 * that the scores leave unclear; what is equal stands in the order of the comparison.
 */
export function listAgenda(view: Pick<ComparisonView, 'rows' | 'competencies'>): AgendaItem[] {
  const items = view.rows
    .filter((row) => !row.isWithdrawn)
    .flatMap((row) => row.cells.flatMap((cell) => readItem(row, cell, view.competencies)))
  const apart = items.filter((item) => item.reason === 'apart').sort((a, b) => b.apart - a.apart)
  return [...apart, ...items.filter((item) => item.reason === 'bar-unclear')]
}

/** Whether scores are there, and still do not say on which side of the bar the candidate stands. */
export function isBarUnclear(cell: Cell): boolean {
  return cell.score !== null && cell.gate === 'unclear'
}

function readItem(
  row: ComparisonRow,
  cell: Cell,
  competencies: ComparisonView['competencies'],
): AgendaItem | [] {
  const competency = competencies.find((entry) => entry.id === cell.competencyId)
  if (!competency || (!cell.isDisagreement && !isBarUnclear(cell))) return []
  return {
    applicationId: row.applicationId,
    candidateName: row.name,
    competencyId: competency.id,
    competencyName: competency.name,
    isMustHave: competency.gate !== null,
    bar: competency.gate,
    reason: cell.isDisagreement ? 'apart' : 'bar-unclear',
    apart: cell.apart,
  }
}
