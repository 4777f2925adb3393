import type { Db } from '#db/client.server.ts'
import { listCompetencyBodies } from '../content-store.server.ts'
import { buildCompetencyIndex, type CompetencyIndex } from './competency-suggestion.ts'
import { listComparedQuestions, readBankState } from './near-duplicates-store.server.ts'
import type { ComparedQuestion } from './near-duplicate.ts'
import { buildSimilarityIndex, type SimilarityIndex, type SimilarPair } from './similarity-index.ts'

export type BankIndex = {
  questions: ReadonlyMap<string, ComparedQuestion>
  index: SimilarityIndex
  /** The suggested pairs, at most 2,000, worked out when they are first asked for. */
  listPairs: () => readonly SimilarPair[]
}

// Nobody compares more by hand, and a bank whose questions share all their topics would suggest millions.
const mostPairs = 2_000

const indexes = new WeakMap<Db, { state: string; bank: BankIndex }>()

/**
 * The index of the questions in use, kept until the bank changes: whatever changes it, in this process or another, is seen by
 * the ids and hashes of the questions' present wording, which take milliseconds to read even for 10,000.
 */
export function readBankIndex(db: Db): BankIndex {
  const state = readBankState(db)
  const held = indexes.get(db)
  if (held?.state === state) return held.bank
  const items = listComparedQuestions(db)
  const index = buildSimilarityIndex(items)
  let pairs: readonly SimilarPair[] | undefined
  const bank = {
    questions: new Map(items.map((item) => [item.id, item])),
    index,
    listPairs: () => (pairs ??= index.listPairs({ limit: mostPairs })),
  }
  indexes.set(db, { state, bank })
  return bank
}

const competencyIndexes = new WeakMap<Db, { bank: BankIndex; words: string; index: CompetencyIndex }>()

/** The index by which competencies are suggested, kept until a question or a competency changes. */
export function readCompetencyIndex(db: Db): CompetencyIndex {
  const bank = readBankIndex(db)
  const competencies = listCompetencyBodies(db)
  const words = JSON.stringify(competencies)
  const held = competencyIndexes.get(db)
  if (held?.bank === bank && held.words === words) return held.index
  const index = buildCompetencyIndex({ competencies, questions: [...bank.questions.values()] })
  competencyIndexes.set(db, { bank, words, index })
  return index
}
