import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { getFormKey } from '#app/domains/scorecards/forms/form-key.server.ts'
import type { FormOutcome, FormPreview } from '#app/domains/scorecards/forms/form-preview.ts'
import {
  applyForms,
  listBroughtCards,
  lookAtForms,
} from '#app/domains/scorecards/forms/import-forms.server.ts'
import { readApplication, readChosenFiles } from '#app/domains/scorecards/forms/import-forms.schema.ts'
import { openFiles } from '#app/domains/scorecards/forms/open-files.server.ts'
import { BroughtCards, FormOutcomes } from '#app/domains/scorecards/ui/forms/brought-cards.tsx'
import { FormFiles } from '#app/domains/scorecards/ui/forms/form-files.tsx'
import { FormPreviews } from '#app/domains/scorecards/ui/forms/form-previews.tsx'
import { readForm, requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'scorecard.fill' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Bring filled forms back · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const ids = new URL(args.request.url).searchParams.get('cards')?.split(',') ?? []
  return { brought: listBroughtCards(ctx, ids.slice(0, mostListed)) }
}

const mostListed = 200

type Answer = { errors: FieldErrors; previews: FormPreview[]; outcomes: FormOutcome[] }

function answer(status: number, said: Partial<Answer>) {
  return data({ errors: {}, previews: [], outcomes: [], ...said } satisfies Answer, status)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const form = await readForm(args.request)
  const key = getFormKey(args.context.services.env.formKeyFile)
  if (form.get('intent') === 'apply') {
    const outcomes = applyForms(ctx, { ...readApplication(form), key })
    if (outcomes.length === 0) return answer(422, { errors: { file: ['Choose the forms again.'] } })
    if (outcomes.some(({ problems }) => problems.length > 0)) return answer(409, { outcomes })
    const cards = outcomes.flatMap(({ scorecardId }) => scorecardId ?? []).join(',')
    throw redirect(paths.importForms({ cards }))
  }
  const chosen = readChosenFiles(form)
  if (chosen.length === 0) {
    return answer(422, { errors: { file: ['Choose the forms that were filled, or a zip of them.'] } })
  }
  const given = await Promise.all(
    chosen.map(async (file) => ({
      name: file.name.slice(-255),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  const { files, problems } = await openFiles(given)
  const previews = lookAtForms(ctx, { files, key })
  return answer(200, { previews, errors: problems.length > 0 ? { file: problems } : {} })
}

export default function ImportForms() {
  const { brought } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { errors = {}, previews = [], outcomes = [] } = said ?? {}
  return (
    <>
      <PageHead
        title="Bring filled forms back"
        crumbs={[{ to: paths.home(), label: 'Home' }]}
        lead="Scorecards that were filled offline as PDFs. You see what each one would change; nothing is saved before you say so."
      />
      {previews.length > 0 ? (
        <>
          <div className="mt-4">
            <Disclosure title="Choose other files">
              <FormFiles errors={errors} isAgain />
            </Disclosure>
          </div>
          <FormPreviews previews={previews} />
        </>
      ) : (
        <>
          <FormOutcomes outcomes={outcomes} />
          {said === undefined ? <BroughtCards cards={brought} /> : null}
          <FormFiles errors={errors} isAgain={brought.length > 0} />
        </>
      )}
    </>
  )
}
