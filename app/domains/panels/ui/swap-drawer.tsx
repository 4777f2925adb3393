import { useSearchParams } from '@remix-run/react'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { pointsInWords } from '#app/domains/panels/planner/proposal-words.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { SwapView } from '../swap-view.ts'
import { EditForm } from './editor.tsx'

/** The five questions that would best take the place of one. */
export function SwapDrawer({ swap }: { swap: SwapView }) {
  const [params] = useSearchParams()
  const box = useRef<HTMLElement>(null)
  // Whoever opens it by keyboard goes on in it.
  useEffect(() => box.current?.focus({ preventScroll: true }), [swap.questionId])
  const rest = new URLSearchParams(params)
  rest.delete('swap')
  return (
    <aside
      ref={box}
      aria-label={`Swap “${swap.title}”`}
      tabIndex={-1}
      className="border-line max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-20 max-xl:max-h-[65dvh] max-xl:overflow-y-auto max-xl:rounded-t-md max-xl:border-t max-xl:bg-surface max-xl:p-4 max-xl:shadow-float max-sm:bottom-16 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:overflow-y-auto xl:border-l xl:pl-6 print:hidden"
    >
      <div className="flex items-start gap-2">
        <div className="flex-1">
          <h2 className="text-head">Swap for another</h2>
          <p className="text-dense wrap-anywhere text-ink-2">
            In {swap.letter}, in the place of “{swap.title}”. What the panel as a whole gains or loses stands
            with each.
          </p>
        </div>
        <LinkButton to={`?${rest}`} variant="quiet" preventScrollReset aria-label="Close" title="Close">
          <X aria-hidden />
        </LinkButton>
      </div>
      {swap.offers.length === 0 ? (
        <p className="mt-3 text-dense text-ink-2">
          The bank has no other question that fits: of its competencies, kinds and minutes. Make room in{' '}
          {swap.letter}, or widen what it looks into.
        </p>
      ) : null}
      <ol className="mt-2">
        {swap.offers.map((offer) => (
          <li key={offer.id} className="border-t border-line py-3">
            <h3 className="font-semibold wrap-anywhere">
              <TextLink look="plain" to={paths.question(offer.id)}>
                {offer.title}
              </TextLink>
            </h3>
            <p className="text-dense text-ink-2">
              {offer.competency} · {offer.kind}, {offer.difficulty}, {offer.minutes} min
              {offer.overMinutes > 0 ? <b className="text-amber"> · {offer.overMinutes} min over</b> : null}
            </p>
            <div className="mt-1.5 flex items-center gap-3">
              <EditForm
                fields={{ intent: 'swap-question', questionId: swap.questionId, byQuestionId: offer.id }}
              >
                <Button type="submit" size="small" aria-label={`Swap for “${offer.title}”`}>
                  Swap
                </Button>
              </EditForm>
              <span className="text-dense text-ink-2 tabular-nums">
                {offer.gain === 0
                  ? 'worth as much'
                  : `${pointsInWords(Math.abs(offer.gain))} ${offer.gain > 0 ? 'more' : 'less'}`}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </aside>
  )
}
