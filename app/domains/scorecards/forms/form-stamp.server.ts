import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { formStampSchema, type FormStamp } from './form-stamp.schema.ts'

/** Of all that stands in front of it, so that no other text signed with the key passes for a form. */
const purpose = 'panelist form'

/** The text that a form carries: which installation made it, what it belongs to, and a signature over both. */
export function signStamp(stamp: FormStamp, key: Buffer): string {
  const body = Buffer.from(JSON.stringify(stamp)).toString('base64url')
  const signed = `${originOf(key)}.${body}`
  return `${signed}.${signatureOf(signed, key).toString('base64url')}`
}

export type StampReading =
  { ok: true; stamp: FormStamp } | { ok: false; because: 'foreign' | 'altered' | 'newer' }

/** Reads the text of a form back. */
export function readStamp(text: string, key: Buffer): StampReading {
  const [origin = '', body = '', signature = '', ...rest] = text.trim().split('.')
  if (origin !== originOf(key)) return { ok: false, because: origin === '' ? 'altered' : 'foreign' }
  const given = Buffer.from(signature, 'base64url')
  const due = signatureOf(`${origin}.${body}`, key)
  const isOurs = rest.length === 0 && given.length === due.length && timingSafeEqual(given, due)
  if (!isOurs) return { ok: false, because: 'altered' }
  const parsed = formStampSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  // What we signed and cannot read was made by a version of the program after this one.
  return parsed.success ? { ok: true, stamp: parsed.data } : { ok: false, because: 'newer' }
}

function signatureOf(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${text}`).digest()
}

/** Tells installations apart and gives nothing of the key away. */
function originOf(key: Buffer): string {
  return createHash('sha256').update(`${purpose} origin\n`).update(key).digest('base64url').slice(0, 12)
}
