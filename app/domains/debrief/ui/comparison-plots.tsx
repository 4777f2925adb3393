import { layOutGrid } from '#app/domains/measurement/plots/grid-plot.ts'
import { layOutMultiplesByRow } from '#app/domains/measurement/plots/multiples-plot.ts'
import { layOutRows } from '#app/domains/measurement/plots/rows-plot.ts'
import { HeatRamp } from '#app/ui/heat-cell.tsx'
import { Note } from '#app/ui/note.tsx'
import { PlotFigure } from '#app/ui/plot-figure.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ComparisonPlots as Plots } from '#app/domains/debrief/plots/comparison-plots.ts'

/** The pictures of a comparison, each with its figures. */
export function ComparisonPlots({ plots }: { plots: Plots }) {
  const { scores, competencies, heat, links } = plots
  return (
    <>
      <Section title={scores.title} isFirst>
        {plots.whyNoIntervals === null ? null : (
          <Note tone="calm" className="mb-3">
            {plots.whyNoIntervals}
          </Note>
        )}
        {plots.otherScale === null ? null : (
          <Note tone="calm" className="mb-3">
            {plots.otherScale}
          </Note>
        )}
        {plots.groups > 1 ? (
          <Note className="mb-3" title={`${plots.groups} groups share no interviewer`}>
            Between groups there is no order: one group’s interviewers may be the strict ones. A shared
            interviewer would connect them.
          </Note>
        ) : null}
        <PlotFigure
          {...scores}
          layOut={(width) => layOutRows(scores.plot, width)}
          caption={`${scores.title}, in figures`}
        >
          The dot is what we expect if every interviewer had met the candidate; the bar holds it nine times in
          ten, and ends in an arrow where it goes on past the scale. The ring is the raw mean. Within a tier
          nobody can be told from its first.
        </PlotFigure>
      </Section>
      <Section title={competencies.title}>
        <PlotFigure
          {...competencies}
          layOut={(width) => layOutMultiplesByRow(competencies.plot, width)}
          caption={`${competencies.title}, in figures`}
        >
          Candidates by name. A tick is what one interviewer gave, over all of their questions here; the
          dashed line is the bar of a must-have, which rejects nobody by itself.
        </PlotFigure>
      </Section>
      <Section title={heat.title}>
        <PlotFigure
          {...heat}
          layOut={(width) => layOutGrid(heat.plot, width)}
          caption={`${heat.title}, in figures`}
        >
          <span className="inline-flex flex-wrap items-center gap-x-1.5">
            <HeatRamp /> low to high.
          </span>{' '}
          A dot in the corner: interviewers two levels apart. A line at the foot: bar not met; dashed: bar
          unclear. A dotted box: no score.
        </PlotFigure>
      </Section>
      <Section title={links.title}>
        <PlotFigure
          {...links}
          layOut={(width) => layOutGrid(links.plot, width)}
          caption={`${links.title}, in figures`}
        >
          A dot: this interviewer’s score of this candidate counts here. Candidates connected by shared
          interviewers can be compared.
        </PlotFigure>
      </Section>
    </>
  )
}
