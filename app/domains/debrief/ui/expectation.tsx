import { IntervalAxis, IntervalBar } from '#app/ui/interval-bar.tsx'
import { writeExpectation } from '../calibrated-headline.ts'
import { formatScore } from '../comparison-table.ts'
import type { ComparisonRow, ComparisonView } from '../comparison-view.ts'

type ExpectationProps = {
  row: Pick<ComparisonRow, 'name' | 'calibrated' | 'overall' | 'isOrderable'>
  scale: ComparisonView['scale']
}

/** What to expect of a candidate over all competencies: drawn first, then in figures and a sentence, the plain mean beside it. */
export function Expectation({ row, scale }: ExpectationProps) {
  const { calibrated, overall } = row
  const raw = row.isOrderable && overall ? overall.mean : null
  return (
    <div className="break-inside-avoid">
      {calibrated || raw !== null ? (
        <div className="max-w-80">
          <IntervalBar
            isDecorative
            min={scale.least}
            max={scale.most}
            value={calibrated?.mean}
            low={calibrated?.low}
            high={calibrated?.high}
            rawMean={raw ?? undefined}
          />
          <IntervalAxis levels={scale.levels.map((level) => level.value)} />
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-dense text-ink-2">
            {calibrated ? <b className="text-head text-ink">{formatScore(calibrated.mean)}</b> : null}
            {raw === null ? null : (
              <span>
                raw <b className="text-ink">{formatScore(raw)}</b>
              </span>
            )}
            {overall?.isPartial ? (
              <span>
                partial, {overall.scored} of {overall.wanted}
              </span>
            ) : null}
          </p>
        </div>
      ) : null}
      <p className="mt-1 max-w-measure">{writeExpectation(row.name, calibrated, raw)}</p>
    </div>
  )
}
