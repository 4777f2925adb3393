import { resolve } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { seedContent } from '#db/seed.ts'
import { readRubrics } from '#rubrics/read.server.ts'
import type { Services } from '#app/lib/services.ts'

/**
 * Makes the database ready to serve.
 * @returns lines to print once the server listens, such as the set-up link
 * @throws when the database is newer than this program or the content is broken; the message is for people
 */
export async function prepare(services: Services, _baseUrl: string): Promise<string[]> {
  const content = readRubrics(resolve('rubrics'))
  migrate(services.db)
  seedContent(services.db, content, services.now())
  return []
}
