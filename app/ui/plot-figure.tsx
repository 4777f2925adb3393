import type { ReactNode } from 'react'
import type { Plot, PlotTable } from '#app/domains/measurement/plots/plot.ts'
import { Disclosure } from './disclosure.tsx'
import { PlotSvg } from './plot-svg.tsx'

type PlotFigureProps = {
  /** Says the picture in words. */
  words: string
  /** Lays the plot out for a width in its own units. */
  layOut: (width: number) => Plot
  table: PlotTable
  /** What the table is called. */
  caption: string
  /** What the marks mean. */
  children?: ReactNode
}

/** Px of a phone of 320, of a page beside the rail or on paper, and of a wide one. */
const widths = { narrow: 288, middle: 560, wide: 960 }

/** A picture, what its marks mean, and the same in figures. All layouts are sent, so that none waits for a script. */
export function PlotFigure({ words, layOut, table, caption, children }: PlotFigureProps) {
  return (
    <figure>
      <PlotSvg plot={layOut(widths.narrow)} words={words} className="sm:hidden print:hidden" />
      <PlotSvg plot={layOut(widths.middle)} words={words} className="hidden sm:block xl:hidden print:block" />
      <PlotSvg plot={layOut(widths.wide)} words={words} className="hidden xl:block print:hidden" />
      {children ? (
        <figcaption className="mt-2 max-w-measure text-dense text-ink-2">{children}</figcaption>
      ) : null}
      <Disclosure title="The figures">
        <PlotFigures table={table} caption={caption} />
      </Disclosure>
    </figure>
  )
}

function PlotFigures({ table, caption }: { table: PlotTable; caption: string }) {
  return (
    <div
      role="region"
      aria-label={caption}
      // A region that scrolls must take focus, so that arrow keys scroll it.
      tabIndex={0}
      className="max-w-full overflow-x-auto"
    >
      <table className="border-collapse text-dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
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
          {table.rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) => {
                const Cell = j === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={j}
                    scope={j === 0 ? 'row' : undefined}
                    className="border-b border-line py-1.5 pr-4 text-left align-top font-normal"
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
