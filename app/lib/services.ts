import type { Logger } from 'pino'
import type { Db } from '#db/client.server.ts'
import type { Env } from './env.server.ts'

export type Mail = { to: string; subject: string; text: string }

/** What the running program hands to routes: the only things with side effects. */
export type Services = {
  db: Db
  env: Env
  /** Milliseconds since 1970, UTC. Injected, so that tests own the clock. */
  now: () => number
  log: Logger
  /** Null when no SMTP server is configured: then links are copied by hand. */
  sendMail: ((mail: Mail) => Promise<void>) | null
}
