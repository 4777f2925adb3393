import type { Ctx } from '#app/domains/people/context.ts'
import { ok, type Result } from '#app/lib/result.ts'
import type { Tx } from '#db/client.server.ts'
import { once } from '#db/receipts.server.ts'

/** Carries a refusal out of `once`, which keeps a receipt of whatever returns. */
class Refused extends Error {
  readonly failure: Extract<Result<never>, { ok: false }>
  constructor(failure: Extract<Result<never>, { ok: false }>) {
    super('refused')
    this.failure = failure
  }
}

/**
 * Makes a thing once for a form: the form posted again gives the first thing. A refusal leaves no receipt,
 * so that the mended form can be sent again.
 * @param work checks everything before it writes, and gives the id of the thing
 */
export function createOnce(tx: Tx, ctx: Ctx, key: string, work: () => Result<string>): Result<string> {
  try {
    const id = once(tx, { key, userId: ctx.user.id, now: ctx.now }, () => {
      const result = work()
      if (!result.ok) throw new Refused(result)
      return result.value
    })
    return ok(id)
  } catch (error) {
    if (error instanceof Refused) return error.failure
    throw error
  }
}
