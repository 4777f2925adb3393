import { hashSecret, newSecret } from '#app/lib/new-id.server.ts'
import type { Tx } from '#db/client.server.ts'
import { signIn } from '#db/schema/people.ts'

/** Signs a person in for a day. @returns the Cookie header of their browser */
export function addSignIn(tx: Tx, userId: string): string {
  const [secret, now] = [newSecret(), Date.now()]
  tx.insert(signIn)
    .values({
      secretHash: hashSecret(secret),
      userId,
      createdAtMs: now,
      lastSeenAtMs: now,
      expiresAtMs: now + 86_400_000,
      device: 'bench',
    })
    .run()
  return `panelist=${secret}`
}
