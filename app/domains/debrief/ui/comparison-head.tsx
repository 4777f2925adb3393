import { useSearchParams } from '@remix-run/react'
import { countCouldRead } from '#app/domains/scorecards/could-read.ts'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'
import { writeChoice, type ScoreKind } from '../comparison-choice.ts'
import { noCalibrationWords, writeOtherScale } from '../comparison-ratings.ts'
import type { ComparisonView } from '../comparison-view.ts'
import { writeHeadline } from '../headline.ts'

/** What the scores allow to be said, which scores they are, and what was left out of them. */
export function ComparisonHead({ view, kind }: { view: ComparisonView; kind: ScoreKind }) {
  const [params] = useSearchParams()
  const { calibration } = view
  const headline =
    kind === 'calibrated' && calibration.kind === 'calibrated'
      ? calibration.headline
      : writeHeadline(view.rows)
  const otherScale = writeOtherScale(calibration.otherScale)
  const { couldRead } = view.facts
  return (
    <section aria-labelledby="headline" className="mt-6 flex flex-wrap items-end gap-x-8 gap-y-3">
      <div className="max-w-measure flex-1 basis-80">
        <h2 id="headline" className="text-title">
          {headline.title}
        </h2>
        <p className="mt-1">{headline.detail}</p>
        {calibration.kind === 'none' ? (
          <p className="mt-1 text-dense text-ink-2">{noCalibrationWords[calibration.why]}</p>
        ) : null}
        {couldRead > 0 ? (
          <p className="mt-1 text-dense text-ink-2">
            Counted in: {countCouldRead(couldRead)}. What they are worth is for the team to decide.
          </p>
        ) : null}
        {otherScale ? <p className="mt-1 text-dense text-ink-2">{otherScale}</p> : null}
      </div>
      {calibration.kind === 'calibrated' ? (
        <span className="ml-auto">
          <SegmentedLinks
            label="Scores shown"
            options={[
              {
                to: `?${writeChoice(params, { kind: 'calibrated' })}`,
                label: 'Calibrated',
                isOn: kind === 'calibrated',
              },
              { to: `?${writeChoice(params, { kind: 'raw' })}`, label: 'Raw', isOn: kind === 'raw' },
            ]}
          />
        </span>
      ) : null}
    </section>
  )
}
