import {
  addBit,
  bitSetOf,
  countCommon,
  countMembers,
  intersect,
  makeBitSet,
  subtract,
  unite,
  type BitSet,
} from './bit-set.ts'
import {
  facetNames,
  minuteSteps,
  type FacetName,
  type Filters,
  type QuestionFacets,
} from '../question-search.ts'

/** What questions are chosen and sorted by. */
export type IndexedQuestion = {
  id: string
  title: string
  minutes: number
  kind: string
  difficulty: string
  primaryCompetency: string
  competencies: readonly string[]
  roles: readonly string[]
  tags: readonly string[]
  isArchived: boolean
  isUsed: boolean
}

/** The bank prepared for counting: a set of questions for each value of each facet; a question is its place by title. */
export type BankIndex = {
  questions: readonly IndexedQuestion[]
  sets: Readonly<Record<FacetName, ReadonlyMap<string, BitSet>>>
  everything: BitSet
}

const byTitle = new Intl.Collator('en', { numeric: true })

/** Prepares the bank; to be done once for each state of the bank, not for each search. */
export function buildBankIndex(questions: readonly IndexedQuestion[]): BankIndex {
  const sorted = questions.toSorted((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
  return {
    questions: sorted,
    everything: bitSetOf(sorted.length, sorted.keys()),
    sets: {
      role: setsOf(sorted, (item) => item.roles),
      competency: setsOf(sorted, (item) => item.competencies),
      kind: setsOf(sorted, (item) => [item.kind]),
      difficulty: setsOf(sorted, (item) => [item.difficulty]),
      minutes: setsOf(sorted, (item) => minuteSteps.filter((step) => item.minutes <= step).map(String)),
      tag: setsOf(sorted, (item) => item.tags),
      use: setsOf(sorted, (item) => [item.isUsed ? 'panel' : 'none']),
      state: setsOf(sorted, (item) => (item.isArchived ? ['archived'] : [])),
    },
  }
}

function setsOf(
  questions: readonly IndexedQuestion[],
  valuesOf: (item: IndexedQuestion) => readonly string[],
): Map<string, BitSet> {
  const sets = new Map<string, BitSet>()
  for (const [place, item] of questions.entries())
    for (const value of valuesOf(item)) {
      const set = sets.get(value) ?? makeBitSet(questions.length)
      addBit(set, place)
      sets.set(value, set)
    }
  return sets
}

/**
 * Applies filters to what the text found.
 * @param hits what the text found
 * @returns the questions that fit, and for each value how many would fit if its facet chose it alone
 */
export function applyFilters(
  index: BankIndex,
  hits: BitSet,
  filters: Filters,
): { fitting: BitSet; facets: QuestionFacets } {
  const { sets, everything, questions } = index
  const archived = archivedOf(index)
  const passing = facetNames.map((name) => ({ name, set: passFacet(name) }))

  function passFacet(name: FacetName): BitSet {
    const chosen = filters[name] ?? []
    if (chosen.length === 0) return name === 'state' ? subtract(everything, archived) : everything
    return unite(
      questions.length,
      chosen.flatMap((value) => sets[name].get(value) ?? []),
    )
  }
  function passOthers(left: FacetName | null): BitSet {
    let fitting = hits
    for (const { name, set } of passing)
      if (name !== left && set !== everything) fitting = intersect(fitting, set)
    return fitting
  }
  const countFacet = (name: FacetName) => {
    const others = passOthers(name)
    return [...sets[name]]
      .map(([value, set]) => ({ value, count: countCommon(others, set) }))
      .filter((item) => item.count > 0)
      .toSorted((a, b) => (a.value < b.value ? -1 : 1))
  }
  return {
    fitting: passOthers(null),
    facets: {
      role: countFacet('role'),
      competency: countFacet('competency'),
      kind: countFacet('kind'),
      difficulty: countFacet('difficulty'),
      minutes: countFacet('minutes').toSorted((a, b) => Number(a.value) - Number(b.value)),
      tag: countFacet('tag').toSorted((a, b) => b.count - a.count),
      use: countFacet('use'),
      state: countFacet('state'),
    },
  }
}

/** How many of these questions are not archived. */
export function countInUse(index: BankIndex, hits: BitSet): number {
  return countMembers(hits) - countCommon(hits, archivedOf(index))
}

function archivedOf({ sets, questions }: BankIndex): BitSet {
  return sets.state.get('archived') ?? makeBitSet(questions.length)
}
