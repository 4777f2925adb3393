import { Form } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import type { DraftListRow } from '#app/domains/question-bank/editor/editor-view.ts'
import type { When } from '#app/lib/dates.ts'
import { paths } from '#app/paths.ts'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export type DatedDraft = Omit<DraftListRow, 'savedAtMs'> & { when: When }

/** Drafts under each other: what, whose, from where, how far. */
export function DraftList({ drafts }: { drafts: readonly DatedDraft[] }) {
  return (
    <ul className="border-t-[1.5px] border-rule">
      {drafts.map((draft) => (
        <li key={draft.id} className="flex items-start justify-between gap-3 border-b border-line py-2.5">
          <div className="min-w-0">
            <h2 className="text-body">
              <TextLink look="plain" to={paths.draft(draft.id)} className="wrap-anywhere">
                {draft.title}
              </TextLink>
            </h2>
            <p className="text-dense text-ink-2">
              {missingWords(draft.missing)}
              {draft.questionTitle === null ? null : `, an edit of “${draft.questionTitle}”`}
            </p>
            <p className="text-dense text-ink-2">
              {draft.isMine ? 'Yours' : draft.authorName}, saved <Moment when={draft.when} />
              {draft.batch ? (
                <>
                  , from <TextLink to={paths.importBatch(draft.batch.id)}>{draft.batch.name}</TextLink>
                </>
              ) : null}
            </p>
          </div>
          <Form method="post">
            <input type="hidden" name="draftId" value={draft.id} />
            <IconButton
              type="submit"
              name="intent"
              value="discard"
              icon={Trash2}
              label={`Throw away “${draft.title}”`}
              variant="quiet"
              size="small"
            />
          </Form>
        </li>
      ))}
    </ul>
  )
}

function missingWords(missing: number): string {
  if (missing === 0) return 'Whole: it can go into the bank'
  return `${missing} ${missing === 1 ? 'thing' : 'things'} still missing`
}
