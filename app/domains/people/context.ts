import type { Db } from '#db/client.server.ts'
import type { Person } from './person.ts'

/** What every use case gets: who asks, when, and where things are kept. */
export type Ctx = { db: Db; user: Person; now: number }
