import { Section } from '#app/ui/section.tsx'
import type { PlanView } from '../panel-views.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import { InterviewLetter } from './interview-letter.tsx'
import { QuestionFacts } from './question-facts.tsx'

type PlanOverviewProps = Pick<PlanView, 'plan' | 'coverage' | 'names'> & {
  /** What stands at the end of an interview: links to its kits. */
  footOf?: ((interviewId: string) => React.ReactNode) | undefined
}

/** A plan to read or print: its coverage, then every interview with its people and questions. */
export function PlanOverview({ plan, coverage, names, footOf }: PlanOverviewProps) {
  return (
    <>
      <Section title="Coverage" isFirst>
        <CoverageGrid coverage={coverage} names={names} />
      </Section>
      <Section title="Interviews">
        <div className="grid gap-x-7 gap-y-7 md:grid-cols-2 print:grid-cols-2">
          {plan.interviews.map((interview) => (
            <section
              key={interview.id}
              aria-label={`${interview.letter}, ${interview.focus}`}
              className="min-w-0"
            >
              <div className="flex items-start gap-2 border-b-[1.5px] border-rule pb-1.5">
                <span className="mt-0.5">
                  <InterviewLetter letter={interview.letter} />
                </span>
                <h3 className="flex-1 text-head wrap-anywhere">{interview.focus}</h3>
                <span className="text-dense text-ink-2">{interview.minutes} min</span>
              </div>
              <p className="border-b border-line py-1.5 text-dense text-ink-2">
                {interview.interviewerIds.map((id) => names[id] ?? 'Somebody').join(', ') ||
                  'No interviewer named'}
              </p>
              <ol>
                {interview.questions.map(({ questionId, content }, at) => (
                  <li
                    key={questionId}
                    className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-1.5 border-b border-line py-2 print:break-inside-avoid"
                  >
                    <span className="font-semibold">{at + 1}.</span>
                    <QuestionFacts plan={plan} content={content} />
                    <span className="font-semibold">
                      {content.minutes}
                      <span className="sr-only"> minutes</span>
                    </span>
                  </li>
                ))}
              </ol>
              {footOf?.(interview.id)}
            </section>
          ))}
        </div>
      </Section>
    </>
  )
}
