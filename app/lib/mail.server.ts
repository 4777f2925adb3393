import { createTransport } from 'nodemailer'
import type { Env } from './env.server.ts'
import type { Services } from './services.ts'

/** Sends by the configured SMTP server; null when there is none, then links are copied by hand. */
export function createMailer(env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM'>): Services['sendMail'] {
  if (!env.SMTP_URL) return null
  const transport = createTransport(env.SMTP_URL)
  return async (mail) => {
    await transport.sendMail({ from: env.MAIL_FROM, ...mail })
  }
}
