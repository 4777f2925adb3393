import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'

type BankActionsProps = {
  mayWrite: boolean
  mayImport: boolean
  /** Questions being written that this person may go on with. */
  drafts: number
}

/** What can be done with the bank as a whole, from the list of questions. */
export function BankActions({ mayWrite, mayImport, drafts }: BankActionsProps) {
  return (
    <>
      <LinkButton to={paths.nearDuplicates()} variant="quiet">
        Near-duplicates
      </LinkButton>
      <LinkButton to={paths.bankFiles()} variant="quiet">
        Files
      </LinkButton>
      {mayWrite ? (
        <LinkButton to={paths.drafts()}>Drafts{drafts > 0 ? ` (${drafts})` : ''}</LinkButton>
      ) : null}
      {mayImport ? <LinkButton to={paths.importQuestions()}>Import</LinkButton> : null}
      {mayWrite ? (
        <LinkButton to={paths.newQuestion()} variant="primary">
          New question
        </LinkButton>
      ) : null}
    </>
  )
}

/** Says how many shipped versions wait to be looked at; nothing when none does. */
export function OffersLine({ count, className }: { count: number; className?: string | undefined }) {
  if (count === 0) return null
  return (
    <Note
      tone="calm"
      className={className}
      action={
        <LinkButton to={paths.offers()} size="small">
          Look at {count === 1 ? 'it' : 'them'}
        </LinkButton>
      }
    >
      An upgrade says something new about {count} {count === 1 ? 'thing' : 'things'} that your team has
      edited.
    </Note>
  )
}
