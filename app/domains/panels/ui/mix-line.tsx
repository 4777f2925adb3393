import { mixOf, type InterviewMix } from '../interview-mix.ts'
import type { PlannedQuestion } from '../panel.ts'

const heights = { easy: 4, medium: 8, hard: 12 } as const
const width = 7

/** How hard an interview gets from question to question, and of what kinds it is made. */
export function MixLine({ questions }: { questions: readonly PlannedQuestion[] }) {
  if (questions.length === 0) return null
  const { curve, difficultyWords, kindWords } = mixOf(questions)
  return (
    <p className="flex flex-wrap items-center gap-x-2 border-b border-line py-1.5 text-dense text-ink-2">
      <DifficultyCurve curve={curve} />
      <span>
        {difficultyWords} · {kindWords}
      </span>
    </p>
  )
}

/** A bar for each question in order, as high as it is hard. */
export function DifficultyCurve({ curve }: Pick<InterviewMix, 'curve'>) {
  return (
    <svg
      role="img"
      aria-label={`From question to question: ${curve.join(', ')}`}
      width={curve.length * width}
      height={12}
      className="max-w-full flex-none fill-ink-3"
    >
      {curve.map((difficulty, i) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- the place in the order is what a bar stands for
          key={i}
          x={i * width}
          y={12 - heights[difficulty]}
          width={width - 2}
          height={heights[difficulty]}
        />
      ))}
    </svg>
  )
}
