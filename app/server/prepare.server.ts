import { resolve } from 'node:path'
import { createSetUpLink } from '#app/domains/people/join-use-cases.server.ts'
import type { Services } from '#app/lib/services.ts'
import { migrate } from '#db/migrate.ts'
import { seedContent } from '#db/seed.ts'
import { readRubrics } from '#rubrics/read.server.ts'
import { prepareDemo } from './demo/demo.server.ts'

/**
 * Makes the database ready to serve.
 * @returns lines to print once the server listens, such as the set-up link
 * @throws when the database is newer than this program or the content is broken; the message is for people
 */
export async function prepare(services: Services, baseUrl: string): Promise<string[]> {
  const content = readRubrics(resolve('rubrics'))
  migrate(services.db)
  seedContent(services.db, content, services.now())
  if (services.env.isDemo) return prepareDemo(services, baseUrl)
  const setUp = createSetUpLink(services)
  if (setUp === null) return []
  return [`Nobody has an account yet. Open this link once to create the administrator:\n  ${baseUrl}${setUp}`]
}
