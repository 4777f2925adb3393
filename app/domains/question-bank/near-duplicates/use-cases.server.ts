import { write, type Db } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { listQuestionsByIds } from '../question-store.server.ts'
import { readBankIndex, type BankIndex } from './bank-index.server.ts'
import {
  groupConfirmed,
  orderPair,
  sortNearDuplicates,
  type AlikeQuestions,
  type ComparedQuestion,
  type DuplicateVerdict,
  type NearDuplicate,
  type NearDuplicateList,
  type StoredVerdict,
} from './near-duplicate.ts'
import {
  comparedOf,
  countQuestionsInUse,
  deleteVerdict,
  findVerdict,
  hasQuestion,
  listVerdicts,
  saveVerdict,
} from './near-duplicates-store.server.ts'

function mayRead(ctx: Ctx): boolean {
  return can(ctx.user.access, 'bank.read', 'other')
}

function mayDecide(ctx: Ctx): boolean {
  return can(ctx.user.access, 'bank.edit', 'other')
}

const pairsOnPage = 25

/**
 * Pairs of questions in use: said to ask the same, suggested, said to differ; in each the most alike first.
 * @param input `page` of the suggested ones, from 1; the last one when there are fewer
 */
export function listNearDuplicates(
  ctx: Ctx,
  input: { page?: number } = {},
): Result<NearDuplicateList & { page: number; pages: number; mayDecide: boolean }> {
  if (!mayRead(ctx)) return forbidden
  const bank = readBankIndex(ctx.db)
  const findQuestion = (id: string) => bank.questions.get(id)
  const listAt = (page: number) =>
    sortNearDuplicates({
      suggested: bank.listPairs(),
      verdicts: listVerdicts(ctx.db),
      findQuestion,
      scoreOf: (aId, bId) => scorePair(bank, findQuestion(aId), bId),
      page: { at: (page - 1) * pairsOnPage, size: pairsOnPage },
    })
  const asked = Math.max(1, input.page ?? 1)
  const list = listAt(asked)
  const pages = Math.max(1, Math.ceil(list.waiting / pairsOnPage))
  const rest = { pages, mayDecide: mayDecide(ctx) }
  return ok(asked > pages ? { ...listAt(pages), ...rest, page: pages } : { ...list, ...rest, page: asked })
}

function scorePair(bank: BankIndex, item: ComparedQuestion | undefined, otherId: string): number {
  if (!item) return 0
  const all = bank.index.similarTo(item, { threshold: 0, limit: bank.questions.size })
  return all.find(({ id }) => id === otherId)?.score ?? 0
}

/**
 * The questions in use that ask nearly the same as one of the bank, archived or not: first those that people said, then those
 * suggested; `a` is always the question asked about. What people said differs is left out.
 */
export function findNearDuplicatesOf(
  ctx: Ctx,
  questionId: string,
): Result<{ pairs: NearDuplicate[]; mayDecide: boolean }> {
  if (!mayRead(ctx)) return forbidden
  const bank = readBankIndex(ctx.db)
  const item = findCompared(ctx.db, bank, questionId)
  if (!item) return notFound
  return ok({ pairs: listPairsOf(bank, item, listVerdicts(ctx.db, questionId)), mayDecide: mayDecide(ctx) })
}

function findCompared(db: Db, bank: BankIndex, id: string): ComparedQuestion | undefined {
  const held = bank.questions.get(id)
  if (held) return held
  const row = listQuestionsByIds(db, [id])[0]
  return row && comparedOf(row.content)
}

/** @param verdicts those on the item, at least */
function listPairsOf(
  bank: BankIndex,
  item: ComparedQuestion,
  verdicts: readonly StoredVerdict[],
): NearDuplicate[] {
  const { confirmed, suggested } = sortNearDuplicates({
    suggested: bank.index.similarTo(item).map(({ id, score }) => ({ a: item.id, b: id, score })),
    verdicts: verdicts.filter(({ aId, bId }) => aId === item.id || bId === item.id),
    findQuestion: (id) => (id === item.id ? item : bank.questions.get(id)),
    scoreOf: (aId, bId) => scorePair(bank, item, aId === item.id ? bId : aId),
  })
  return [...confirmed, ...suggested].map((pair) =>
    pair.a.id === item.id ? pair : { ...pair, a: pair.b, b: pair.a },
  )
}

/** The wording of a larger bank is compared on the page of near-duplicates alone: that takes seconds, which nobody else should wait for. */
const mostCompared = 10_000

/**
 * What asks nearly the same as each of some questions; those said to differ are left out.
 * @param most beyond so many questions in use, only what people said asks the same is given
 */
export function listAlike(
  ctx: Ctx,
  questionIds: readonly string[],
  most = mostCompared,
): Result<AlikeQuestions[]> {
  if (!mayRead(ctx)) return forbidden
  const verdicts = listVerdicts(ctx.db)
  if (countQuestionsInUse(ctx.db) > most) return ok(listConfirmed(questionIds, verdicts))
  const bank = readBankIndex(ctx.db)
  const alike = [...new Set(questionIds)].flatMap((id) => {
    const item = findCompared(ctx.db, bank, id)
    const pairs = item ? listPairsOf(bank, item, verdicts) : []
    return pairs.map(({ b, score, decision }) => ({
      id,
      otherId: b.id,
      score,
      isConfirmed: decision !== null,
    }))
  })
  return ok(alike)
}

function listConfirmed(questionIds: readonly string[], verdicts: readonly StoredVerdict[]): AlikeQuestions[] {
  const asked = new Set(questionIds)
  return verdicts
    .filter(({ verdict }) => verdict === 'same')
    .flatMap(({ aId, bId }) => [
      { id: aId, otherId: bId },
      { id: bId, otherId: aId },
    ])
    .filter(({ id }) => asked.has(id))
    .map((pair) => ({ ...pair, score: 1, isConfirmed: true }))
}

/** Groups of questions that people said ask the same; a panel needs at most one of each. */
export function listDuplicateGroups(ctx: Ctx): Result<string[][]> {
  return mayRead(ctx) ? ok(groupConfirmed(listVerdicts(ctx.db))) : forbidden
}

/**
 * Records what somebody says about two questions of the bank.
 * @param input `verdict` null takes back what was said
 * @returns what stood before, for taking it back
 */
export function decideDuplicate(
  ctx: Ctx,
  input: { aId: string; bId: string; verdict: DuplicateVerdict | null },
): Result<{ before: DuplicateVerdict | null }> {
  if (!mayDecide(ctx)) return forbidden
  const { verdict } = input
  const pair = orderPair(input.aId, input.bId)
  if (pair.aId === pair.bId) return invalid('', 'Choose two different questions.')
  return write(ctx.db, (tx): Result<{ before: DuplicateVerdict | null }> => {
    if (!hasQuestion(tx, pair.aId) || !hasQuestion(tx, pair.bId)) return notFound
    const before = findVerdict(tx, pair)
    if (before === verdict) return ok({ before })
    if (verdict === null) deleteVerdict(tx, pair)
    else saveVerdict(tx, { ...pair, verdict, decidedBy: ctx.user.id, atMs: ctx.now })
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: verdict === null ? 'question-pair.undo' : 'question-pair.decide',
      subjectKind: 'question-pair',
      subjectId: `${pair.aId} ${pair.bId}`,
      detail: { verdict, before },
    })
    return ok({ before })
  })
}
