import { ArrowLeft, ArrowRight, List, Plus, Square } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveLook } from './use-live-prefs.ts'

type LiveFooterProps = {
  card: LiveCardModel
  look: LiveLook
  levels: number
  onStep: (by: number) => void
  onSearch: () => void
  onHelp: () => void
}

/** The way on and back, and the keys worth knowing; on a phone the rating bar takes this place. */
export function LiveFooter({ card, look, levels, onStep, onSearch, onHelp }: LiveFooterProps) {
  const { items, current } = card
  const at = current ? items.indexOf(current) : items.length
  const [previous, next] = [items[at - 1], items[at + 1]]
  const isList = look.prefs.view === 'list'
  return (
    <footer className="sticky bottom-0 z-10 mt-auto hidden items-center gap-3 border-t whitespace-nowrap border-line bg-paper pt-2.5 pb-3.5 text-dense text-ink-2 sm:flex">
      {previous ? (
        <Button type="button" onClick={() => onStep(-1)} className="max-w-56">
          <ArrowLeft aria-hidden />
          <span className="truncate">
            {previous.label} {previous.title}
          </span>
        </Button>
      ) : null}
      <Button type="button" variant="quiet" onClick={onSearch} className="max-lg:hidden">
        <Plus aria-hidden /> Add a question
      </Button>
      <ViewSwitch look={look} isList={isList} />
      <p className="ml-auto hidden gap-3.5 xl:flex">
        <span>
          <Kbd>1</Kbd> to <Kbd>{levels}</Kbd> {current ? 'rate' : 'recommend'}
        </span>
        <span>
          <Kbd>j</Kbd> <Kbd>k</Kbd> move
        </span>
        <span>
          <Kbd>t</Kbd> clock
        </span>
        <span>
          <Kbd>w</Kbd> write, <Kbd>Esc</Kbd> leave
        </span>
      </p>
      <Button type="button" variant="quiet" onClick={onHelp} className="max-xl:ml-auto">
        <Kbd>?</Kbd> all keys
      </Button>
      {current ? (
        <Button type="button" variant="primary" onClick={() => onStep(1)} className="max-w-56">
          <span className="truncate">{next ? `${next.label} ${next.title}` : 'Review'}</span>
          <ArrowRight aria-hidden />
        </Button>
      ) : null}
    </footer>
  )
}

/** The whole card as a list, or one question at a time. */
export function ViewSwitch({ look, isList }: { look: LiveLook; isList: boolean }) {
  const { prefs, setPrefs } = look
  return (
    <Button
      type="button"
      variant="quiet"
      onClick={() => setPrefs({ ...prefs, view: isList ? 'one' : 'list' })}
    >
      {isList ? <Square aria-hidden /> : <List aria-hidden />}
      {isList ? 'One at a time' : 'All as a list'}
    </Button>
  )
}
