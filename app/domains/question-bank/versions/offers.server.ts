import { write, type Db, type Tx } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { can } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { definitionFields } from '#app/domains/question-bank/definitions/definition-fields.ts'
import { readNames } from '#app/domains/question-bank/definitions/versions.server.ts'
import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import type { Competency, Question, Role } from '#rubrics/content.schema.ts'
import type { ContentKind } from './content-kind.ts'
import { compareFields } from './difference.ts'
import type { Offer } from './offer.ts'
import { listOfferRows, type OfferRow } from './offers-store.server.ts'
import { questionFieldsReader } from './question-versions.server.ts'
import {
  findTeamState,
  listVersionRows,
  makeVersionCurrent,
  updateTeamState,
  type KindOfContent,
} from './team-state-store.server.ts'
import { authorWords, type StoredVersion } from './version-items.ts'
import { listContentVersions, listQuestionVersions } from './version-store.server.ts'

function mayDecide(ctx: Ctx): boolean {
  return can(ctx.user.access, 'bank.define', 'other')
}

/** How many shipped versions wait to be looked at; 0 for whoever does not decide about them. */
export function countOffers(ctx: Ctx): number {
  return mayDecide(ctx) ? listOfferRows(ctx.db).length : 0
}

/** Every shipped version that waits, beside the team's own. */
export function listOffers(ctx: Ctx): Result<Offer[]> {
  if (!mayDecide(ctx)) return forbidden
  return ok(listOfferRows(ctx.db).map((row) => describeOffer(ctx.db, row)))
}

/** The shipped version that waits beside a question, for whoever decides about it. */
export function findQuestionOffer(ctx: Ctx, questionId: string): Offer | null {
  if (!mayDecide(ctx)) return null
  const row = listOfferRows(ctx.db).find(({ kind, id }) => kind === 'question' && id === questionId)
  return row ? describeOffer(ctx.db, row) : null
}

type AnyVersion = StoredVersion<Question | Competency | Role>

function listVersions(db: Db | Tx, kind: ContentKind, id: string): AnyVersion[] {
  return kind === 'question' ? listQuestionVersions(db, id) : listContentVersions(db, kind, id)
}

function describeOffer(db: Db, { kind, id, ours, theirs }: OfferRow): Offer {
  const versions = listVersions(db, kind, id)
  const [our, their] = [ours, theirs].map((side) => versions.find((version) => version.id === side.id))
  if (!our || !their) throw new Error(`${kind} ${id} has lost a version`)
  const side = ({ id: versionId, number, createdAtMs }: AnyVersion) => ({
    id: versionId,
    number,
    createdAtMs,
  })
  return {
    kind,
    id,
    name: 'title' in our.body ? our.body.title : our.body.name,
    ours: { ...side(our), by: authorWords(our) },
    theirs: side(their),
    differences: compareFields(fieldsOf(db, our.body), fieldsOf(db, their.body)),
  }
}

function fieldsOf(db: Db, body: Question | Competency | Role) {
  return 'title' in body ? questionFieldsReader(db)(body) : definitionFields(body, readNames(db, [body]))
}

/** What somebody decides about an offer, and how it is taken back. */
export type OfferDecision = {
  intent: 'take' | 'keep' | 'undo-take' | 'undo-keep'
  kind: ContentKind
  id: string
  /** The ids of the two versions that stood side by side. */
  ours: string
  theirs: string
}

/**
 * Takes a shipped version, keeps the team's, or takes either back.
 * @returns a conflict when the team's version is another one by now
 */
export function decideOffer(ctx: Ctx, decision: OfferDecision): Result<void> {
  if (!mayDecide(ctx)) return forbidden
  const { intent, kind, id, ours, theirs } = decision
  return write(ctx.db, (tx): Result<void> => {
    const state = findTeamState(tx, kind, id)
    const rows = listVersionRows(tx, kind, id)
    const isOwn = rows.some((row) => row.id === ours && row.createdBy !== null)
    const isShipped = rows.some((row) => row.id === theirs && row.createdBy === null)
    if (!state || !isOwn || !isShipped) return notFound
    const current = intent === 'undo-take' ? theirs : ours
    if (state.currentVersionId !== current)
      return conflict('Somebody changed it meanwhile. Look at what is offered now, then choose again.')
    switch (intent) {
      case 'take':
        switchTo(tx, kind, id, theirs)
        break
      case 'undo-take':
        switchTo(tx, kind, id, ours)
        break
      case 'keep':
        updateTeamState(tx, kind, id, { declinedVersionId: theirs })
        break
      case 'undo-keep':
        updateTeamState(tx, kind, id, { declinedVersionId: null })
    }
    recordAuditEvent(tx, {
      atMs: ctx.now,
      actorId: ctx.user.id,
      action: `${kind}.offer-${intent}`,
      subjectKind: kind,
      subjectId: id,
      detail: { ours, theirs },
    })
    return ok()
  })
}

function switchTo(tx: Tx, kind: ContentKind, id: string, versionId: string): void {
  const body = listVersions(tx, kind, id).find((version) => version.id === versionId)?.body
  if (!body) throw new Error(`${kind} ${id} has no version ${versionId}`)
  makeVersionCurrent(tx, kindOf(body), versionId)
}

function kindOf(body: Question | Competency | Role): KindOfContent {
  if ('prompt' in body) return { kind: 'question', content: body }
  return 'looksLike' in body ? { kind: 'competency', content: body } : { kind: 'role', content: body }
}
