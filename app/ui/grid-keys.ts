/** A cell of a grid by the place of its row among all rows, and of its column among those shown. */
export type GridPlace = { row: number; column: number }

type GridShape = {
  /** How many rows and columns there are. */
  rows: number
  columns: number
  /** How many rows are on the screen at once. */
  page: number
}

/**
 * Where a key leads: arrows, Home and End in the row, both with Ctrl or Cmd in the grid, Page Up and Page Down.
 * @returns undefined for any other key; at an edge the place it came from
 */
export function moveInGrid(
  from: GridPlace,
  { key, isWhole }: { key: string; isWhole: boolean },
  { rows, columns, page }: GridShape,
): GridPlace | undefined {
  const to = (row: number, column: number): GridPlace => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  })
  const { row, column } = from
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - page, column)
    case 'PageDown':
      return to(row + page, column)
    case 'Home':
      return to(isWhole ? 0 : row, 0)
    case 'End':
      return to(isWhole ? rows - 1 : row, columns - 1)
    default:
      return undefined
  }
}
