import { paths } from '#app/paths.ts'
import { MinutesBar } from '#app/ui/minutes-bar.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { Role } from '#rubrics/content.schema.ts'

type RecommendedPanelProps = {
  interviews: Role['recommendedPanel']['interviews']
  questions: Readonly<Record<string, { title: string; minutes: number }>>
  names: ReadonlyMap<string, string>
}

/** The interviews of a recommended panel side by side, each with its questions and their minutes. */
export function RecommendedPanel({ interviews, questions, names }: RecommendedPanelProps) {
  return (
    <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-4">
      {interviews.map((interview, index) => {
        const asked = interview.questions.flatMap((id) => {
          const question = questions[id]
          return question ? [{ id, ...question }] : []
        })
        return (
          <li key={interview.focus} className="min-w-0">
            <h3 className="flex gap-2 font-semibold">
              <span className="text-ink-2">{String.fromCharCode(65 + index)}</span>
              {interview.focus}
            </h3>
            <p className="mt-0.5 mb-2 text-dense text-ink-2">
              {interview.competencies.map((id) => names.get(id) ?? id).join(', ')}
            </p>
            <MinutesBar
              used={asked.reduce((sum, question) => sum + question.minutes, 0)}
              slot={interview.minutes}
            />
            <ol className="mt-2">
              {asked.map((question) => (
                <li
                  key={question.id}
                  className="flex items-baseline justify-between gap-3 border-t border-line py-1"
                >
                  <TextLink to={paths.question(question.id)} look="plain" className="!font-normal">
                    {question.title}
                  </TextLink>
                  <span className="text-dense text-ink-2">{question.minutes}</span>
                </li>
              ))}
            </ol>
          </li>
        )
      })}
    </ol>
  )
}
