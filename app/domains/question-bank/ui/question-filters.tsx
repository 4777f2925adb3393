import { ChipLink } from '#app/ui/chip.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { QuestionsView } from '../questions-view.ts'

/** The filters folded away, for narrow screens. */
export function FoldedFilters({ view }: { view: QuestionsView }) {
  return (
    <Disclosure title={view.filtersOn > 0 ? `Filters, ${view.filtersOn} on` : 'Filters'}>
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
      <div className="flex flex-wrap gap-1.5">
        {filter.options.map((option) => (
          <ChipLink key={option.value} to={option.to} isOn={option.isOn} count={option.count}>
            {option.label}
          </ChipLink>
        ))}
      </div>
    </div>
  ))
}
