import { openDatabase, type Db } from '#db/client.server.ts'
import { migrate } from '#db/migrate.ts'
import { fileURLToPath } from 'node:url'
import { readRubrics } from '#rubrics/read.server.ts'
import type { RubricContent } from '#rubrics/content.schema.ts'

/** A fresh migrated database in memory. */
export function openTestDatabase(): Db {
  const db = openDatabase(':memory:')
  migrate(db)
  return db
}

let content: RubricContent | undefined

/** The shipped content, read once. */
export function shippedRubrics(): RubricContent {
  content ??= readRubrics(fileURLToPath(new URL('../../rubrics', import.meta.url)))
  return content
}
