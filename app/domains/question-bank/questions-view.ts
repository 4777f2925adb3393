import { paths } from '#app/paths.ts'
import type { Difficulty, QuestionKind } from '#rubrics/content.schema.ts'
import type { QuestionsAddress } from './question-query.schema.ts'
import type { FacetCount, QuestionFacets, QuestionRow, QuestionSearch } from './question-search.ts'

export type FilterOption = { value: string; label: string; count: number; isOn: boolean; to: string }
export type Filter = { name: string; label: string; options: FilterOption[] }

export type QuestionsView = {
  rows: QuestionRow[]
  total: number
  text: string
  /** How many filters are on, the text left out. */
  filtersOn: number
  filters: Filter[]
}

const kinds: readonly QuestionKind[] = ['technical', 'situational', 'behavioural', 'motivation']
const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard']

type Names = { roles: ReadonlyMap<string, string>; competencies: ReadonlyMap<string, string> }

/**
 * What the questions page shows.
 * @param address the search as it stands in the URL
 * @param names the words for roles and competencies, in the order in which their filters stand
 */
export function questionsView(
  search: QuestionSearch,
  address: QuestionsAddress,
  names: Names,
): QuestionsView {
  const filters = [
    filterOf('role', 'Role', options(names.roles, search.facets.role), address),
    filterOf('kind', 'Kind', inWords(kinds, search.facets.kind), address),
    filterOf('difficulty', 'Difficulty', inWords(difficulties, search.facets.difficulty), address),
    filterOf('minutes', 'Minutes', minuteOptions(search.facets), address),
    filterOf('competency', 'Competency', options(names.competencies, search.facets.competency), address),
  ].filter((filter) => filter.options.length > 0)
  return {
    rows: search.rows,
    total: search.total,
    text: address.q ?? '',
    filtersOn: filters.flatMap((filter) => filter.options).filter((option) => option.isOn).length,
    filters,
  }
}

type Option = { value: string; label: string; count: number }

function options(names: ReadonlyMap<string, string>, counts: readonly FacetCount[]): Option[] {
  const byValue = new Map(counts.map((item) => [item.value, item.count]))
  return [...names].map(([value, label]) => ({ value, label, count: byValue.get(value) ?? 0 }))
}

function inWords(values: readonly string[], counts: readonly FacetCount[]): Option[] {
  return options(new Map(values.map((value) => [value, sentenceCase(value)])), counts)
}

function minuteOptions(facets: QuestionFacets): Option[] {
  return facets.maxMinutes.map(({ value, count }) => ({
    value: String(value),
    label: `Up to ${value} min`,
    count,
  }))
}

function filterOf(
  name: Exclude<keyof QuestionsAddress, 'q'>,
  label: string,
  all: readonly Option[],
  address: QuestionsAddress,
): Filter {
  const chosen = address[name] === undefined ? undefined : String(address[name])
  const shown = all.map((option) => {
    const isOn = option.value === chosen
    const to = paths.questions({ ...queryOf(address), [name]: isOn ? undefined : option.value })
    return { ...option, isOn, to }
  })
  return { name, label, options: shown.filter((option) => option.isOn || option.count > 0) }
}

/** The search as the words of a URL. */
export function queryOf(address: QuestionsAddress): Record<string, string | undefined> {
  const { q, minutes, ...rest } = address
  return { q: q || undefined, ...rest, minutes: minutes === undefined ? undefined : String(minutes) }
}

/** "situational" as it stands at the beginning of a line. */
export function sentenceCase(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
