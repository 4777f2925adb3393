import { conflict, forbidden, notFound, ok, type Result } from '#app/lib/result.ts'
import { write } from '#db/client.server.ts'
import { recordAuditEvent } from '#db/events.server.ts'
import { can, type Access } from './access.ts'
import type { Ctx } from './context.ts'
import { closeResetsOf, listOpenInvitations, revokeInvitations } from './link-store.server.ts'
import { listGrantable, mayReset, whyNotChange, type Account } from './person-change.ts'
import { daysWords, toListItem } from './person-list.ts'
import { deleteSignInsOf, listAccounts, updateUser } from './store.server.ts'

type AccountRow = ReturnType<typeof listAccounts>[number]

/** The people of the installation and the open invitations. */
export function listPeople(ctx: Ctx) {
  if (!can(ctx.user.access, 'people.read', 'other')) return forbidden
  const mayInvite = can(ctx.user.access, 'people.invite', 'other')
  const grantable = listGrantable(ctx.user.access)
  const people = listAccounts(ctx.db).map((row) => toListItem(row, ctx.now))
  const invitations = listOpenInvitations(ctx.db, ctx.now).map((row) => ({
    ...row,
    endsIn: daysWords(row.expiresAtMs, ctx.now),
    mayRevoke: mayInvite && grantable.includes(row.access),
  }))
  return ok({ people, invitations, mayInvite })
}

/** One account and what the person who asks may do with it. */
export function readPerson(ctx: Ctx, id: string) {
  if (!can(ctx.user.access, 'people.read', 'other')) return forbidden
  const rows = listAccounts(ctx.db)
  const row = rows.find((item) => item.id === id)
  if (!row) return notFound
  const mayEdit = can(ctx.user.access, 'people.edit', 'other')
  const accounts = rows.map(toAccount)
  const account = toAccount(row)
  const change = { access: 'observer', isDisabled: true } as const
  return ok({
    item: toListItem(row, ctx.now),
    access: row.access,
    isSelf: row.id === ctx.user.id,
    mayEdit,
    whyNot: mayEdit && !account.isDisabled ? whyNotChange(ctx.user, account, change, accounts) : null,
    mayReset: mayReset(ctx.user, account),
  })
}

/** Gives a person another access level. */
export function changeAccess(ctx: Ctx, input: { id: string; access: Access }): Result<void> {
  return change(ctx, input.id, (account) => ({ access: input.access, isDisabled: account.isDisabled }))
}

/** Disables an account, which ends its sign-ins, its reset links and the invitations it sent; or enables it again. */
export function setDisabled(ctx: Ctx, input: { id: string; isDisabled: boolean }): Result<void> {
  return change(ctx, input.id, (account) => ({ access: account.access, isDisabled: input.isDisabled }))
}

function change(
  ctx: Ctx,
  id: string,
  toChange: (account: Account) => { access: Access; isDisabled: boolean },
): Result<void> {
  if (!can(ctx.user.access, 'people.edit', 'other')) return forbidden
  return write(ctx.db, (tx): Result<void> => {
    const rows = listAccounts(tx)
    const row = rows.find((item) => item.id === id)
    if (!row) return notFound
    const account = toAccount(row)
    const wanted = toChange(account)
    const problem = whyNotChange(ctx.user, account, wanted, rows.map(toAccount))
    if (problem) return conflict(problem)
    if (wanted.access === account.access && wanted.isDisabled === account.isDisabled) return ok()
    const disabledAtMs = wanted.isDisabled ? (row.disabledAtMs ?? ctx.now) : null
    updateUser(tx, id, { access: wanted.access, disabledAtMs })
    const losesInviting = listGrantable(wanted.access).length < listGrantable(account.access).length
    if (wanted.isDisabled || losesInviting) revokeInvitations(tx, { invitedBy: id }, ctx.now)
    if (wanted.isDisabled) {
      closeResetsOf(tx, id, ctx.now)
      deleteSignInsOf(tx, { userId: id, now: ctx.now })
    }
    const subject = { subjectKind: 'user', subjectId: id, detail: wanted }
    recordAuditEvent(tx, { atMs: ctx.now, actorId: ctx.user.id, action: 'person.change', ...subject })
    return ok()
  })
}

function toAccount(row: AccountRow): Account {
  return { id: row.id, access: row.access, isDisabled: row.disabledAtMs !== null }
}
