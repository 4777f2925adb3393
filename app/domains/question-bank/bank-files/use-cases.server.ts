import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { hashContent } from '#db/content-hash.ts'
import {
  addContentVersion,
  addQuestionVersion,
  makeCompetencyVersionCurrent,
  makeQuestionVersionCurrent,
  makeRoleVersionCurrent,
  type Author,
} from '#db/content-versions.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { findReceipt, once } from '#db/receipts.server.ts'
import type { RubricContent, Scale } from '#rubrics/content.schema.ts'
import { ContentError, readContentFiles } from '#rubrics/read.server.ts'
import { insertBatch } from '../batch-store.server.ts'
import { listScaleBodies } from '../content-store.server.ts'
import { changeByLoad, listBankFiles, pickBankFiles, type LoadChange } from './bank-files.ts'
import type { LoadProblem } from './load-problem.ts'
import { bringBack, findHeld, insertScale, readBankContent } from './store.server.ts'
import { packZip, unpackZip } from './zip.server.ts'

/** The whole bank as a zip of files that rubrics/ accepts. */
export function exportBank(ctx: Ctx): Result<Uint8Array<ArrayBuffer>> {
  if (!can(ctx.user.access, 'bank.read', 'other')) return forbidden
  return ok(packZip(listBankFiles(readBankContent(ctx.db))))
}

/**
 * Loads files of a bank, all of them or none: what is new is added, what differs becomes a new version, the rest stays.
 * The same form twice loads once.
 * @param input `bytes` is a zip with the folders of rubrics/, whole or in part
 * @returns the batch that undoes it, or what is wrong with the files
 */
export function loadBank(
  ctx: Ctx,
  input: { formKey: string; name: string; bytes: Uint8Array },
): Result<{ batchId: string } | { problems: LoadProblem[] }> {
  if (!can(ctx.user.access, 'bank.define', 'other')) return forbidden
  const form = { key: input.formKey, userId: ctx.user.id, now: ctx.now }
  const done = findReceipt(ctx.db, form)
  if (done !== undefined) return ok({ batchId: done })
  const archive = unpackZip(input.bytes)
  if ('problem' in archive) return invalid('file', archive.problem)
  const files = pickBankFiles(archive)
  if (files.length === 0)
    return invalid(
      'file',
      'This zip holds no files of a bank. They stand in folders called scales, competencies, questions and roles.',
    )
  const present = readBankContent(ctx.db)
  let content: RubricContent
  try {
    content = readContentFiles(
      files.map((file) => ({ ...file, file: file.path })),
      present,
    )
  } catch (error) {
    if (error instanceof ContentError) return ok({ problems: [...error.problems] })
    throw error
  }
  return write(ctx.db, (tx): Result<{ batchId: string }> => {
    const changed = changedScales(tx, content)
    if (changed.length > 0)
      return invalid(
        'file',
        `The levels of a scale that scorecards are filled on never change: ${changed.join(', ')}. Give the changed scale another id and load again.`,
      )
    return ok({ batchId: once(tx, form, () => storeContent(tx, ctx, input.name, content)) })
  })
}

/** Scales of the files whose levels differ from those that scorecards are filled on; other words for them do no harm. */
function changedScales(tx: Tx, content: RubricContent): string[] {
  const held = new Map(listScaleBodies(tx).map((item) => [item.id, levelsOf(item)]))
  return content.scales
    .filter((item) => held.has(item.id) && held.get(item.id) !== levelsOf(item))
    .map((item) => item.name)
}

function levelsOf(scale: Scale): string {
  return scale.levels.map((level) => level.value).join()
}

function storeContent(tx: Tx, ctx: Ctx, name: string, content: RubricContent): string {
  const batchId = newId()
  insertBatch(tx, { id: batchId, name, layout: 'bank', createdBy: ctx.user.id, createdAtMs: ctx.now })
  const author: Author = { userId: ctx.user.id, batchId, now: ctx.now }
  const changes: LoadChange[] = [
    ...eachChange(tx, 'scale', content.scales, (item, change) => {
      if (change === 'added') insertScale(tx, item)
    }),
    ...eachChange(tx, 'competency', content.competencies, (item, change) => {
      if (change !== 'brought back')
        makeCompetencyVersionCurrent(tx, item, addContentVersion(tx, 'competency', item, author))
      bringBack(tx, 'competency', item.id)
    }),
    ...eachChange(tx, 'role', content.roles, (item, change) => {
      if (change !== 'brought back')
        makeRoleVersionCurrent(tx, item, addContentVersion(tx, 'role', item, author))
      bringBack(tx, 'role', item.id)
    }),
    ...eachChange(tx, 'question', content.questions, (item, change) => {
      bringBack(tx, 'question', item.id)
      if (change !== 'brought back')
        makeQuestionVersionCurrent(tx, item.id, addQuestionVersion(tx, item, author))
    }),
  ]
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action: 'bank.load',
    subjectKind: 'import',
    subjectId: batchId,
    detail: { changes: changes.filter((change) => change !== 'same').length },
  })
  return batchId
}

/** Calls `store` for every item that is not as the bank has it. */
function eachChange<T extends { id: string }>(
  tx: Tx,
  kind: 'scale' | 'competency' | 'role' | 'question',
  items: readonly T[],
  store: (item: T, change: LoadChange) => void,
): LoadChange[] {
  const held = findHeld(
    tx,
    kind,
    items.map((item) => item.id),
  )
  return items.map((item) => {
    const change = changeByLoad(held.get(item.id), hashContent(item))
    if (change !== 'same') store(item, change)
    return change
  })
}
