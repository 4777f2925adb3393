import type { Db } from '#db/client.server.ts'
import type { HeldBank } from './bank-index-store.server.ts'
import { listFoundWords, listHits } from './question-search-store.server.ts'
import type { TextReading } from '../question-search.ts'
import { nearestOf } from './nearest-word.ts'
import { findSlips, loosenTerms, replaceWords, type Slip } from './read-text.ts'
import { matchExpression, readSearchText, stemOf, writeSearchText, type SearchTerm } from './search-text.ts'

/** What a text found: rows of the full text in no order, and the expression that found them; null when no word was typed. */
export type TextMatch = { found: { rows: number[]; expression: string } | null; reading: TextReading }

/** With so few finds, another spelling is looked for. */
const few = 2

/** Looks for a text: as typed, then with forgiven spelling, then for some of its words. */
export function matchText(db: Db, bank: Pick<HeldBank, 'listStems'>, text: string): TextMatch {
  const terms = readSearchText(text)
  const typed = find(terms)
  if (!typed || typed.rows.length > few) return { found: typed, reading: { kind: 'as-typed' } }

  const meant = correctTerms(db, bank, terms)
  const corrected = meant && find(meant)
  if (meant && corrected && corrected.rows.length > typed.rows.length) {
    const writing = writeSearchText(meant)
    return typed.rows.length === 0
      ? { found: corrected, reading: { kind: 'corrected', text: writing } }
      : { found: typed, reading: { kind: 'suggested', text: writing } }
  }
  const loose = loosenTerms(meant ?? terms)
  const some = typed.rows.length === 0 && loose.length > 1 ? find(loose, 'OR') : null
  if (some && some.rows.length > 0) return { found: some, reading: { kind: 'some-words' } }
  return { found: typed, reading: { kind: 'as-typed' } }

  function find(wanted: readonly SearchTerm[], join: 'AND' | 'OR' = 'AND') {
    const expression = matchExpression(wanted, join)
    return expression === null ? null : { expression, rows: listHits(db, expression) }
  }
}

/** The terms with mistyped words replaced by words of the bank; null when none is. */
function correctTerms(
  db: Db,
  bank: Pick<HeldBank, 'listStems'>,
  terms: readonly SearchTerm[],
): SearchTerm[] | null {
  const slips = findSlips(terms, bank.listStems(), few)
  if (slips.length === 0) return null
  return replaceWords(terms, new Map(slips.map((slip) => [slip.word, findWordMeant(db, slip)])))
}

/** The word of the bank that has the stem and is nearest to what was typed. */
function findWordMeant(db: Db, { word, stem }: Slip): string {
  const words = listFoundWords(db, `"${stem}"*`).filter((found) => stemOf(found) === stem)
  return nearestOf(word, words) ?? stem
}
