import type { ReactNode } from 'react'

type ProgressProps = {
  label: string
  /** Left out: going on, end unknown. */
  value?: number | undefined
  max?: number | undefined
  /** "12 of 30 printed" */
  words?: string | undefined
  /** A button that cancels. */
  action?: ReactNode
}

/** For what takes longer than a second; shorter things show nothing. */
export function Progress({ label, value, max = 100, words, action }: ProgressProps) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max))
  return (
    <div className="grid content-start gap-1 text-dense">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <span className="font-semibold">{label}</span>
        <span className="text-ink-2">{words}</span>
      </div>
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={max}
          aria-valuenow={value}
          aria-valuetext={words}
          className="h-2 flex-1 overflow-hidden rounded-sm border border-line-2 bg-surface"
        >
          <div
            className={
              share === undefined ? 'hatch h-full w-full motion-safe:animate-pulse' : 'h-full bg-accent'
            }
            style={share === undefined ? undefined : { width: `${share * 100}%` }}
          />
        </div>
        {action}
      </div>
    </div>
  )
}
