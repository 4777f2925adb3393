import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from './client.server.ts'
import { formReceipt } from './schema/people.ts'

/**
 * Runs `work` once for a form: the same key from the same person gives the first result again.
 * @param form `key` is the hidden id that the form was rendered with
 * @param work makes the thing and gives its id
 */
export function once(tx: Tx, form: { key: string; userId: string; now: number }, work: () => string): string {
  const seen = findReceipt(tx, form)
  if (seen !== undefined) return seen
  const result = work()
  tx.insert(formReceipt).values({ userId: form.userId, key: form.key, result, atMs: form.now }).run()
  return result
}

/** What this form gave this person when it was posted before; undefined when it was not. */
export function findReceipt(db: Db | Tx, form: { key: string; userId: string }): string | undefined {
  return db
    .select({ result: formReceipt.result })
    .from(formReceipt)
    .where(and(eq(formReceipt.userId, form.userId), eq(formReceipt.key, form.key)))
    .get()?.result
}
