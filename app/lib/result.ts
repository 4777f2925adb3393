/** Messages per field name; the empty name is the form as a whole. */
export type FieldErrors = Record<string, string[]>

/** What a use case may refuse with. `not-found` also stands for "exists, but not for you". */
export type Failure =
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'invalid'; errors: FieldErrors }
  | { kind: 'conflict'; message: string }
  | { kind: 'limited'; message: string }

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

export function ok(): Result<void>
export function ok<T>(value: T): Result<T>
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value }
}

export const forbidden: { ok: false; error: Failure } = { ok: false, error: { kind: 'forbidden' } }
export const notFound: { ok: false; error: Failure } = { ok: false, error: { kind: 'not-found' } }

/** A refusal that belongs at one field of the form (`''` for the whole form). */
export function invalid(field: string, message: string): { ok: false; error: Failure } {
  return { ok: false, error: { kind: 'invalid', errors: { [field]: [message] } } }
}

/** A refusal because somebody else was first. */
export function conflict(message: string): { ok: false; error: Failure } {
  return { ok: false, error: { kind: 'conflict', message } }
}

/** A refusal because there were too many tries; the message says how long to wait. */
export function limited(message: string): { ok: false; error: Failure } {
  return { ok: false, error: { kind: 'limited', message } }
}
