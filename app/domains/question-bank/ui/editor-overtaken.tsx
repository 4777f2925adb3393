import type { When } from '#app/lib/dates.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import type { Overtaken } from '#app/domains/question-bank/editor/editor-view.ts'
import { joinLabels } from '#app/domains/question-bank/versions/difference.ts'
import { TwoVersions } from './overtaken-note.tsx'

type EditorOvertakenProps = {
  theirs: Overtaken & { when: When }
  /** Where theirs is. */
  theirsTo: string
  /** Lets go of what was typed. */
  onTake: () => void
}

/** Stands above an editor that somebody else, or another window, overtook. */
export function EditorOvertaken({ theirs, theirsTo, onTake }: EditorOvertakenProps) {
  const { what, by, when, differences, untouched } = theirs
  return (
    <TwoVersions
      about={theirs}
      differences={differences}
      actions={
        <LinkButton to={theirsTo} reloadDocument onClick={onTake}>
          Keep theirs, drop mine
        </LinkButton>
      }
    >
      {what === 'draft' ? 'This draft was saved in another window' : `${by} saved a new version`} while you
      were writing (<Moment when={when} />
      ). Yours is not saved yet; it stands in the form below.{' '}
      {untouched.length > 0 ? (
        <b>You had left these parts as they were, and saving would undo theirs: {joinLabels(untouched)}. </b>
      ) : null}
      Save once more to put yours in the place of theirs, which would change like this:
    </TwoVersions>
  )
}
