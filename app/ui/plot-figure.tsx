import type { ReactNode } from 'react'
import type { Plot, PlotTable } from '#app/domains/measurement/plots/plot.ts'
import { Disclosure } from './disclosure.tsx'
import { FiguresTable } from './figures-table.tsx'
import { PlotSvg } from './plot-svg.tsx'

type PlotFigureProps = {
  /** Says the picture in words. */
  words: string
  /** Lays the plot out for a width in its own units; in several parts, paper may begin a page before each. */
  layOut: (width: number) => Plot | readonly Plot[]
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
    <figure className={Array.isArray(layOut(widths.middle)) ? 'break-inside-auto!' : undefined}>
      <Parts laid={layOut(widths.narrow)} words={words} className="sm:hidden print:hidden" />
      <Parts laid={layOut(widths.middle)} words={words} className="hidden sm:block xl:hidden print:block" />
      <Parts laid={layOut(widths.wide)} words={words} className="hidden xl:block print:hidden" />
      {children ? (
        <figcaption className="mt-2 max-w-measure text-dense text-ink-2">{children}</figcaption>
      ) : null}
      <div className="print:not-has-[[open]]:hidden">
        <Disclosure title="The figures">
          <FiguresTable {...table} caption={caption} />
        </Disclosure>
      </div>
    </figure>
  )
}

type PartsProps = { laid: Plot | readonly Plot[]; words: string; className: string }

/** One picture to whoever hears it, however many parts it is drawn in. */
function Parts({ laid, words, className }: PartsProps) {
  const parts = [laid].flat()
  return (
    <div role="img" aria-label={words} className={className}>
      {parts.map((plot, at) => (
        <PlotSvg key={at} plot={plot} />
      ))}
    </div>
  )
}
