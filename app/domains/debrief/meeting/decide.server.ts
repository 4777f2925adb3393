import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { conflict, forbidden, invalid, ok, type Result } from '#app/lib/result.ts'
import type { Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { listVersions } from '../store.server.ts'
import {
  emptyDecision,
  isSameWording,
  listLacking,
  reopenedFrom,
  tidyWording,
  whyNot,
  type Decision,
  type DecisionOutcome,
  type DecisionStep,
  type SignatureStance,
} from './decision.ts'
import type { DecisionForm } from './decision-form.schema.ts'
import {
  createDecision,
  deleteSignature,
  listDecisions,
  saveSignature,
  updateDecision,
  type DecisionRow,
} from './decision-store.server.ts'
import { changeDebrief, findOpenDebrief, type OpenDoor } from './gate.server.ts'
import { updateDebrief } from './store.server.ts'

/** The decision that the person had before them. */
type Seen = { applicationId: string; number: number; version: number }

type Standing = { tx: Tx; door: OpenDoor; decision: Decision; row: DecisionRow | undefined }

/**
 * Writes what is decided, whole or in part; what was signed before stays under the wording that it was given to.
 * The same wording again changes nothing.
 * @param input `competencies` by id, kept for another interview alone
 */
export function writeDecision(
  ctx: Ctx,
  input: Seen & { outcome?: DecisionOutcome | undefined; competencies: readonly string[]; reason: string },
): Result<void> {
  return step(ctx, 'write', input, ({ tx, door, decision, row }) => {
    const { outcome = null, competencies, reason } = input
    const known = listCompetencies(ctx, door).map((competency) => competency.id)
    if (competencies.some((id) => !known.includes(id) && !decision.competencyIds.includes(id)))
      return invalid('competencies', 'Choose among the competencies of this panel.')
    const wording = tidyWording({ outcome, competencyIds: competencies, reason })
    if (isSameWording(decision, wording)) return ok()
    const next = { ...wording, competencyIds: [...wording.competencyIds] }
    const version = decision.version + 1
    const by = { userId: ctx.user.id, atMs: ctx.now }
    if (row) updateDecision(tx, row.id, { ...next, version, ...by })
    else createDecision(tx, { ...next, version, ...by, id: newId(), debriefId: door.debrief.id, number: 1 })
    return ok()
  })
}

/**
 * Puts one's name under the wording as it is, or dissents from it with a reason. Signing again renews the signature.
 * @returns a refusal for whoever neither interviewed the candidate nor leads
 */
export function signDecision(
  ctx: Ctx,
  input: Seen & { stance: SignatureStance; dissent: string },
): Result<void> {
  return step(ctx, 'sign', input, ({ tx, door, decision, row }) => {
    if (!mayPutName(ctx, door)) return forbidden
    if (!row || Object.keys(listLacking(decision)).length > 0)
      return conflict('There is nothing to sign yet: outcome and reason come first.')
    const dissent = input.stance === 'dissent' ? input.dissent.trim() : null
    if (dissent === '')
      return invalid('dissent', 'Write what you hold against it; it stays beside the decision.')
    saveSignature(tx, {
      decisionId: row.id,
      userId: ctx.user.id,
      decisionVersion: decision.version,
      stance: input.stance,
      dissent,
      atMs: ctx.now,
    })
    return audit(tx, ctx, 'decision.sign', row.id, [decision.version, input.stance])
  })
}

/** Takes one's own signature back, while the decision is open. */
export function unsignDecision(ctx: Ctx, input: Seen): Result<void> {
  return step(ctx, 'sign', input, ({ tx, row }) =>
    row && deleteSignature(tx, { decisionId: row.id, userId: ctx.user.id })
      ? audit(tx, ctx, 'decision.unsign', row.id)
      : ok(),
  )
}

/**
 * Ends the debrief: nothing of it changes from here on. Whoever locks leads. Missing signatures hold nobody back; the
 * record names them.
 */
export function lockDecision(ctx: Ctx, input: Seen): Result<void> {
  return step(ctx, 'lock', input, ({ tx, door, decision, row }) => {
    const [field, message] = Object.entries(listLacking(decision))[0] ?? []
    if (field !== undefined && message !== undefined) return invalid(field, message)
    if (!row) return conflict('Nothing is decided yet.')
    updateDecision(tx, row.id, { lockedAtMs: ctx.now, lockedBy: ctx.user.id })
    updateDebrief(tx, door.debrief.id, { lockedAtMs: ctx.now, leadId: ctx.user.id })
    return audit(tx, ctx, 'decision.lock', row.id, [decision.number, decision.version, decision.outcome])
  })
}

/** Opens a locked debrief again: a next decision begins with the same words and without a signature. */
export function reopenDecision(ctx: Ctx, input: Seen & { reopenReason: string }): Result<void> {
  return step(ctx, 'reopen', input, ({ tx, door, decision, row }) => {
    const reason = input.reopenReason.trim()
    if (reason === '') return invalid('reopenReason', 'Write what has come up since; it stays in the record.')
    if (!row) return conflict('Nothing is decided yet.')
    updateDecision(tx, row.id, { reopenedAtMs: ctx.now, reopenedBy: ctx.user.id, reopenReason: reason })
    const next = reopenedFrom(decision)
    createDecision(tx, {
      id: newId(),
      debriefId: door.debrief.id,
      number: next.number,
      outcome: next.outcome,
      competencyIds: [...next.competencyIds],
      reason: next.reason,
      version: next.version,
      userId: ctx.user.id,
      atMs: ctx.now,
    })
    updateDebrief(tx, door.debrief.id, { lockedAtMs: null })
    return audit(tx, ctx, 'decision.reopen', row.id, [decision.number, reason])
  })
}

/** Does what one form of the panel asks for. */
export function applyDecisionForm(
  ctx: Ctx,
  input: { applicationId: string; form: DecisionForm },
): Result<void> {
  const { applicationId, form } = input
  const given = { ...form, applicationId }
  switch (given.intent) {
    case 'write-decision':
      return writeDecision(ctx, given)
    case 'sign-decision':
      return signDecision(ctx, given)
    case 'unsign-decision':
      return unsignDecision(ctx, given)
    case 'lock-decision':
      return lockDecision(ctx, given)
    case 'reopen-decision':
      return reopenDecision(ctx, given)
  }
}

/** What a step needs of everybody's access. Signing is for those whose name belongs there, which `mayPutName` knows. */
const actions = {
  write: ['debrief.lead', 'other'],
  sign: ['debrief.sign', 'own'],
  lock: ['debrief.lead', 'other'],
  reopen: ['debrief.lead', 'other'],
} as const

function step(
  ctx: Ctx,
  kind: DecisionStep,
  seen: Seen,
  work: (given: Standing) => Result<void>,
): Result<void> {
  const [action, relation] = actions[kind]
  if (!can(ctx.user.access, action, relation)) return forbidden
  const found = findOpenDebrief(ctx, seen)
  if (!found.ok) return found
  const door = found.value
  const over = explainOver(door.application)
  if (over !== null) return conflict(over)
  return changeDebrief(ctx, door.debrief, (tx): Result<void> => {
    const row = listDecisions(tx, [door.debrief.id]).at(-1)
    const decision = row ?? emptyDecision
    const why = whyNot(kind, decision, seen)
    return why === undefined ? work({ tx, door, decision, row }) : conflict(why)
  })
}

function audit(tx: Tx, ctx: Ctx, action: string, subjectId: string, detail?: unknown): Result<void> {
  recordAuditEvent(tx, {
    atMs: ctx.now,
    actorId: ctx.user.id,
    action,
    subjectKind: 'decision',
    subjectId,
    ...(detail === undefined ? {} : { detail }),
  })
  return ok()
}

/** Why nothing is decided about somebody any more, locked or not; null while it is. */
export function explainOver({
  erasedAtMs,
  withdrawnAtMs,
}: Pick<OpenDoor['application'], 'erasedAtMs' | 'withdrawnAtMs'>): string | null {
  if (erasedAtMs !== null) return 'This candidate was erased. What is left cannot be changed.'
  return withdrawnAtMs === null
    ? null
    : 'This candidate was withdrawn from the panel, so nothing is decided any more.'
}

/** Whoever leads, and whoever's card of the candidate counts. */
export function mayPutName(ctx: Ctx, { debrief, visible }: Pick<OpenDoor, 'debrief' | 'visible'>): boolean {
  const isCounted = visible.cards.some((card) => card.isOwn && card.isSealed)
  return can(ctx.user.access, 'debrief.sign', 'own') && (isCounted || debrief.leadId === ctx.user.id)
}

/** The competencies of the panel as it is published. */
export function listCompetencies(ctx: Ctx, { application }: Pick<OpenDoor, 'application'>) {
  const versions = listVersions(ctx.db, application.panelId)
  const current = versions.find((version) => version.isCurrent) ?? versions[0]
  return (current?.snapshot.competencies ?? []).map(({ id, name }) => ({ id, name }))
}
