import type { Difficulty } from '#rubrics/content.schema.ts'
import { DifficultyDots } from './difficulty-dots.tsx'

type QuestionFactsProps = {
  competency: string
  /** Covered as well, but not rated. */
  otherCompetencies?: readonly string[] | undefined
  minutes: number
  kind: string
  difficulty: Difficulty
}

/** One line about a question: competency, minutes, kind, difficulty. */
export function QuestionFacts(props: QuestionFactsProps) {
  const { competency, otherCompetencies = [], minutes, kind, difficulty } = props
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-0.5 text-dense text-ink-2">
      <span>
        <b className="text-ink">{competency}</b>
        {otherCompetencies.length > 0 ? `, also ${otherCompetencies.join(', ')}` : null}
      </span>
      <span>{minutes} min</span>
      <span>{kind}</span>
      <DifficultyDots difficulty={difficulty} />
    </p>
  )
}
