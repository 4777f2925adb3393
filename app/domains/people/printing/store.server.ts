import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.server.ts'
import { printChoice } from '#db/schema/people.ts'

export function findChoice(db: Db | Tx, key: { userId: string; document: string }): unknown {
  return db
    .select({ choice: printChoice.choice })
    .from(printChoice)
    .where(and(eq(printChoice.userId, key.userId), eq(printChoice.document, key.document)))
    .get()?.choice
}

export function saveChoice(
  tx: Tx,
  row: { userId: string; document: string; choice: Record<string, string>; atMs: number },
): void {
  const { userId, document, choice, atMs: updatedAtMs } = row
  tx.insert(printChoice)
    .values({ userId, document, choice, updatedAtMs })
    .onConflictDoUpdate({
      target: [printChoice.userId, printChoice.document],
      set: { choice, updatedAtMs },
    })
    .run()
}
