import type { Operation } from '#app/domains/scorecards/field.schema.ts'
import type { OperationAnswer } from '#app/domains/scorecards/operation.ts'
import type { SendFailure } from '#app/domains/scorecards/saving/queue-state.ts'
import type { SendResult } from '#app/domains/scorecards/saving/save-queue.ts'
import { paths } from '#app/paths.ts'

const patienceMs = 15_000

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
    // A card that is not ours is answered operation by operation, with status 404.
    const answers = answersOf(body)
    if (answers) return { kind: 'answers', answers }
    return failureOf(response.status, textOf(body, 'message'))
  } catch {
    return { kind: 'later', why: 'no connection' }
  }
}

function failureOf(status: number, message: string | undefined): SendFailure {
  switch (status) {
    case 401:
      return { kind: 'stop', why: 'you are signed out', isSignedOut: true }
    case 409:
      return {
        kind: 'stop',
        why: 'somebody else is signed in here now, and nothing is saved in their name. Sign in as yourself again',
      }
    case 507:
      return { kind: 'stop', why: 'the server’s disk is full. Tell an administrator' }
    default:
      if (status >= 500 || status === 429) return { kind: 'later', why: 'the server is in trouble' }
      return { kind: 'stop', why: message ?? `the server refused it (${status})` }
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
