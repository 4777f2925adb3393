import { Pill } from '#app/ui/pill.tsx'

/** Marks what somebody in training wrote: kept and shown, counted in nothing. */
export function ShadowTag() {
  return (
    <Pill>
      Shadow<span className="sr-only">, in training, not counted</span>
    </Pill>
  )
}
