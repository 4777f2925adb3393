import { createHash } from 'node:crypto'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { once } from '#db/receipts.server.ts'
import * as store from '../store.server.ts'
import { buildRound } from './build-round.ts'
import type { KnownScale } from './rating-value.ts'
import { readSheet } from './read-sheet.server.ts'
import { previewRound, type ReadyRound, type RoundPreview } from './round-preview.ts'
import { readSettings, suggestSettings, type Around } from './round-settings.ts'
import { comparable, type SheetRow } from './sheet.ts'

/** A file as a form has it: its text, its name, and the fields of the preview once there are any. */
export type GivenSheet = { text: string; fileName: string; form?: Pick<FormData, 'get'> | undefined }

/** What is shown of a file, with the rounds that came from the same one. */
export type ShownPreview = {
  preview: RoundPreview
  scales: KnownScale[]
  earlier: { id: string; name: string; createdAtMs: number }[]
  /** A hash of every rating: it differs when something else would be stored. */
  seen: string
}

/** What an import of this file would give; nothing is stored. */
export function lookAtRound(ctx: Ctx, given: GivenSheet): Result<ShownPreview> {
  if (!can(ctx.user.access, 'round.import', 'other')) return forbidden
  const read = readGiven(ctx, given)
  return read.ok ? ok(read.value.shown) : read
}

/**
 * Stores a file as a past round. The same form twice stores it once.
 * @param given `seen` is that of the preview that was looked at
 * @returns the round; refused while something is undecided, or when the file now gives something else than was seen
 */
export function importRound(
  ctx: Ctx,
  given: GivenSheet & { formKey: string; seen: string },
): Result<{ roundId: string }> {
  if (!can(ctx.user.access, 'round.import', 'other')) return forbidden
  const read = readGiven(ctx, given)
  if (!read.ok) return read
  const { shown, ready } = read.value
  if (!ready) return { ok: false, error: { kind: 'invalid', errors: shown.preview.errors } }
  if (shown.seen !== given.seen)
    return invalid(
      '',
      'The file gives something else now than you saw. Look at the figures below, then import.',
    )
  const { name } = shown.preview.settings
  const roundId = write(ctx.db, (tx) =>
    once(tx, { key: given.formKey, userId: ctx.user.id, now: ctx.now }, () => {
      const id = newId()
      const { fileName } = given
      const round = buildRound(ready, { id, name, fileName, createdAtMs: ctx.now, newId })
      store.insertRound(tx, { round, fileHash: hashOf(given.text), createdBy: ctx.user.id })
      recordAuditEvent(tx, {
        atMs: ctx.now,
        actorId: ctx.user.id,
        action: 'round.import',
        subjectKind: 'past-round',
        subjectId: id,
        detail: { fileHash: hashOf(given.text) },
      })
      return id
    }),
  )
  return ok({ roundId })
}

function readGiven(
  ctx: Ctx,
  { text, fileName, form }: GivenSheet,
): Result<{ shown: ShownPreview; ready: ReadyRound | undefined }> {
  const rows = readSheet(text)
  if ('problem' in rows) return invalid('file', rows.problem)
  const scales = store.listKnownScales(ctx.db)
  const settings = settle(rows, { scales, known: readKnown(ctx) }, { fileName, form })
  const { preview, prepared, ready } = previewRound(rows, settings, scales)
  const earlier = store.listRoundsOfFile(ctx.db, hashOf(text))
  const seen = hashOf(JSON.stringify([prepared.ratings, preview.levels]))
  return ok({ shown: { preview, scales, earlier, seen }, ready })
}

function settle(rows: readonly SheetRow[], around: Around, { fileName, form }: Omit<GivenSheet, 'text'>) {
  const name = fileName.replace(/\.[a-z]{1,5}$/i, '').slice(0, 120) || 'Past round'
  return form ? readSettings(form, rows, around) : suggestSettings(rows, around, name)
}

function readKnown(ctx: Ctx): Around['known'] {
  const { people, competencies } = store.listKnownNames(ctx.db)
  return {
    people: new Set(people.map(comparable)),
    competencies: new Set(competencies.map(comparable)),
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
