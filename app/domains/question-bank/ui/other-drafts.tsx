import { paths } from '#app/paths.ts'
import { Note } from '#app/ui/note.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { OtherDraft } from '#app/domains/question-bank/editor/editor-view.ts'

/** Says that somebody has begun an edit of the same question already. */
export function OtherDrafts({ drafts }: { drafts: readonly OtherDraft[] }) {
  if (drafts.length === 0) return null
  return (
    <Note tone="calm" title="There is a draft of this question" className="mb-4">
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <TextLink to={paths.draft(draft.id)}>
              {draft.isMine ? 'Go on with your draft' : `Look at the draft by ${draft.authorName}`}
            </TextLink>
          </li>
        ))}
      </ul>
    </Note>
  )
}
