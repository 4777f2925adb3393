import type { Operation } from '#app/domains/scorecards/field.schema.ts'
import type { OperationAnswer } from '#app/domains/scorecards/operation.ts'
import type { SendResult } from '#app/domains/scorecards/saving/save-queue.ts'
import { paths } from '#app/paths.ts'

const patienceMs = 15_000

const refusals: Readonly<Record<number, string>> = {
  401: 'you are signed out. Sign in in another tab; this page then saves by itself',
  409: 'somebody else is signed in here now. When you sign in again, it saves by itself',
}

/** Posts a person's operations to the autosave endpoint and says in words what came of it. */
export async function sendOperations(
  personId: string,
  operations: readonly Operation[],
): Promise<SendResult> {
  try {
    const response = await fetch(paths.operations(), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ personId, operations }),
      signal: AbortSignal.timeout(patienceMs),
    })
    const body: unknown = await response.json()
    const message = textOf(body, 'message')
    // A card that is not ours is answered operation by operation, with status 404.
    const answers = answersOf(body)
    if (answers) return { kind: 'answers', answers }
    if (response.status >= 500 || response.status === 429) {
      return {
        kind: 'later',
        why: response.status === 507 ? 'the server’s disk is full' : 'the server is in trouble',
      }
    }
    const why = refusals[response.status] ?? message ?? `the server refused it (${response.status})`
    return { kind: 'stop', why }
  } catch {
    return { kind: 'later', why: 'no connection' }
  }
}

/** A last request of a page that closes; browsers let such a request carry 64 KB. */
export function sendBeacon(personId: string, operations: readonly Operation[]): void {
  if (operations.length === 0) return
  const body = JSON.stringify({ personId, operations })
  if (body.length > 60_000) return
  void fetch(paths.operations(), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    keepalive: true,
  }).catch(() => undefined)
}

function textOf(body: unknown, key: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined
  return typeof value === 'string' ? value : undefined
}

function answersOf(body: unknown): OperationAnswer[] | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'answers') : undefined
  // Our own endpoint states this shape; the type is shared with it.
  return Array.isArray(value) ? (value as OperationAnswer[]) : undefined
}
