import type { KeyboardEvent } from 'react'

const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Arrow keys, Home and End move focus between `data-cell` cells; keys inside a control of a cell are its own. */
export function moveCellFocus(event: KeyboardEvent<HTMLElement>) {
  const cell = event.target
  if (!(cell instanceof HTMLTableCellElement) || cell.dataset.cell === undefined) return
  const rows = [...event.currentTarget.querySelectorAll('tbody tr:has([data-cell])')]
  const here = rows.findIndex((row) => row.contains(cell))
  const target = findCell(rows, { row: here, index: cell.cellIndex }, event.key)
  if (!target) return
  event.preventDefault()
  cell.tabIndex = -1
  target.tabIndex = 0
  target.focus()
}

function findCell(
  rows: readonly Element[],
  from: { row: number; index: number },
  key: string,
): HTMLTableCellElement | undefined {
  const cellsOf = (row: number) => [
    ...(rows[row]?.querySelectorAll<HTMLTableCellElement>('[data-cell]') ?? []),
  ]
  if (key === 'Home') return cellsOf(from.row)[0]
  if (key === 'End') return cellsOf(from.row).at(-1)
  const step = steps[key]
  return step && from.index + step[1] >= 0 ? cellsOf(from.row + step[0])[from.index + step[1]] : undefined
}
