import { classNames } from './class-names.ts'
import { ratingText } from './rating-text.ts'

export type RatingMarkSize = 'tight' | 'normal' | 'big'

type RatingMarkProps = {
  /** The level given, 1 to `of`. */
  level: number
  /** How many levels the scale has. */
  of: number
  /** The level's word on this scale: Poor, Mixed, Good, Excellent. */
  word?: string | undefined
  size?: RatingMarkSize | undefined
  /** Shows the segments and the number only; the word stays in the text alternative. */
  isWordHidden?: boolean | undefined
}

const sizes = {
  tight: { width: 6, height: 10, text: 'text-dense' },
  normal: { width: 8, height: 12, text: 'text-dense' },
  big: { width: 12, height: 18, text: 'text-body' },
}

/** Segments filled up to the level, the number and the word. Always ink: a rating is never teal. */
export function RatingMark({ level, of, word, size = 'normal', isWordHidden }: RatingMarkProps) {
  return (
    <span
      role="img"
      aria-label={ratingText({ level, of, word })}
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', sizes[size].text)}
    >
      <RatingSegments level={level} of={of} size={size} />
      <b>{level}</b>
      {word && !isWordHidden ? <span>{word}</span> : null}
    </span>
  )
}

/** The segments alone, without words: only beside words that say the same. Drawn, so that paper shows them too. */
export function RatingSegments({
  level,
  of,
  size = 'normal',
}: Pick<RatingMarkProps, 'level' | 'of' | 'size'>) {
  const { width, height } = sizes[size]
  const step = width + 2
  return (
    <svg aria-hidden width={step * of - 2} height={height} className="flex-none">
      {Array.from({ length: of }, (_, index) => (
        <rect
          key={index}
          x={step * index + 0.75}
          y={0.75}
          width={width - 1.5}
          height={height - 1.5}
          rx={0.5}
          strokeWidth={1.5}
          className={index < level ? 'fill-ink stroke-ink' : 'fill-transparent stroke-line-2'}
        />
      ))}
    </svg>
  )
}
