import { openDatabase, type Db } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'

/** A fresh migrated database in memory. */
export function openTestDatabase(): Db {
  const db = openDatabase(':memory:')
  migrate(db)
  return db
}
