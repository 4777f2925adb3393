import type { Ctx } from '#app/domains/people/context.ts'
import { write } from '#db/client.server.ts'
import { settleChoice, type GivenChoice, type PrintChoice } from './print-choice.ts'
import { printChoiceSchema } from './print-choice.schema.ts'
import { findChoice, saveChoice } from './store.server.ts'

/**
 * How this person wants a document: as chosen now, as chosen last, or as usual where they are.
 * @param input `isChosen` when a person said so, which is then remembered for documents of this kind
 */
export function settlePrintChoice(
  ctx: Ctx,
  input: { document: string; given: GivenChoice; isChosen: boolean; usualPaper: PrintChoice['paper'] },
): PrintChoice {
  const key = { userId: ctx.user.id, document: input.document }
  const last = printChoiceSchema.safeParse(findChoice(ctx.db, key))
  const choice = settleChoice(input.given, last.data ?? {}, input.usualPaper)
  const isNew = JSON.stringify(choice) !== JSON.stringify(last.data)
  if (input.isChosen && isNew) write(ctx.db, (tx) => saveChoice(tx, { ...key, choice, atMs: ctx.now }))
  return choice
}
