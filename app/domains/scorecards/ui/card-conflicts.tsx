import { GitFork } from 'lucide-react'
import type { Overtaking, QueueState } from '#app/domains/scorecards/saving/queue-state.ts'
import type { SaveQueue } from '#app/domains/scorecards/saving/save-queue.ts'
import { fieldPlaceInView, valueWords, type ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { ConflictChoice } from './conflict-choice.tsx'

type CardConflictsProps = { view: ScorecardView; queue: SaveQueue; state: QueueState }

/** What was changed on two devices: texts to choose from one by one, ratings with a word about which counts. */
export function CardConflicts({ view, queue, state }: CardConflictsProps) {
  const [conflict] = state.conflicts
  return (
    <>
      {conflict ? (
        <ConflictChoice
          key={conflict.field}
          conflict={conflict}
          place={fieldPlaceInView(conflict.field, view)}
          left={state.conflicts.length - 1}
          onResolve={(value) => queue.resolve(conflict.field, value)}
          onEdit={(value) => queue.edit(conflict.field, value)}
        />
      ) : null}
      <div aria-live="polite">
        {state.overtakings.map((overtaking) => (
          <OvertakingNote key={overtaking.field} {...{ overtaking, view, queue }} />
        ))}
      </div>
    </>
  )
}

type OvertakingNoteProps = { overtaking: Overtaking; view: ScorecardView; queue: SaveQueue }

function OvertakingNote({ overtaking, view, queue }: OvertakingNoteProps) {
  const { field, mine, theirs } = overtaking
  return (
    <Note
      icon={GitFork}
      title={`${fieldPlaceInView(field, view)}: also changed elsewhere`}
      className="mt-3"
      action={
        <span className="flex flex-wrap gap-2">
          <Button type="button" size="small" onClick={() => queue.acknowledge(field)}>
            Keep this one
          </Button>
          <Button
            type="button"
            size="small"
            onClick={() => {
              queue.edit(field, theirs)
              queue.acknowledge(field)
            }}
          >
            Take the other
          </Button>
        </span>
      }
    >
      Here it is “{valueWords(mine, view.levels)}”, on another device or tab it was “
      {valueWords(theirs, view.levels)}”. This one came last and counts; the save log has both.
    </Note>
  )
}
