import { ChipLink } from '#app/ui/chip.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { FilterOption, QuestionsView } from '../questions-view.ts'

/** The filters folded away, for narrow screens. */
export function FoldedFilters({ view }: { view: QuestionsView }) {
  const on = view.chosen.length
  return (
    <Disclosure title={on > 0 ? `Filters, ${on} on` : 'Filters'}>
      <QuestionFilters view={view} />
    </Disclosure>
  )
}

/** The filters under each other, every value with the number of questions it would leave. */
export function QuestionFilters({ view }: { view: QuestionsView }) {
  return view.filters.map((filter) => (
    <div key={filter.name} role="group" aria-label={filter.label} className="mb-4">
      <p aria-hidden className="mb-1.5 text-dense font-semibold text-ink-2">
        {filter.label}
      </p>
      <Options options={filter.options} />
      {filter.more.length > 0 ? (
        <div className="mt-1.5">
          <Disclosure title={`${filter.more.length} more`}>
            <Options options={filter.more} />
          </Disclosure>
        </div>
      ) : null}
    </div>
  ))
}

function Options({ options }: { options: readonly FilterOption[] }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {options.map((option) => (
        <ChipLink key={option.value} to={option.to} isOn={option.isOn} count={option.count}>
          {option.label}
        </ChipLink>
      ))}
    </div>
  )
}

/** What is chosen, to be taken away one by one or all at once; nothing when nothing is. */
export function ChosenFilters({ view, toNone }: { view: QuestionsView; toNone: string }) {
  if (view.chosen.length === 0) return null
  return (
    <div role="group" aria-label="Chosen filters" className="mt-3 flex flex-wrap items-center gap-1.5">
      {view.chosen.map(({ label, to }) => (
        <ChipLink key={to} to={to} isOn>
          {label}
        </ChipLink>
      ))}
      <TextLink to={toNone} replace preventScrollReset className="ml-1.5 text-dense leading-6">
        Clear all
      </TextLink>
    </div>
  )
}
