import { randomInt } from 'node:crypto'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { readCsv } from '#app/lib/csv.server.ts'
import { forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { suggestCode } from './candidate.ts'
import { optionalCvUrlSchema } from './candidate.schema.ts'
import { checkRows, maxImportRows, readRows, type CandidateRow, type CheckedRow } from './candidate-rows.ts'
import { listKnownCandidates, listOpenPanels, type OpenPanel } from './candidate-store.server.ts'
import { insertApplication, insertCandidate, isOpen } from './candidate-use-cases.server.ts'
import { createOnce } from './create-once.server.ts'

/** The panels that candidates can be put on. */
export function getPanelChoices(ctx: Ctx): Result<OpenPanel[]> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return ok(listOpenPanels(ctx.db))
}

/** What an import of this file would do, row by row; nothing is written. */
export function previewImport(ctx: Ctx, bytes: Uint8Array): Result<CheckedRow[]> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  // One more than may come, and the heading, tells that there are too many.
  const table = readCsv(bytes, { mostLines: maxImportRows + 2, longestLine: 20_000 })
  if ('problem' in table) return invalid('file', table.problem)
  const read = readRows(table)
  if ('problem' in read) return invalid('file', read.problem)
  return ok(checkRows(read.rows, listKnownCandidates(ctx.db)))
}

export type ImportInput = { formKey: string; rows: CandidateRow[]; panelId?: string | undefined }

/**
 * Adds the candidates of a preview; rows are checked again, and what is there meanwhile is skipped.
 * The same form twice imports once.
 * @returns how many were added
 */
export function importCandidates(ctx: Ctx, input: ImportInput): Result<{ added: number }> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return write(ctx.db, (tx): Result<{ added: number }> => {
    const made = createOnce(tx, ctx, input.formKey, () => {
      const { panelId } = input
      if (panelId !== undefined && !isOpen(tx, panelId))
        return invalid('panelId', 'This panel is archived or gone. Choose another.')
      const known = listKnownCandidates(tx)
      const taken = new Set(known.map((candidate) => candidate.code))
      for (const row of input.rows) if (row.code) taken.add(row.code)
      const toAdd = checkRows(input.rows, known).filter((row) => row.state === 'add')
      for (const row of toAdd) {
        const code = row.code || suggestCode(taken, randomInt)
        taken.add(code)
        const email = row.email || undefined
        const cvUrl = optionalCvUrlSchema.parse(row.cvUrl)
        const candidateId = insertCandidate(tx, ctx, { name: row.name, email, code, cvUrl })
        if (panelId !== undefined) insertApplication(tx, ctx, { candidateId, panelId })
      }
      return ok(String(toAdd.length))
    })
    return made.ok ? ok({ added: Number(made.value) }) : made
  })
}
