import type { FormOutcome } from '#app/domains/scorecards/forms/form-preview.ts'
import type { BroughtCard } from '#app/domains/scorecards/forms/brought-card.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'

/** The scorecards that forms went into, each with the way on. */
export function BroughtCards({ cards }: { cards: readonly BroughtCard[] }) {
  if (cards.length === 0) return null
  return (
    <div role="status">
      {cards.map(({ scorecardId, candidateName, focus, interviewerName, isOwn, sessionId }) => (
        <Note
          key={scorecardId}
          tone="calm"
          title={`${candidateName}, ${focus}`}
          className="mt-3 max-w-measure"
          action={
            isOwn ? (
              <LinkButton to={paths.fillScorecard(scorecardId)} variant="primary">
                Check and submit
              </LinkButton>
            ) : (
              <LinkButton to={paths.session(sessionId)}>Open the session</LinkButton>
            )
          }
        >
          {isOwn
            ? 'The form is brought back. It counts once you submit the scorecard.'
            : `The form is brought back. ${interviewerName} checks and submits it; until then it does not count.`}
        </Note>
      ))}
    </div>
  )
}

/** What became of forms when not everything went in. */
export function FormOutcomes({ outcomes }: { outcomes: readonly FormOutcome[] }) {
  return outcomes.map(({ name, scorecardId, problems }) => (
    <Note key={name} tone={problems.length > 0 ? 'stop' : 'calm'} title={name} className="mt-3 max-w-measure">
      {problems.length === 0 ? 'Brought back.' : null}
      {problems.length > 0 && scorecardId !== null ? 'Brought back, except for this:' : null}
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Note>
  ))
}
