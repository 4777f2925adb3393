import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { LiveCardModel } from './use-live-card.ts'

/** Offers the briefing to whoever came straight to the card; gone as soon as the interview has begun. */
export function BriefingOffer({ sessionId, card }: { sessionId: string; card: LiveCardModel }) {
  const { clock, items, record } = card
  const hasBegun =
    clock.startedAtMs !== null ||
    record.recommendation !== null ||
    items.some((item) => item.record.rating !== null || item.record.evidence !== '')
  if (hasBegun) return null
  return (
    <p className="mt-2 text-dense text-ink-2">
      You have not checked in.{' '}
      <TextLink to={paths.briefing(sessionId)}>Read the briefing and check in</TextLink>, or begin right away.
    </p>
  )
}
