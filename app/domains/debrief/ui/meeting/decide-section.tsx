import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatScore } from '#app/domains/debrief/comparison-table.ts'
import type { MeetingView } from '#app/domains/debrief/meeting/meeting-view.ts'
import { FiguresTable } from '#app/ui/figures-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { VerdictList } from '../verdict-list.tsx'

type DecideSectionProps = {
  view: MeetingView
  /** The form of the decision, the signatures, what was decided. */
  children?: ReactNode
}

/** The last point: what everybody recommended, what the debrief changed, and the decision. */
export function DecideSection({ view, children }: DecideSectionProps) {
  return (
    <>
      {children}
      <Section title="Recommendations" aside="counted, never averaged" isFirst>
        <VerdictList verdicts={view.verdicts} />
      </Section>
      <Section title="What the debrief changed">
        <Changes view={view} />
      </Section>
    </>
  )
}

function Changes({ view }: { view: MeetingView }) {
  const { changes, scores, overall } = view
  if (changes.length === 0) {
    return (
      <p className="text-dense text-ink-2">
        No rating so far. Everybody can change their own where they see it in the agenda, with a reason; the
        initial one stays beside it.
      </p>
    )
  }
  const moved = scores.filter((score) => figure(score.initial) !== figure(score.final))
  return (
    <>
      <ul className="grid gap-3">
        {changes.map((change) => (
          <li key={`${change.scorecardId} ${change.questionId}`} className="text-dense">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <b>{change.interviewerName}</b>
              <span className="inline-flex items-center gap-1">
                <span className="sr-only">from</span> {change.initial}{' '}
                <ArrowRight aria-hidden className="size-3.5!" />
                <span className="sr-only">to</span> <b>{change.final}</b>
              </span>
              <span className="text-ink-2">
                {change.questionTitle}, {change.competencyName}
              </span>
            </p>
            <p className="border-l-2 border-ink pl-3 wrap-anywhere whitespace-pre-line">{change.reason}</p>
          </li>
        ))}
      </ul>
      {moved.length > 0 ? (
        <div className="mt-4">
          <FiguresTable
            caption="Raw scores before and after the debrief"
            columns={['Raw score', 'Initial', 'With the final ratings']}
            rows={[
              ...moved.map((score) => [
                score.name,
                figure(score.initial),
                <b key="after">{figure(score.final)}</b>,
              ]),
              ['Overall', figure(overall.initial), <b key="after">{figure(overall.final)}</b>],
            ]}
          />
        </div>
      ) : null}
    </>
  )
}

function figure(score: number | null): string {
  return score === null ? 'none' : formatScore(score)
}
