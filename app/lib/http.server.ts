import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { paths } from '#app/paths.ts'
import { can, canEver, type Action, type RouteRule } from '#app/domains/people/access.ts'
import type { Ctx } from '#app/domains/people/context.ts'
import { describeDevice } from '#app/domains/people/device.ts'
import type { Browser } from '#app/domains/people/sign-in-use-cases.server.ts'
import { findSecretHash, findSignedIn, hasGuestCookie } from '#app/domains/people/sign-in.server.ts'
import type { Failure, FieldErrors, Result } from './result.ts'

export type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs

/** What a route module exports as `handle`: the rule that the access test reads. */
export type RouteHandle = { rule: RouteRule }

const guestEnded = 'Your guest access has ended. What was saved before is kept.'

/**
 * The person who asks, for a route under `rule`.
 * @returns the context for use cases
 * @throws a redirect to the sign-in page when signed out, 403 when this access level may never do it
 */
export function requirePerson(args: RouteArgs, rule: Action | 'signed-in'): Ctx {
  const { services } = args.context
  const user = findSignedIn(args.request.headers.get('Cookie'), services)
  if (!user) {
    const isGuest = hasGuestCookie(args.request.headers.get('Cookie'), services)
    const url = new URL(args.request.url)
    const isPage = args.request.method === 'GET' && !/\.(pdf|csv|json|zip)$/.test(url.pathname)
    if (!isPage)
      throw data({ message: isGuest ? guestEnded : 'You are signed out. Sign in, then try again.' }, 401)
    if (isGuest) throw redirect(`${paths.guestEntry()}?done=ended`)
    throw redirect(paths.signIn(url.pathname + url.search))
  }
  if (rule !== 'signed-in' && !canEver(user.access, rule)) throw refuse()
  return { db: services.db, user, now: services.now() }
}

/**
 * The person who asks and the form they send, for long forms: when the sign-in ended meanwhile, the answer carries
 * what was typed, so that it can be sent again after signing in.
 * @throws as `requirePerson` and `readForm` do
 */
export async function requirePersonAndForm(
  args: ActionFunctionArgs,
  rule: Action,
): Promise<{ ctx: Ctx; form: FormData }> {
  const form = await readForm(args.request)
  if (!findSignedIn(args.request.headers.get('Cookie'), args.context.services)) {
    const kept = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    throw data({ message: 'You are signed out. What you typed is not lost.', kept }, 401)
  }
  return { ctx: requirePerson(args, rule), form }
}

/** The browser that asks, as use cases that start a sign-in want it. */
export function readBrowser(args: RouteArgs): Browser {
  const { clientAddress, services } = args.context
  return {
    address: clientAddress,
    device: describeDevice(args.request.headers.get('User-Agent')),
    formerHash: findSecretHash(args.request.headers.get('Cookie'), services),
  }
}

/** Where people reach this installation, without a slash at the end: for links that are copied or mailed. */
export function baseUrlOf(args: RouteArgs): string {
  return args.context.services.env.APP_URL ?? new URL(args.request.url).origin
}

/** A use case's refusal as the answer to a form: what was typed comes back beside the messages. */
export function formRefusal(error: Failure, values: Record<string, string> = {}) {
  switch (error.kind) {
    case 'invalid':
      return data({ errors: error.errors, values }, 422)
    case 'conflict':
      return data({ errors: { '': [error.message] }, values }, 409)
    case 'limited':
      return data({ errors: { '': [error.message] }, values }, 429)
    case 'not-found':
      throw missing()
    case 'forbidden':
      throw refuse()
  }
}

function refuse(): ReturnType<typeof data> {
  return data({ message: 'Your access does not allow this. Ask an administrator if it should.' }, 403)
}

/** Whether the person's own access level lets them do it to anything at all; for showing or hiding a button. */
export function mayAny(ctx: Ctx, action: Action): boolean {
  return can(ctx.user.access, action, 'other')
}

/**
 * Parses route params or search params.
 * @throws 404 when they do not fit, the same as for a thing that does not exist
 */
export function parseOr404<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input)
  if (!result.success) throw missing()
  return result.data
}

function missing(): ReturnType<typeof data> {
  return data({ message: 'There is nothing here, or nothing that you may see.' }, 404)
}

export type Parsed<T> =
  { ok: true; value: T } | { ok: false; errors: FieldErrors; values: Record<string, string> }

/**
 * The fields of a posted form, for routes whose fields have no fixed names.
 * @throws 400 in words when the body is no form
 */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw data(
      { message: 'This is not a form that the page sends. Open the page again and try once more.' },
      400,
    )
  }
}

/**
 * Reads a posted form. A field that is repeated becomes an array; files are left as they are.
 * @returns the parsed value, or the errors by field with what was typed, to show the form again
 */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<Parsed<z.infer<S>>> {
  const form = await readForm(request)
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name)
    fields[name] = all.length > 1 ? all : all[0]
  }
  const result = schema.safeParse(fields)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, errors: errorsByField(result.error), values: typedValues(form) }
}

/** Zod's issues as messages by field name. */
export function errorsByField(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    errors[field] = [...(errors[field] ?? []), issue.message]
  }
  return errors
}

/** What was typed, without secrets and files, so that an error never clears a form. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password/i.test(name)) values[name] = value
  }
  return values
}

/**
 * The value of a result.
 * @throws 404, 403, 409, 422 or 429 as a response in words when it is a failure
 */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  switch (result.error.kind) {
    case 'not-found':
      throw missing()
    case 'forbidden':
      throw refuse()
    case 'conflict':
      throw data({ message: result.error.message }, 409)
    case 'limited':
      throw data({ message: result.error.message }, 429)
    case 'invalid':
      throw data({ message: Object.values(result.error.errors).flat().join(' ') }, 422)
  }
}
