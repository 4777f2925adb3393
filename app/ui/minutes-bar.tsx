import { useId } from 'react'

type MinutesBarProps = {
  /** Minutes of the questions chosen. */
  used: number
  /** Minutes of the slot. */
  slot: number
  /** Minutes a suggestion would add. */
  added?: number | undefined
  /** Minutes at the end that stay free on purpose. */
  keptFree?: number | undefined
  /** Leaves the words out, where they stand elsewhere. */
  isWordHidden?: boolean | undefined
}

/** A slot drawn to scale: used, suggested (hatched in teal), kept free (hatched); amber and a word when over. */
export function MinutesBar({ used, slot, added = 0, keptFree = 0, isWordHidden }: MinutesBarProps) {
  const id = useId()
  const over = used + added - (slot - keptFree)
  const words = `${used}${added > 0 ? ` + ${added}` : ''} of ${slot} min${over > 0 ? `, ${over} over` : ''}`
  const share = (minutes: number) => `${Math.min(100, Math.max(0, (minutes / slot) * 100))}%`
  return (
    <span className="block">
      <svg
        height={6}
        role="img"
        aria-label={words}
        className="block w-full rounded-[1px] outline-1 -outline-offset-1 outline-line-2"
      >
        <Hatch id={`${id}-free`} look="stroke-hatch" />
        <Hatch id={`${id}-add`} look="stroke-accent" />
        <rect width="100%" height={6} className="fill-surface" />
        {keptFree > 0 ? (
          <rect x={share(slot - keptFree)} width={share(keptFree)} height={6} fill={`url(#${id}-free)`} />
        ) : null}
        <rect x={share(used)} width={share(added)} height={6} fill={`url(#${id}-add)`} />
        <rect width={share(used)} height={6} className={over > 0 ? 'fill-amber-mark' : 'fill-ink-2'} />
      </svg>
      {isWordHidden ? null : (
        <span
          aria-hidden
          className={over > 0 ? 'text-dense font-semibold text-amber' : 'text-dense text-ink-2'}
        >
          {words}
        </span>
      )}
    </span>
  )
}

function Hatch({ id, look }: { id: string; look: string }) {
  return (
    <pattern id={id} width={3} height={3} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v3" strokeWidth={2} className={look} />
    </pattern>
  )
}
