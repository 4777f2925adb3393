import type { CSSProperties } from 'react'

type PinnedColumn = {
  getIsPinned: () => false | 'start' | 'end'
  getStart: (position: 'start') => number
  getSize: () => number
}

/** The first column stays put always, the pinned ones behind it too. */
export function isSticky(column: PinnedColumn, index: number): boolean {
  return index === 0 || column.getIsPinned() === 'start'
}

/** Pinned columns have the widths their offsets are computed from; others are as wide as they like. */
export function stickyStyle(column: PinnedColumn): CSSProperties | undefined {
  if (column.getIsPinned() !== 'start') return undefined
  const width = column.getSize()
  return { left: column.getStart('start'), width, minWidth: width, maxWidth: width }
}
