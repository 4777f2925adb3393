import { Pin } from 'lucide-react'
import { MinutesBar } from '#app/ui/minutes-bar.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ProposedInterview, ProposedQuestion } from '#app/domains/panels/planner/proposal.ts'
import { InterviewLetter } from './interview-letter.tsx'

type ProposedInterviewCardProps = {
  interview: ProposedInterview
  /** The address that says why a question is not asked. */
  toWhy: (questionId: string) => string
}

/** One interview of a proposal: what it would ask, in order, and what it would no longer ask. */
export function ProposedInterviewCard({ interview, toWhy }: ProposedInterviewCardProps) {
  const { letter, focus, usedMinutes, freeMinutes, questions, dropped } = interview
  return (
    <section aria-label={`${letter}, ${focus}`} className="min-w-0">
      <div className="flex items-start gap-2 border-b-[1.5px] border-rule pb-1.5">
        <span className="mt-0.5">
          <InterviewLetter letter={letter} />
        </span>
        <h3 className="flex-1 text-head wrap-anywhere">{focus}</h3>
        <span className="text-dense text-ink-2">
          {usedMinutes} of {freeMinutes} min
        </span>
      </div>
      <div className="mt-2">
        <MinutesBar used={usedMinutes} slot={freeMinutes} isWordHidden />
      </div>
      {questions.length === 0 ? <p className="py-3 text-dense text-ink-2">No question fits here.</p> : null}
      <ol>
        {questions.map((question, at) => (
          <li
            key={question.id}
            className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2 border-b border-line py-2"
          >
            <span className="font-semibold">{at + 1}.</span>
            <span className="min-w-0">
              <span className="block font-semibold wrap-anywhere">{question.title}</span>
              <span className="block text-dense text-ink-2">
                {question.competency} · {question.kind}, {question.difficulty}
              </span>
              <State question={question} />
            </span>
            <span className="font-semibold">
              {question.minutes}
              <span className="sr-only"> minutes</span>
            </span>
          </li>
        ))}
      </ol>
      {dropped.length > 0 ? (
        <div className="mt-2 text-dense text-ink-2">
          <h4 className="font-semibold">No longer here</h4>
          <ul>
            {dropped.map(({ id, title, movedTo }) => (
              <li key={id} className="flex min-h-7 flex-wrap items-center gap-x-2">
                <span className="wrap-anywhere line-through decoration-ink-3">{title}</span>
                {movedTo === null ? (
                  <TextLink
                    to={toWhy(id)}
                    className="inline-block min-h-6"
                    aria-label={`Why not “${title}”?`}
                  >
                    Why not?
                  </TextLink>
                ) : (
                  <span>goes to {movedTo}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function State({ question: { state, isPinned } }: { question: ProposedQuestion }) {
  if (state.kind === 'stays' && !isPinned) return null
  return (
    <span className="mt-0.5 flex flex-wrap gap-1.5">
      {state.kind === 'new' ? <Pill tone="calm">New</Pill> : null}
      {state.kind === 'moved' ? <Pill tone="calm">From {state.from}</Pill> : null}
      {isPinned ? (
        <Pill>
          <Pin aria-hidden className="mr-0.5 inline size-3" />
          Pinned
        </Pill>
      ) : null}
    </span>
  )
}
