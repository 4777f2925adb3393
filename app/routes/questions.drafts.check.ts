import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { readPostedEditor } from '#app/domains/question-bank/editor/posted-editor.ts'
import { checkTyped } from '#app/domains/question-bank/editor/read-editor.server.ts'
import { readForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { rule: 'bank.edit' } satisfies RouteHandle

export function loader(args: LoaderFunctionArgs) {
  requirePerson(args, handle.rule)
  throw redirect(paths.drafts())
}

/** What the form of the editor still lacks, as JSON; nothing is stored. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { draft } = readPostedEditor(await readForm(args.request))
  return Response.json({ missing: unwrap(checkTyped(ctx, draft)) })
}
