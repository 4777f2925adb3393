import { layOutRows } from '#app/domains/measurement/plots/rows-plot.ts'
import { Note } from '#app/ui/note.tsx'
import { PlotFigure } from '#app/ui/plot-figure.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CalibrationPage } from '../calibration-page.ts'

type SeveritySectionProps = { severity: CalibrationPage['severity']; groups: number }

/** How strictly everybody rates, by name, with what the ratings leave open. */
export function SeveritySection({ severity, groups }: SeveritySectionProps) {
  return (
    <Section title="How strictly interviewers rate" isFirst>
      {groups > 1 ? (
        <Note className="mb-3" title={`${groups} groups of candidates share no interviewer`}>
          What looks strict in one group may be weaker candidates. Compare within a group only.
        </Note>
      ) : null}
      <PlotFigure
        words={severity.words}
        layOut={(width) => layOutRows(severity.plot, width)}
        table={severity.table}
        caption="How strictly interviewers rate, in figures"
      >
        In points of the scale, against what all interviewers together give the same candidates. The bar holds
        it nine times in ten; while it covers 0 there is no detectable difference. Scores already allow for
        it.
      </PlotFigure>
    </Section>
  )
}
