import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { QuestionsView } from '../questions-view.ts'

type NoQuestionProps = { view: Pick<QuestionsView, 'unfilteredTotal' | 'reading'>; text: string }

/** Says why a search found nothing, and what would find something. */
export function NoQuestion({ view, text }: NoQuestionProps) {
  const { unfilteredTotal, reading } = view
  const isFilters = unfilteredTotal > 0
  const lookedFor = reading.kind === 'corrected' ? reading.text : text
  const count = unfilteredTotal === 1 ? 'One question fits' : `${unfilteredTotal} questions fit`
  return (
    <div className="mt-4 wrap-anywhere">
      {isFilters ? (
        <EmptyState
          level={2}
          title="No question fits all these filters"
          action={<LinkButton to={paths.questions({ q: text || undefined })}>Clear all filters</LinkButton>}
        >
          {count}
          {text ? ` “${lookedFor}”` : ''} without them. Take one away above, or clear them all.
        </EmptyState>
      ) : text ? (
        <EmptyState
          level={2}
          title={`No question has “${text}”`}
          action={<LinkButton to={paths.questions()}>Show all questions</LinkButton>}
        >
          The beginning of a word is enough. Use fewer or other words, or leave out quotation marks, which ask
          for words that stand together.
        </EmptyState>
      ) : (
        <EmptyState level={2} title="The bank has no question in use">
          Questions come with the program, are written here or taken from a document of yours. Archived ones
          are under “Archived”.
        </EmptyState>
      )}
    </div>
  )
}
