import { join } from 'node:path'
import { z } from 'zod'

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int()
  .min(0, 'must be between 0 and 65535')
  .max(65535, 'must be between 0 and 65535')

const envSchema = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    /** Where databases, backups and logs of this installation are kept. */
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z
      .string()
      .regex(
        /^(?:file:|(?![a-z][a-z0-9+.-]+:\/))/i,
        'must be a path, or begin with file: (all data is in one SQLite file)',
      )
      .optional(),
    /** The address people type, as https://panelist.example.org; needed for anything but localhost. */
    APP_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address such as https://panelist.example.org' })
      .refine(isAppAddress, 'must have no path, and https:// unless it is localhost')
      .transform((url) => new URL(url).origin)
      .optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
    MAIL_FROM: z.string().min(3).default('Panelist <panelist@localhost>'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    LOG_FILE: z.string().min(1).optional(),
    /** Which addresses a proxy may speak from, as Express takes them: loopback, uniquelocal, 10.0.0.0/8 … */
    TRUST_PROXY: z.string().min(1).default('loopback'),
    PANELIST_DEMO: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
  })
  .transform((raw) => {
    const fallback = join(raw.DATA_DIR, raw.PANELIST_DEMO ? 'demo.db' : 'panelist.db')
    const file = raw.PANELIST_DEMO ? fallback : (raw.DATABASE_URL ?? fallback)
    // The demo has links that sign anybody in, so it never leaves this machine.
    const host = raw.PANELIST_DEMO ? '127.0.0.1' : raw.HOST
    return {
      ...raw,
      HOST: host,
      databaseFile: file.replace(/^file:(\/\/)?/, ''),
      // Never one folder for both: the newest backup must not be one of the demo.
      backupFolder: join(raw.DATA_DIR, raw.PANELIST_DEMO ? 'demo-backups' : 'backups'),
      printFolder: join(raw.DATA_DIR, raw.PANELIST_DEMO ? 'demo-prints' : 'prints'),
      // What forms are signed with; one signed by the demo is nothing here.
      formKeyFile: join(raw.DATA_DIR, raw.PANELIST_DEMO ? 'demo-forms.key' : 'forms.key'),
      isDemo: raw.PANELIST_DEMO,
    }
  })

export type Env = z.infer<typeof envSchema>

/** Thrown when a setting cannot be used; the message names each one and what it must be. */
export class EnvError extends Error {}

/**
 * Reads the settings once, with defaults that are good enough to start.
 * @throws EnvError in words
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = envSchema.safeParse(given)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new EnvError(`These settings cannot be used:\n${lines.join('\n')}`)
}

function isAppAddress(address: string): boolean {
  // Zod goes on to this check even after its own has failed.
  if (!URL.canParse(address)) return true
  const { protocol, hostname, pathname, search, hash, username } = new URL(address)
  if (pathname !== '/' || search || hash || username) return false
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
