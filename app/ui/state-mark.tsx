import { type ReactNode, useId } from 'react'

export type MarkState = 'not-asked' | 'no-evidence' | 'missing' | 'draft' | 'gate'

export const stateWords: Record<MarkState, string> = {
  'not-asked': 'Not asked',
  'no-evidence': 'No evidence',
  missing: 'Missing',
  draft: 'Draft',
  gate: 'Must-have',
}

type StateMarkProps = {
  state: MarkState
  /** Other words than the usual: "not held", "Must-have, bar 2.5". */
  label?: string | undefined
  /** Shows the shape only; the words become its accessible name and title. */
  isWordHidden?: boolean | undefined
}

/** What stands where no rating stands: a shape of its own and a word, never a zero, never blank. */
export function StateMark({ state, label = stateWords[state], isWordHidden }: StateMarkProps) {
  if (isWordHidden)
    return (
      <span role="img" aria-label={label} title={label} className="inline-block align-[-2px]">
        <StateShape state={state} />
      </span>
    )
  return (
    <span className="inline-flex items-center gap-1.5 text-dense text-ink-2">
      <StateShape state={state} />
      {label}
    </span>
  )
}

/** The shape alone, hidden from screen readers. */
export function StateShape({ state }: { state: MarkState }) {
  const hatchId = useId()
  return (
    <svg
      aria-hidden
      width={14}
      height={14}
      viewBox="0 0 14 14"
      className="flex-none stroke-ink-3"
      fill="none"
    >
      {drawShape(state, hatchId)}
    </svg>
  )
}

function drawShape(state: MarkState, hatchId: string): ReactNode {
  switch (state) {
    case 'not-asked':
      return (
        <>
          <rect x={0.75} y={0.75} width={12.5} height={12.5} rx={1.5} strokeWidth={1.5} />
          <path d="M3.5 7h7" strokeWidth={2} />
        </>
      )
    case 'no-evidence':
      return <circle cx={7} cy={7} r={6.25} strokeWidth={1.5} />
    case 'missing':
      return (
        <rect
          x={1}
          y={1}
          width={12}
          height={12}
          strokeWidth={1.8}
          strokeDasharray="0 3"
          strokeLinecap="round"
        />
      )
    case 'draft':
      return (
        <>
          <pattern
            id={hatchId}
            width={3}
            height={3}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v3" strokeWidth={2} className="stroke-hatch" />
          </pattern>
          <rect
            x={0.5}
            y={0.5}
            width={13}
            height={13}
            rx={1.5}
            fill={`url(#${hatchId})`}
            className="stroke-line-2"
          />
        </>
      )
    case 'gate':
      return (
        <>
          <rect width={14} height={14} rx={2} className="fill-ink" stroke="none" />
          <path
            d="M3.9 10.5v-7l3.1 4.6 3.1-4.6v7"
            strokeWidth={1.6}
            className="stroke-paper"
            strokeLinejoin="round"
          />
        </>
      )
  }
}
