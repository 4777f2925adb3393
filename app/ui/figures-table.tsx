import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type FiguresTableProps = {
  caption: string
  columns: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly ReactNode[])[]
}

/** A plain table of figures, in a region of its own to scroll in. */
export function FiguresTable({ caption, columns, rows }: FiguresTableProps) {
  return (
    <div
      role="region"
      aria-label={caption}
      // A region that scrolls must take focus, so that arrow keys scroll it.
      tabIndex={0}
      className="relative max-w-full overflow-x-auto print:overflow-visible"
    >
      <table className="border-collapse text-dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-b border-rule py-1 pr-4 text-left align-bottom text-label font-normal text-ink-2"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) => {
                const Cell = j === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={j}
                    scope={j === 0 ? 'row' : undefined}
                    className={classNames(
                      'border-b border-line py-1.5 pr-4 text-left align-top font-normal',
                      widthOf(cell),
                    )}
                  >
                    {cell}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "12 %", "0.45 to 0.89": a figure and its unit stay together; a sentence is no column of single words. */
function widthOf(cell: ReactNode): string | undefined {
  if (typeof cell !== 'string') return undefined
  if (cell.length <= 12) return 'whitespace-nowrap'
  return cell.length > 36 ? 'min-w-48' : undefined
}
