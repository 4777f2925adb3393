import { Form, useSubmit } from '@remix-run/react'
import { Archive } from 'lucide-react'
import type { ReactNode } from 'react'
import type { When } from '#app/lib/dates.ts'
import { Button } from '#app/ui/button.tsx'
import { DoneToast } from '#app/ui/done-toast.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'

/** Puts the thing of the page away; the notice after it takes that back. */
export function ArchiveButton() {
  return (
    <Form method="post">
      <Button type="submit" name="intent" value="archive" variant="quiet">
        <Archive aria-hidden /> Archive
      </Button>
    </Form>
  )
}

type ArchivedNoteProps = {
  /** `by` is null when the shipped files no longer hold it. */
  archived: { by: string | null; when: When }
  mayBringBack: boolean
  /** What goes on using it, and what archiving changed. */
  children: ReactNode
}

/** Says that the thing of the page is archived, since when, by whom, and what that means. */
export function ArchivedNote({ archived, mayBringBack, children }: ArchivedNoteProps) {
  const { by, when } = archived
  return (
    <Note
      tone="calm"
      className="mt-3"
      title={
        <>
          {by === null ? 'Archived, because the files of Panelist no longer hold it' : `Archived by ${by}`},{' '}
          <Moment when={when} />
        </>
      }
      action={
        mayBringBack ? (
          <Form method="post">
            <Button type="submit" name="intent" value="bring-back">
              Bring it back
            </Button>
          </Form>
        ) : null
      }
    >
      {children}
    </Note>
  )
}

/** Tells what a form did to the thing of the page; archiving can be undone from the notice. */
export function DefinitionToast({
  words,
  undo,
}: {
  words: Readonly<Record<string, string>>
  /** Ways back from what only this page does. */
  undo?: Readonly<Record<string, () => void>> | undefined
}) {
  const submit = useSubmit()
  const archive = () => submit({ intent: 'archive' }, { method: 'post' })
  const bringBack = () => submit({ intent: 'bring-back' }, { method: 'post' })
  return (
    <DoneToast
      words={{
        created: 'Saved as version 1.',
        saved: 'Saved as a new version.',
        unchanged: 'Nothing had changed, so there is no new version.',
        restored: 'Saved as a new version that says what the earlier one said.',
        'brought-back': 'Brought back.',
        ...words,
      }}
      undo={{ archived: bringBack, 'brought-back': archive, ...undo }}
    />
  )
}
