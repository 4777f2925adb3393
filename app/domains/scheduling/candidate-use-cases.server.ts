import { randomInt } from 'node:crypto'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { markingReaders } from '#app/domains/scorecards/could-read.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '#app/lib/result.ts'
import { write, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { suggestCode } from './candidate.ts'
import type { NewCandidate } from './candidate.schema.ts'
import * as store from './candidate-store.server.ts'
import { createOnce } from './create-once.server.ts'

/** Adds a candidate, and puts them on a panel when one is given. The same form twice adds one. */
export function createCandidate(ctx: Ctx, input: NewCandidate): Result<{ candidateId: string }> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return write(ctx.db, (tx): Result<{ candidateId: string }> => {
    const made = createOnce(tx, ctx, input.formKey, () => {
      if (input.code !== undefined && store.findCandidateByCode(tx, input.code))
        return invalid(
          'code',
          `Somebody already has the code ${input.code}. Choose another, or leave it empty.`,
        )
      if (input.panelId !== undefined && !isOpen(tx, input.panelId))
        return invalid('panelId', 'This panel is archived or gone. Choose another.')
      const id = insertCandidate(tx, ctx, { ...input, code: input.code ?? freeCode(tx) })
      if (input.panelId !== undefined) insertApplication(tx, ctx, { candidateId: id, panelId: input.panelId })
      return ok(id)
    })
    return made.ok ? ok({ candidateId: made.value }) : made
  })
}

/** What the form that adds a candidate starts with: a code that nobody has, and the panels to choose from. */
export function getNewCandidateForm(ctx: Ctx): Result<{ code: string; panels: store.OpenPanel[] }> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return ok({ code: freeCode(ctx.db), panels: store.listOpenPanels(ctx.db) })
}

/** Puts a candidate on a panel; doing it again gives the same application. */
export function addToPanel(
  ctx: Ctx,
  input: { candidateId: string; panelId: string },
): Result<{ applicationId: string }> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return write(ctx.db, (tx): Result<{ applicationId: string }> => {
    const candidate = store.findCandidate(tx, { id: input.candidateId, interviewerId: null })
    if (!candidate) return notFound
    if (candidate.erasedAtMs !== null) return conflict('This candidate was erased.')
    const existing = store.findApplicationOn(tx, input)
    if (existing?.withdrawnAtMs === null) return ok({ applicationId: existing.id })
    if (existing) return conflict('This candidate was withdrawn from the panel. Restore them there instead.')
    if (!isOpen(tx, input.panelId))
      return invalid('panelId', 'This panel is archived or gone. Choose another.')
    return ok({ applicationId: insertApplication(tx, ctx, input) })
  })
}

/** Sets or takes away the link to a candidate's CV. */
export function setCvUrl(ctx: Ctx, input: { candidateId: string; cvUrl?: string | undefined }): Result<void> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return write(ctx.db, (tx): Result<void> => {
    const candidate = store.findCandidate(tx, { id: input.candidateId, interviewerId: null })
    if (!candidate) return notFound
    if (candidate.erasedAtMs !== null) return conflict('This candidate was erased.')
    const cvUrl = input.cvUrl ?? null
    if (cvUrl !== candidate.cvUrl) {
      store.setCvUrl(tx, { candidateId: candidate.id, cvUrl })
      audit(tx, ctx, {
        action: 'candidate.cv',
        subjectKind: 'candidate',
        subjectId: candidate.id,
        detail: { cvUrl },
      })
    }
    return ok()
  })
}

/** Withdraws a candidate from a panel, or takes that back. */
export function setWithdrawn(
  ctx: Ctx,
  input: { applicationId: string; isWithdrawn: boolean },
): Result<{ candidateId: string }> {
  if (!can(ctx.user.access, 'candidate.edit', 'other')) return forbidden
  return write(ctx.db, (tx): Result<{ candidateId: string }> => {
    const application = store.findApplication(tx, { id: input.applicationId, interviewerId: null })
    if (!application) return notFound
    const candidate = store.findCandidate(tx, { id: application.candidateId, interviewerId: null })
    if (!input.isWithdrawn && candidate?.erasedAtMs !== null) return conflict('This candidate was erased.')
    if ((application.withdrawnAtMs !== null) !== input.isWithdrawn) {
      markingReaders(tx, ctx, application.candidateId, () => {
        store.setWithdrawn(tx, { applicationId: application.id, atMs: input.isWithdrawn ? ctx.now : null })
        return ok()
      })
      audit(tx, ctx, {
        action: input.isWithdrawn ? 'application.withdraw' : 'application.restore',
        subjectKind: 'application',
        subjectId: application.id,
      })
    }
    return ok({ candidateId: application.candidateId })
  })
}

/** Writes the row and its audit event. Call inside a transaction, after every check. */
export function insertCandidate(
  tx: Tx,
  ctx: Ctx,
  given: { name: string; email?: string | undefined; code: string; cvUrl?: string | undefined },
): string {
  const id = newId()
  store.createCandidate(tx, {
    id,
    code: given.code,
    name: given.name,
    email: given.email ?? null,
    cvUrl: given.cvUrl ?? null,
    createdBy: ctx.user.id,
    createdAtMs: ctx.now,
  })
  audit(tx, ctx, { action: 'candidate.create', subjectKind: 'candidate', subjectId: id })
  return id
}

export function insertApplication(tx: Tx, ctx: Ctx, given: { candidateId: string; panelId: string }): string {
  const id = newId()
  store.createApplication(tx, { id, ...given, createdAtMs: ctx.now })
  audit(tx, ctx, {
    action: 'application.create',
    subjectKind: 'application',
    subjectId: id,
    detail: { candidateId: given.candidateId, panelId: given.panelId },
  })
  return id
}

export function isOpen(tx: Tx, panelId: string): boolean {
  return store.listOpenPanels(tx).some((panel) => panel.id === panelId)
}

/** A code that nobody has. */
export function freeCode(db: Ctx['db'] | Tx): string {
  return suggestCode(new Set(store.listKnownCandidates(db).map((row) => row.code)), randomInt)
}

function audit(
  tx: Tx,
  ctx: Ctx,
  event: { action: string; subjectKind: string; subjectId: string; detail?: unknown },
): void {
  recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, ...event })
}
