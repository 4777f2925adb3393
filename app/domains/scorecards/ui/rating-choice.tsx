import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import type { Rating } from '#app/domains/scorecards/scorecard.ts'
import type { AnchorView } from '#app/domains/scorecards/scorecard-view.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { StateShape } from '#app/ui/state-mark.tsx'

type RatingChoiceProps = {
  anchors: readonly AnchorView[]
  rating: Rating | null
  /** False for a question beside the plan. */
  isCounted: boolean
  onRate: (rating: Rating | null) => void
  onNext: () => void
}

/** One card per level with its anchor, nothing preselected; pressing the chosen one again takes it back. */
export function RatingChoice({ anchors, rating, isCounted, onRate, onNext }: RatingChoiceProps) {
  const titleId = useId()
  const chosen = rating?.state === 'rated' ? rating.level : null
  const first = anchors[0]
  const last = anchors.at(-1)
  return (
    <div role="group" aria-labelledby={titleId} className="max-sm:contents">
      <dl className="text-dense sm:hidden">
        {anchors.map((anchor) => (
          <div
            key={anchor.level}
            className={classNames(
              'grid grid-cols-[5.5rem_1fr] gap-2.5 border-t border-line py-2',
              chosen === anchor.level && 'font-semibold',
            )}
          >
            <dt className="font-semibold">
              {anchor.level} {anchor.label}
            </dt>
            <dd>{anchor.text}</dd>
          </div>
        ))}
      </dl>
      <div className="bottom-0 z-10 -mx-4 mt-4 bg-paper max-sm:[@media(min-height:520px)]:sticky border-t-[1.5px] border-rule px-4 pt-2 pb-2.5 sm:static sm:mx-0 sm:mt-0 sm:border-0 sm:p-0">
        <div className="mb-1.5 flex items-baseline justify-between gap-3 max-sm:sr-only">
          <h2 id={titleId} className="text-head">
            Rating
          </h2>
          <span className="text-dense text-ink-2">
            {isCounted ? '' : 'counted in no score; '}
            {first && last ? `${first.level} and ${last.level} need evidence` : null}
          </span>
        </div>
        <div
          style={{ gridTemplateColumns: `repeat(${anchors.length}, minmax(0, 1fr))` }}
          className="grid gap-1.5 sm:gap-0 sm:rounded-sm sm:border sm:border-rule sm:bg-surface"
        >
          {anchors.map((anchor) => (
            <LevelButton
              key={anchor.level}
              anchor={anchor}
              isChosen={chosen === anchor.level}
              onClick={() => onRate(chosen === anchor.level ? null : { state: 'rated', level: anchor.level })}
            />
          ))}
        </div>
        <div className="mt-2 flex gap-1.5 sm:mt-2.5 sm:gap-2">
          {(['not-asked', 'no-evidence'] as const).map((state) => (
            <Button
              key={state}
              type="button"
              size="small"
              aria-pressed={rating?.state === state}
              onClick={() => onRate(rating?.state === state ? null : { state })}
              className={classNames(
                'max-sm:min-h-11 max-sm:flex-1 max-sm:px-1',
                rating?.state === state && 'border-ink shadow-[inset_0_0_0_1px_var(--ink)]',
              )}
            >
              <StateShape state={state} />
              {state === 'not-asked' ? 'Not asked' : 'No evidence'}
              <span className="hidden sm:inline">
                <Kbd>{state === 'not-asked' ? 'n' : 'e'}</Kbd>
              </span>
            </Button>
          ))}
          <Button
            type="button"
            variant="primary"
            size="small"
            onClick={onNext}
            className="max-sm:min-h-11 max-sm:flex-1 sm:hidden"
          >
            Next <ArrowRight aria-hidden />
          </Button>
        </div>
      </div>
    </div>
  )
}

type LevelButtonProps = { anchor: AnchorView; isChosen: boolean; onClick: () => void }

function LevelButton({ anchor, isChosen, onClick }: LevelButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onClick}
      className={classNames(
        'min-h-12 min-w-0 rounded-md border-[1.5px] border-line-2 bg-surface px-0.5 py-1 text-center text-dense hover:bg-hover sm:flex sm:min-h-[132px] sm:flex-col sm:rounded-none sm:border-0 sm:border-l sm:border-rule sm:px-3 sm:pt-2.5 sm:pb-3.5 sm:text-left sm:first:border-l-0',
        isChosen &&
          'max-sm:border-ink max-sm:bg-ink max-sm:text-paper max-sm:hover:bg-ink sm:shadow-[inset_0_0_0_2px_var(--ink),inset_0_-6px_0_var(--ink)]',
      )}
    >
      <span className="flex flex-col items-center sm:mb-1.5 sm:w-full sm:flex-row sm:gap-2 sm:text-body sm:font-semibold">
        <span
          aria-hidden
          className={classNames(
            'hidden size-4 flex-none rounded-full border-[1.5px] border-ink sm:block',
            isChosen && 'border-[5px]',
          )}
        />
        <b className="max-sm:text-head">{anchor.level}</b>
        <span className="max-w-full truncate">{anchor.label}</span>
        <span className="ml-auto hidden sm:inline">
          <Kbd>{anchor.level}</Kbd>
        </span>
      </span>
      <span className="hidden sm:block">{anchor.text}</span>
    </button>
  )
}
