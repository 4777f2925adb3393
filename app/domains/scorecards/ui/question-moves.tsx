import { ArrowDownToLine, ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react'
import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import { Button } from '#app/ui/button.tsx'
import { useToasts } from '#app/ui/toast.tsx'
import type { LiveCardModel } from './use-live-card.ts'

type QuestionMovesProps = { item: LiveItem; card: LiveCardModel; onAdd: () => void }

/** Leaves the plan: another order, another question. What was done stands on the card. */
export function QuestionMoves({ item, card, onAdd }: QuestionMovesProps) {
  const { show } = useToasts()
  const { items } = card
  const at = items.findIndex((entry) => entry.id === item.id)
  const isLast = at === items.length - 1
  function remove(): void {
    if (item.kind !== 'added') return
    const { title, prompt, bankQuestionId } = item.added
    card.remove(item.id)
    show({
      text: `Taken off the card: ${item.title}`,
      onUndo: () => card.putBack(item.id, { title, prompt, bankQuestionId }),
    })
  }
  return (
    <div
      role="group"
      aria-label="Leave the plan"
      className="mt-4 -ml-2 flex flex-wrap gap-x-1 gap-y-1 border-t border-line pt-2"
    >
      {isLast ? null : (
        <Button type="button" variant="quiet" size="small" onClick={() => card.later(item.id)}>
          <ArrowDownToLine aria-hidden /> Ask later
        </Button>
      )}
      {at > 0 ? (
        <Button type="button" variant="quiet" size="small" onClick={() => card.move(item.id, -1)}>
          <ArrowLeft aria-hidden /> One earlier
        </Button>
      ) : null}
      {isLast ? null : (
        <Button type="button" variant="quiet" size="small" onClick={() => card.move(item.id, 1)}>
          <ArrowRight aria-hidden /> One later
        </Button>
      )}
      <Button type="button" variant="quiet" size="small" onClick={onAdd}>
        <Plus aria-hidden /> Add a question
      </Button>
      {item.kind === 'added' ? (
        <Button type="button" variant="quiet" size="small" onClick={remove}>
          <Trash2 aria-hidden /> Take it off
        </Button>
      ) : null}
    </div>
  )
}
