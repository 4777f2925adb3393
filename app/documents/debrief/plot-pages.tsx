import { View } from '@react-pdf/renderer'
import { use } from 'react'
import type { ComparisonPlots } from '#app/domains/debrief/plots/comparison-plots.ts'
import { layOutMultiples } from '#app/domains/measurement/plots/multiples-plot.ts'
import { layOutRows } from '#app/domains/measurement/plots/rows-plot.ts'
import { FiguresTable } from '#app/documents/parts/figures-table.tsx'
import { cutIntoPieces } from '#app/documents/parts/in-pieces.ts'
import { LookContext } from '#app/documents/parts/look.ts'
import { PlotDrawing, unitsOf } from '#app/documents/parts/plot.tsx'
import { tagged } from '#app/documents/parts/tags.ts'
import { Words } from '#app/documents/parts/words.tsx'

/** Points across a portrait sheet of A4, the narrower paper, between its margins. */
const points = 520
/** Rows of a plot that fit on a sheet with its heading in compact print. */
const mostRows = 30

/** The scores and the competencies as pictures, each with its figures. */
export function PlotPages({ plots }: { plots: ComparisonPlots }) {
  const { scores, competencies } = plots
  const look = use(LookContext)
  const width = unitsOf(points, look)
  return (
    <View>
      <Words as="title" {...tagged('H2')}>
        {scores.title}
      </Words>
      <Words as="label">
        {plots.whyNoIntervals === null
          ? 'The dot is what we expect if every interviewer had met the candidate; the bar holds it nine times in ten, and ends in an arrow where it goes on past the scale. The ring is the raw mean. Within a tier nobody can be told from its first.'
          : `The ring is the raw mean. ${plots.whyNoIntervals}`}
      </Words>
      {sliceSections(scores.plot.sections, Math.floor(mostRows / look.scale ** 2)).map((sections, i) => (
        <View key={i} style={{ marginTop: 8 }}>
          <PlotDrawing
            plot={layOutRows({ ...scores.plot, sections }, width)}
            alt={`${scores.title}: a picture of the table that follows.`}
          />
        </View>
      ))}
      <View style={{ marginTop: 6, marginBottom: 12 }}>
        <FiguresTable table={scores.table} />
      </View>
      <View minPresenceAhead={140}>
        <Words as="title" {...tagged('H2')}>
          {competencies.title}
        </Words>
        <Words as="label">
          A tick is what one interviewer gave; the dashed line is the bar of a must-have, which rejects nobody
          by itself.
          {plots.leftOut > 0
            ? ` The first of the comparison are drawn; ${plots.leftOut} more stand on its page of plots.`
            : ''}
        </Words>
      </View>
      {cutIntoPieces(competencies.plot, 2).map((pair, i) => (
        <View key={i} style={{ marginTop: 4 }}>
          <PlotDrawing
            plot={layOutMultiples(pair, width)}
            alt={`${competencies.title}: a picture of the table that follows.`}
          />
        </View>
      ))}
      <View style={{ marginTop: 6 }}>
        <FiguresTable table={competencies.table} names={2} />
      </View>
    </View>
  )
}

type Sections = ComparisonPlots['scores']['plot']['sections']

/** In pieces that each fit on a sheet. */
function sliceSections(sections: Sections, most: number): Sections[] {
  const all = sections.flatMap(({ title, rows }) => rows.map((row) => ({ title, row })))
  return cutIntoPieces(all, most).map((piece) =>
    [...new Set(piece.map(({ title }) => title))].map((title) => ({
      title,
      rows: piece.filter((entry) => entry.title === title).map(({ row }) => row),
    })),
  )
}
