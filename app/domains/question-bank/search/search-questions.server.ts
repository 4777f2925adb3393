import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, ok, type Result } from '#app/lib/result.ts'
import type { Db } from '#db/client.server.ts'
import type { QuestionQuery, QuestionRow, QuestionSearch, Slice } from '../question-search.ts'
import { readBank, type HeldBank } from './bank-index-store.server.ts'
import {
  addBit,
  countMembers,
  keepMembers,
  listMembers,
  makeBitSet,
  subtract,
  type BitSet,
} from './bit-set.ts'
import { matchText, type TextMatch } from './match-text.server.ts'
import { applyFilters, countInUse } from './question-facets.ts'
import { listBest, listMarkedTexts, listQuestionRows } from './question-search-store.server.ts'

const firstPage: Slice = { offset: 0, limit: 50 }

/**
 * Searches the bank. When nothing has the words as typed, spelling is forgiven, and then some of the words are enough.
 * @returns the rows of the slice, with the total and the count of every value of every facet
 */
export function searchQuestions(
  ctx: Ctx,
  query: QuestionQuery,
  slice: Slice = firstPage,
): Result<QuestionSearch> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  const bank = readBank(ctx.db)
  const { found, reading } = matchText(ctx.db, bank, query.text ?? '')
  const hits = findPlaces(bank, found, new Set(query.excludeIds))
  const { fitting, facets } = applyFilters(bank.index, hits, query.filters ?? {})
  const [first, rest] = splitPreferred(bank, fitting, new Set(query.preferCompetencies))
  const firstRows = listRows(ctx.db, bank, found, { places: first, slice })
  const after = {
    offset: Math.max(0, slice.offset - countMembers(first)),
    limit: slice.limit - firstRows.length,
  }
  const rows = [...firstRows, ...listRows(ctx.db, bank, found, { places: rest, slice: after })]
  const total = countMembers(fitting)
  return ok({ rows, total, unfilteredTotal: countInUse(bank.index, hits), reading, facets })
}

/** The places of what was found, those left out that the query excludes. */
function findPlaces(bank: HeldBank, found: TextMatch['found'], excluded: ReadonlySet<string>): BitSet {
  const { questions, everything } = bank.index
  const places = found ? makeBitSet(questions.length) : everything
  for (const row of found?.rows ?? []) {
    const place = bank.placeOfRow.get(row)
    if (place !== undefined) addBit(places, place)
  }
  if (excluded.size === 0) return places
  return keepMembers(places, (place) => !excluded.has(questions[place]?.id ?? ''))
}

/** What comes first and what comes after it. */
function splitPreferred(bank: HeldBank, fitting: BitSet, preferred: ReadonlySet<string>): [BitSet, BitSet] {
  const { questions } = bank.index
  if (preferred.size === 0) return [makeBitSet(questions.length), fitting]
  const first = keepMembers(fitting, (place) => preferred.has(questions[place]?.primaryCompetency ?? ''))
  return [first, subtract(fitting, first)]
}

/** A slice of some places: the best match first, or by title when no word was typed. */
function listRows(
  db: Db,
  bank: HeldBank,
  found: TextMatch['found'],
  given: { places: BitSet; slice: Slice },
): QuestionRow[] {
  const { offset, limit } = given.slice
  const members = limit > 0 ? listMembers(given.places) : []
  if (members.length === 0) return []
  const shown = found
    ? listBestPlaces(db, bank, found, { members, slice: given.slice })
    : members.slice(offset, offset + limit)
  const marked = found
    ? listMarkedTexts(
        db,
        found.expression,
        shown.flatMap((place) => bank.rowOfPlace[place] ?? []),
      )
    : []
  return listQuestionRows(
    db,
    shown.flatMap((place) => bank.index.questions[place]?.id ?? []),
    new Map(marked.map((texts) => [texts.questionId, texts])),
  )
}

function listBestPlaces(
  db: Db,
  bank: HeldBank,
  found: NonNullable<TextMatch['found']>,
  { members, slice }: { members: readonly number[]; slice: Slice },
): number[] {
  const isAll = members.length === found.rows.length
  const rows = isAll ? null : members.flatMap((place) => bank.rowOfPlace[place] ?? [])
  return listBest(db, found.expression, rows, slice).flatMap((row) => bank.placeOfRow.get(row) ?? [])
}
