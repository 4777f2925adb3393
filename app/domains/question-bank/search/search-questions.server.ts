import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import { readBank } from './bank-index-store.server.ts'
import { bitSetOf, countCommon, hasBit } from './bit-set.ts'
import { matchText } from './match-text.server.ts'
import { applyFilters } from './question-facets.ts'
import { listQuestionRows } from './question-search-store.server.ts'
import type { QuestionQuery, QuestionSearch, Slice } from '../question-search.ts'

const firstRows: Slice = { offset: 0, limit: 50 }

/**
 * Searches the bank. When nothing has the words as typed, spelling is forgiven, and then some of the words are enough.
 * @returns the rows of the slice, with the total and the count of every value of every facet
 */
export function searchQuestions(
  ctx: Ctx,
  query: QuestionQuery,
  slice: Slice = firstRows,
): Result<QuestionSearch> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const bank = readBank(ctx.db)
  const { questions } = bank.index
  const { found, reading } = matchText(ctx.db, bank, query.text ?? '')
  const excluded = new Set(query.excludeIds)
  const wanted = (found?.places ?? [...questions.keys()]).filter(
    (place) => !excluded.has(questions[place]?.id ?? ''),
  )
  const hits = bitSetOf(questions.length, wanted)
  const { fitting, facets } = applyFilters(bank.index, hits, query.filters ?? {})
  const unfiltered = applyFilters(bank.index, hits, {}).fitting
  const preferred = new Set(query.preferCompetencies)
  const isPreferred = (place: number) => preferred.has(questions[place]?.primaryCompetency ?? '')
  const ordered = wanted.filter((place) => hasBit(fitting, place))
  const places =
    preferred.size === 0
      ? ordered
      : [...ordered.filter(isPreferred), ...ordered.filter((place) => !isPreferred(place))]
  const shown = places.slice(slice.offset, slice.offset + slice.limit)
  const rows = listQuestionRows(
    ctx.db,
    shown.flatMap((place) => questions[place]?.id ?? []),
    found && {
      expression: found.expression,
      rows: shown.flatMap((place) => bank.rowOfPlace[place] ?? []),
    },
  )
  const unfilteredTotal = countCommon(unfiltered, unfiltered)
  return ok({ rows, total: places.length, unfilteredTotal, reading, facets })
}
