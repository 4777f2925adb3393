import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { starsFormSchema } from '#app/domains/question-bank/stars/stars.schema.ts'
import { giveStars } from '#app/domains/question-bank/stars/use-cases.server.ts'
import { getQuestion } from '#app/domains/question-bank/use-cases.server.ts'
import { parseOr404, readForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'bank.rate' } satisfies RouteHandle

/** Stars stand on the page of the question. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { question } = unwrap(getQuestion(ctx, parseOr404(bankIdSchema, args.params).id))
  return redirect(paths.question(question.id))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const { stars } = parseOr404(starsFormSchema, Object.fromEntries(await readForm(args.request)))
  unwrap(giveStars(ctx, { questionId: id, stars }))
  return redirect(paths.question(id))
}
