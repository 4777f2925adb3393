import type { ReactNode } from 'react'
import { DisagreementMark } from './disagreement-mark.tsx'
import { HeatRamp } from './heat-cell.tsx'
import { IntervalBar } from './interval-bar.tsx'
import { RatingSegments } from './rating-mark.tsx'
import { StateMark } from './state-mark.tsx'

export type LegendItem =
  | 'rating'
  | 'not-asked'
  | 'no-evidence'
  | 'missing'
  | 'draft'
  | 'gate'
  | 'interval'
  | 'raw-mean'
  | 'gate-line'
  | 'heat'
  | 'disagreement'

function Sample({ children }: { children: ReactNode }) {
  return <span className="inline-block w-16">{children}</span>
}

const drawn: Record<LegendItem, ReactNode> = {
  rating: (
    <>
      <RatingSegments level={3} of={4} /> rating, 3 of 4
    </>
  ),
  'not-asked': <StateMark state="not-asked" label="not asked" />,
  'no-evidence': <StateMark state="no-evidence" label="no evidence" />,
  missing: <StateMark state="missing" label="missing" />,
  draft: <StateMark state="draft" label="draft" />,
  gate: <StateMark state="gate" label="must-have" />,
  interval: (
    <>
      <Sample>
        <IntervalBar isDecorative min={1} max={4} value={2.8} low={2.3} high={3.3} ratings={[2, 3, 3]} />
      </Sample>
      nine times in ten within the bar; a tick for each rating
    </>
  ),
  'raw-mean': (
    <>
      <Sample>
        <IntervalBar isDecorative min={1} max={4} rawMean={2.5} />
      </Sample>
      plain mean
    </>
  ),
  'gate-line': (
    <>
      <span className="inline-block w-3">
        <svg aria-hidden width={2} height={18} className="mx-auto block">
          <line
            x1={1}
            x2={1}
            y1={0}
            y2={18}
            strokeWidth={1.5}
            strokeDasharray="3 2.5"
            className="stroke-ink-2"
          />
        </svg>
      </span>
      bar of a must-have
    </>
  ),
  heat: (
    <>
      <HeatRamp /> low to high score
    </>
  ),
  disagreement: (
    <>
      <DisagreementMark apart={3} /> ratings far apart
    </>
  ),
}

/** What the marks of this page mean; it prints. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul
      aria-label="Legend"
      className="mt-3 flex flex-wrap items-center gap-x-4.5 gap-y-2 text-dense text-ink-2"
    >
      {items.map((item) => (
        <li key={item} className="inline-flex items-center gap-1.5">
          {drawn[item]}
        </li>
      ))}
    </ul>
  )
}
