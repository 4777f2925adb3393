import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import { itemWords, type ImportedItem } from '#app/domains/question-bank/import/imported-items.ts'

type ImportedListProps = { items: readonly ImportedItem[]; isUndone: boolean }

/** The questions that came in with a document, in its order, with what became of each. */
export function ImportedList({ items, isUndone }: ImportedListProps) {
  return (
    <ol className="border-t-[1.5px] border-rule">
      {items.map((item) => (
        <li key={item.ordinal} className="grid grid-cols-[2rem_minmax(0,1fr)] border-b border-line py-2">
          <span className="text-dense text-ink-2 tabular-nums">{item.ordinal}</span>
          <div>
            <ItemTitle item={item} />
            <p className="text-dense text-ink-2">{itemWords(item, isUndone)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function ItemTitle({ item }: { item: ImportedItem }) {
  switch (item.state) {
    case 'draft':
    case 'edited':
      return (
        <TextLink look="plain" to={paths.draft(item.draftId)}>
          {item.title}
        </TextLink>
      )
    case 'finished':
      return (
        <TextLink look="plain" to={paths.question(item.questionId)}>
          {item.title}
        </TextLink>
      )
    case 'gone':
      return <span className="text-ink-2">{item.title}</span>
  }
}
