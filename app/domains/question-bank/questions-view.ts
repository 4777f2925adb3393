import { paths, type SearchQuery } from '#app/paths.ts'
import type { QuestionsAddress } from './question-query.schema.ts'
import {
  facetNames,
  type FacetCount,
  type FacetName,
  type QuestionRow,
  type QuestionSearch,
  type TextReading,
} from './question-search.ts'

export type FilterOption = { value: string; label: string; count: number; isOn: boolean; to: string }
export type Filter = { name: FacetName; label: string; options: FilterOption[]; more: FilterOption[] }

/** A question as the list shows it: its texts once, in pieces. */
export type ResultRow = Pick<
  QuestionRow,
  'id' | 'minutes' | 'kind' | 'difficulty' | 'isArchived' | 'competency' | 'found'
>

export type QuestionsView = {
  rows: ResultRow[]
  /** "51–100 of 230 questions" */
  countInWords: string
  /** How many there would be without filters. */
  unfilteredTotal: number
  reading: TextReading
  page: number
  pages: number
  filters: Filter[]
  /** The chosen values, each with the address without it. */
  chosen: { label: string; to: string }[]
}

/** A page of questions. */
export const pageRows = 50

/** So many topics stand open; the rest is one step away. */
const firstTags = 15

const kinds = ['technical', 'situational', 'behavioural', 'motivation']
const difficulties = ['easy', 'medium', 'hard']

const filterOrder: readonly { name: FacetName; label: string }[] = [
  { name: 'role', label: 'Role' },
  { name: 'kind', label: 'Kind' },
  { name: 'difficulty', label: 'Difficulty' },
  { name: 'minutes', label: 'Minutes' },
  { name: 'use', label: 'Use' },
  { name: 'competency', label: 'Competency' },
  { name: 'tag', label: 'Topic' },
  { name: 'state', label: 'State' },
]

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
  const { facets } = search
  const labels: Record<FacetName, ReadonlyMap<string, string>> = {
    role: names.roles,
    use: new Map([
      ['panel', 'In a panel'],
      ['none', 'In no panel'],
    ]),
    kind: new Map(kinds.map((value) => [value, sentenceCase(value)])),
    difficulty: new Map(difficulties.map((value) => [value, sentenceCase(value)])),
    minutes: new Map(facets.minutes.map(({ value }) => [value, `Up to ${value} min`])),
    competency: names.competencies,
    tag: new Map(facets.tag.map(({ value }) => [value, tagInWords(value)])),
    state: new Map([['archived', 'Archived']]),
  }
  const filters = filterOrder.map(({ name, label }): Filter => {
    const all = optionsOf(name, labels[name], facets[name], address)
    const isLong = name === 'tag'
    return {
      name,
      label,
      options: all.filter((option, at) => !isLong || at < firstTags || option.isOn),
      more: all.filter((option, at) => isLong && at >= firstTags && !option.isOn),
    }
  })
  return {
    rows: search.rows.map(({ id, minutes, kind, difficulty, isArchived, competency, found }) => ({
      id,
      minutes,
      kind,
      difficulty,
      isArchived,
      competency,
      found,
    })),
    countInWords: countInWords(search, address.page),
    unfilteredTotal: search.unfilteredTotal,
    reading: search.reading,
    page: address.page,
    pages: Math.max(1, Math.ceil(search.total / pageRows)),
    filters: filters.filter((filter) => filter.options.length > 0),
    chosen: facetNames.flatMap((name) =>
      address.filters[name].map((value) => ({
        label: labels[name].get(value) ?? tagInWords(value),
        to: paths.questions(queryOf(turnOver(address, name, value))),
      })),
    ),
  }
}

function countInWords({ total, rows }: QuestionSearch, page: number): string {
  const count = `${total.toLocaleString('en-GB')} ${total === 1 ? 'question' : 'questions'}`
  if (rows.length === 0 || rows.length === total) return count
  const first = (page - 1) * pageRows + 1
  return `${first}–${first + rows.length - 1} of ${count}`
}

function optionsOf(
  name: FacetName,
  labels: ReadonlyMap<string, string>,
  counts: readonly FacetCount[],
  address: QuestionsAddress,
): FilterOption[] {
  const byValue = new Map(counts.map((item) => [item.value, item.count]))
  const chosen = address.filters[name]
  return [
    ...new Map([
      ...labels,
      ...chosen.map((value) => [value, labels.get(value) ?? tagInWords(value)] as const),
    ]),
  ]
    .map(([value, label]) => ({
      value,
      label,
      count: byValue.get(value) ?? 0,
      isOn: chosen.includes(value),
      to: paths.questions(queryOf(turnOver(address, name, value))),
    }))
    .filter((option) => option.isOn || option.count > 0)
}

/** The search with one value of a filter taken away or put in; of minutes there is one at a time. */
function turnOver(address: QuestionsAddress, name: FacetName, value: string): QuestionsAddress {
  const chosen = address.filters[name]
  const others = name === 'minutes' ? [] : chosen
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...others, value]
  return { ...address, page: 1, filters: { ...address.filters, [name]: next } }
}

/** The search as the words of a URL. */
export function queryOf({ q, page, filters }: QuestionsAddress): SearchQuery {
  return { q: q || undefined, ...filters, page: page > 1 ? String(page) : undefined }
}

/** The filters as fields of the search form, which sends its own text and begins at the first page. */
export function hiddenFieldsOf({ filters }: QuestionsAddress): { name: FacetName; value: string }[] {
  return facetNames.flatMap((name) => filters[name].map((value) => ({ name, value })))
}

/** `rate-limits` as people write it. Small letters stay: nothing tells “crm” from a word that would begin with a capital. */
function tagInWords(tag: string): string {
  return tag.replaceAll('-', ' ')
}

/** "situational" as it stands at the beginning of a line. */
export function sentenceCase(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
