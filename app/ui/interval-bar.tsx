import { type Interval, intervalGeometry, intervalWords } from './interval-geometry.ts'

type IntervalBarProps = Interval & {
  /** The words stand beside it already. */
  isDecorative?: boolean | undefined
  /** Says more than the picture shows. */
  words?: string | undefined
}

/** Axis, interval, score, hollow plain mean, a tick for each rating, the must-have's bar. As wide as its place. */
export function IntervalBar({ isDecorative, words = '', ...interval }: IntervalBarProps) {
  const { band, point, rawMean, gate, ticks, bracket } = intervalGeometry(interval)
  const label = isDecorative ? '' : words || intervalWords(interval)
  return (
    <svg
      height={18}
      {...(isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      className="mx-[5px] block w-[calc(100%-10px)] min-w-10 overflow-visible"
    >
      {isDecorative ? null : <title>{label}</title>}
      <rect width="100%" y={7} height={1} fillOpacity={0.55} className="fill-line-2" />
      {gate === null ? null : (
        <line
          x1={`${gate}%`}
          x2={`${gate}%`}
          y1={0}
          y2={18}
          strokeWidth={1.5}
          strokeDasharray="3 2.5"
          className="stroke-ink-2"
        />
      )}
      {band === null ? null : (
        <rect
          x={`${band.from}%`}
          width={`${Math.max(band.to - band.from, 0.5)}%`}
          y={4.5}
          height={6}
          rx={1}
          fillOpacity={0.32}
          className="fill-accent"
        />
      )}
      {band?.isPastMin ? (
        <path d="M-1 4l-3.5 3.5l3.5 3.5" strokeWidth={1.5} className="fill-none stroke-ink" />
      ) : null}
      {band?.isPastMax ? (
        <svg x="100%" overflow="visible">
          <path d="M1 4l3.5 3.5l-3.5 3.5" strokeWidth={1.5} className="fill-none stroke-ink" />
        </svg>
      ) : null}
      {bracket === null ? null : (
        <rect
          x={`${bracket.from}%`}
          width={`${bracket.to - bracket.from}%`}
          y={16}
          height={2}
          className="fill-amber-mark"
        />
      )}
      {rawMean === null ? null : (
        <circle cx={`${rawMean}%`} cy={7.5} r={3.75} strokeWidth={1.5} className="fill-paper stroke-ink" />
      )}
      {point === null ? null : <circle cx={`${point}%`} cy={7.5} r={4.5} className="fill-accent" />}
      {ticks.map((tick, index) => (
        <rect
          key={index}
          style={{ x: `calc(${tick.at}% + ${tick.nudge - 1}px)` }}
          y={12}
          width={2}
          height={6}
          className="fill-ink"
        />
      ))}
    </svg>
  )
}

/** The level numbers over a column of interval bars. */
export function IntervalAxis({ levels }: { levels: readonly number[] }) {
  return (
    <span aria-hidden className="mx-px flex justify-between text-axis font-normal text-ink-3">
      {levels.map((level) => (
        <span key={level}>{level}</span>
      ))}
    </span>
  )
}
