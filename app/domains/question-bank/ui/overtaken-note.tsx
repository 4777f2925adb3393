import { useEffect, useRef, type ReactNode } from 'react'
import type { Overtaken } from '#app/domains/question-bank/definitions/definition.ts'
import type { FieldDifference } from '#app/domains/question-bank/versions/difference.ts'
import type { When } from '#app/lib/dates.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { DifferenceView } from './difference-view.tsx'

type TwoVersionsProps = {
  /** New each time it has something else to say: it takes focus then. */
  about: object
  differences: readonly FieldDifference[]
  /** The ways out. */
  actions: ReactNode
  /** Who saved, when, and where that leaves what was typed. */
  children: ReactNode
}

/** Somebody else was faster: what would change if the form were saved all the same, and the choice. */
export function TwoVersions({ about, differences, actions, children }: TwoVersionsProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [about])
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded-md border-2 border-amber-mark bg-surface px-4 py-3"
    >
      <h2 className="text-head">Two versions, choose</h2>
      <p className="mt-1 max-w-measure">{children}</p>
      <div className="mt-3 max-h-80 overflow-y-auto border-y border-line py-2 text-dense" tabIndex={0}>
        <DifferenceView differences={differences} />
      </div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
    </div>
  )
}

type OvertakenNoteProps = {
  theirs: Omit<Overtaken, 'createdAtMs'> & { when: When }
  /** Opens the form anew with what they saved. */
  theirsTo: string
}

/** Stands inside a form that somebody else overtook. */
export function OvertakenNote({ theirs, theirsTo }: OvertakenNoteProps) {
  const { number, by, when, differences } = theirs
  return (
    <TwoVersions
      about={theirs}
      differences={differences}
      actions={
        <>
          <Button type="submit" name="over" value={number} variant="primary">
            Save mine as version {number + 1}
          </Button>
          <LinkButton to={theirsTo} reloadDocument>
            Keep version {number}, drop mine
          </LinkButton>
        </>
      }
    >
      {by} saved version {number} while you were writing (<Moment when={when} />
      ). Yours is not saved yet; it stands in the form below. Saving it would change version {number} like
      this:
    </TwoVersions>
  )
}
