import type { Rating } from '#app/domains/scorecards/scorecard.ts'
import type { LevelView } from '#app/domains/scorecards/scorecard-view.ts'
import { RatingMark } from '#app/ui/rating-mark.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'

type RatingStateProps = {
  rating: Rating | null
  levels: readonly LevelView[]
  isWordHidden?: boolean | undefined
}

/** A rating, or the mark of why there is none. */
export function RatingState({ rating, levels, isWordHidden }: RatingStateProps) {
  if (rating === null) return <StateMark state="missing" label="Not rated yet" isWordHidden={isWordHidden} />
  if (rating.state !== 'rated') return <StateMark state={rating.state} isWordHidden={isWordHidden} />
  const position = levels.findIndex((level) => level.value === rating.level) + 1
  const word = levels[position - 1]?.label
  return (
    <RatingMark
      level={position || rating.level}
      of={levels.length}
      word={word}
      size="tight"
      isWordHidden={isWordHidden}
    />
  )
}
