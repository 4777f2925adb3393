import type { Difficulty } from '#rubrics/content.schema.ts'
import { questionDifficulties } from '#app/domains/question-bank/question-vocabulary.ts'

/** One to three dots and the word. */
export function DifficultyDots({ difficulty }: { difficulty: Difficulty }) {
  const filled = questionDifficulties.indexOf(difficulty) + 1
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <svg aria-hidden width={20} height={6} className="flex-none">
        {questionDifficulties.map((name, index) => (
          <circle
            key={name}
            cx={3 + index * 7}
            cy={3}
            r={2.25}
            strokeWidth={1}
            className={index < filled ? 'fill-ink-2 stroke-ink-2' : 'fill-transparent stroke-line-2'}
          />
        ))}
      </svg>
      {difficulty}
    </span>
  )
}
