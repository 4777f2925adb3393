import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { invitation, passwordReset, user } from '#db/schema/people.ts'

/** An invitation by the hash of its token, in whatever state it is. */
export function findInvitation(db: Db | Tx, tokenHash: string) {
  return db
    .select({
      id: invitation.id,
      email: invitation.email,
      access: invitation.access,
      invitedBy: invitation.invitedBy,
      expiresAtMs: invitation.expiresAtMs,
      acceptedAtMs: invitation.acceptedAtMs,
      revokedAtMs: invitation.revokedAtMs,
    })
    .from(invitation)
    .where(eq(invitation.tokenHash, tokenHash))
    .get()
}

export type InvitationRow = NonNullable<ReturnType<typeof findInvitation>>

/** Adds an invitation. */
export function createInvitation(tx: Tx, row: typeof invitation.$inferInsert): void {
  tx.insert(invitation).values(row).run()
}

/** Gives an open invitation another token, so that the former link stops working. */
export function updateInvitationToken(tx: Tx, id: string, tokenHash: string): void {
  tx.update(invitation)
    .set({ tokenHash })
    .where(and(eq(invitation.id, id), isNull(invitation.acceptedAtMs), isNull(invitation.revokedAtMs)))
    .run()
}

/** Marks an invitation as used. */
export function acceptInvitationRow(tx: Tx, id: string, now: number): void {
  tx.update(invitation).set({ acceptedAtMs: now }).where(eq(invitation.id, id)).run()
}

/** The invitations that can still be used, the newest first; the set-up link is none of them. */
export function listOpenInvitations(db: Db | Tx, now: number) {
  return db
    .select({
      id: invitation.id,
      email: invitation.email,
      access: invitation.access,
      invitedByName: user.name,
      createdAtMs: invitation.createdAtMs,
      expiresAtMs: invitation.expiresAtMs,
    })
    .from(invitation)
    .innerJoin(user, eq(user.id, invitation.invitedBy))
    .where(
      and(isNull(invitation.acceptedAtMs), isNull(invitation.revokedAtMs), gt(invitation.expiresAtMs, now)),
    )
    .orderBy(desc(invitation.createdAtMs))
    .all()
}

/** Takes back open invitations: one by id, those to an e-mail, those of a sender, or the former set-up links. */
export function revokeInvitations(
  tx: Tx,
  which: { id: string } | { email: string } | { invitedBy: string } | 'set-up',
  now: number,
): number {
  const match =
    which === 'set-up'
      ? isNull(invitation.invitedBy)
      : 'id' in which
        ? and(eq(invitation.id, which.id), isNotNull(invitation.invitedBy))
        : 'email' in which
          ? eq(invitation.email, which.email)
          : eq(invitation.invitedBy, which.invitedBy)
  return tx
    .update(invitation)
    .set({ revokedAtMs: now })
    .where(and(match, isNull(invitation.acceptedAtMs), isNull(invitation.revokedAtMs)))
    .run().changes
}

/** A reset by the hash of its token, with its account. */
export function findReset(db: Db | Tx, tokenHash: string) {
  return db
    .select({
      userId: passwordReset.userId,
      expiresAtMs: passwordReset.expiresAtMs,
      usedAtMs: passwordReset.usedAtMs,
      name: user.name,
      email: user.email,
      disabledAtMs: user.disabledAtMs,
    })
    .from(passwordReset)
    .innerJoin(user, eq(user.id, passwordReset.userId))
    .where(eq(passwordReset.tokenHash, tokenHash))
    .get()
}

/** Adds a reset. */
export function createReset(tx: Tx, row: typeof passwordReset.$inferInsert): void {
  tx.insert(passwordReset).values(row).run()
}

/** Marks every open reset of a person as used: a new link, a new password or a disabled account ends the old ones. */
export function closeResetsOf(tx: Tx, userId: string, now: number): void {
  tx.update(passwordReset)
    .set({ usedAtMs: now })
    .where(and(eq(passwordReset.userId, userId), isNull(passwordReset.usedAtMs)))
    .run()
}
