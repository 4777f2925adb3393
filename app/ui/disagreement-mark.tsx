import { Flag } from 'lucide-react'

/** "3 apart": how many levels lie between the lowest and the highest rating. */
export function DisagreementMark({ apart, label }: { apart: number; label?: string | undefined }) {
  return (
    <span
      title="Ratings far apart"
      className="inline-flex items-center gap-1 text-label font-semibold whitespace-nowrap text-amber"
    >
      <Flag aria-hidden className="size-3!" />
      {label ?? `${apart} apart`}
    </span>
  )
}
