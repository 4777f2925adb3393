import type { LiveItem } from '#app/domains/scorecards/live/live-items.ts'
import { fieldName } from '#app/domains/scorecards/field.ts'
import { classNames } from '#app/ui/class-names.ts'
import { Guide } from './guide.tsx'
import { HiddenRatings } from './hidden-ratings.tsx'
import { ViewSwitch } from './live-footer.tsx'
import { HideSwitch } from './live-header.tsx'
import { QuestionMoves } from './question-moves.tsx'
import { QuestionNotes } from './question-notes.tsx'
import { RatingChoice } from './rating-choice.tsx'
import type { LiveCardModel } from './use-live-card.ts'
import type { LiveLook } from './use-live-prefs.ts'

type QuestionPanelProps = {
  item: LiveItem
  of: number
  card: LiveCardModel
  look: LiveLook
  isAlive: boolean
  /** One of several on the page. */
  isInList: boolean
  onNext: () => void
  onAdd: () => void
}

/** One question: the guide at the left, the record at the right; on a phone one below the other. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { item, of, card, look, isAlive, isInList, onNext, onAdd } = props
  const { isHidden, prefs, setPrefs } = look
  const isMasked = isHidden || !isAlive
  const stampSwitch = card.clock.running ? (
    <label className="flex items-center gap-1.5 text-dense text-ink-2">
      <input
        type="checkbox"
        checked={prefs.hasStamps}
        onChange={(event) => setPrefs({ ...prefs, hasStamps: event.currentTarget.checked })}
        className="size-4 accent-accent"
      />
      Enter stamps the line
    </label>
  ) : null
  return (
    <div className="grow gap-12 py-4 sm:grid sm:grid-cols-[minmax(0,456fr)_minmax(0,744fr)]">
      <Guide
        {...{ item, of, isHidden, isMasked, isAlive }}
        level={isInList ? 2 : 1}
        onTick={(signal) => card.tick(item, signal, prefs.hasStamps)}
        onProbe={(probe) => card.probe(item, probe)}
      >
        <QuestionMoves item={item} card={card} onAdd={onAdd} />
        <div className="-ml-2 flex flex-wrap items-center gap-x-4 sm:hidden">
          <ViewSwitch look={look} isList={isInList} />
          <HideSwitch look={look} className="pl-2" />
        </div>
      </Guide>
      <section
        aria-label={`Record of question ${item.label}`}
        className={classNames(
          // On a phone the bar that rates stands at the bottom from the beginning, below the guide too.
          'min-w-0 max-sm:contents sm:flex sm:flex-col',
          'sm:sticky sm:top-[128px] sm:self-start',
          !isInList && 'sm:h-[calc(100dvh-214px)] sm:min-h-fit',
        )}
      >
        <div className="max-sm:mt-5 max-sm:border-t-[1.5px] max-sm:border-rule max-sm:pt-2.5 sm:contents">
          <QuestionNotes
            key={item.id}
            item={item}
            edit={card.edit}
            isHidden={isHidden}
            stamp={prefs.hasStamps ? card.stampNow : null}
            stampSwitch={stampSwitch}
            isCompact={isInList}
          />
        </div>
        <div id={fieldName('rating', item.id)} tabIndex={-1} className="outline-none max-sm:contents">
          {isHidden ? (
            <HiddenRatings
              isRated={item.record.rating !== null}
              lowest={item.anchors[0]?.level ?? 1}
              highest={item.anchors.at(-1)?.level ?? 1}
              onShow={() => look.setHidden(false)}
              onNext={onNext}
            />
          ) : (
            <RatingChoice
              anchors={item.anchors}
              rating={isAlive ? item.record.rating : null}
              isCounted={item.kind === 'planned'}
              onRate={(rating) => card.rate(item.id, rating)}
              onNext={onNext}
            />
          )}
        </div>
      </section>
    </div>
  )
}
