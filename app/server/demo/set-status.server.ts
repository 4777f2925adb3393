import { eq } from 'drizzle-orm'
import { write, type Db } from '#db/client.server.ts'
import { session } from '#db/schema/scorecards.ts'

/** Marks a session of the demo as cancelled or missed. */
export function setSessionStatus(
  db: Db,
  change: { sessionId: string; status: 'cancelled' | 'no-show' },
): void {
  write(db, (tx) =>
    tx.update(session).set({ status: change.status }).where(eq(session.id, change.sessionId)).run(),
  )
}
