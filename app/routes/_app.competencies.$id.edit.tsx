import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import {
  competencyFormOf,
  readCompetencyForm,
} from '#app/domains/question-bank/competencies/competency-form.ts'
import { getCompetency, saveCompetency } from '#app/domains/question-bank/competencies/use-cases.server.ts'
import { baseSchema } from '#app/domains/question-bank/definitions/definition-form.schema.ts'
import { bankIdSchema } from '#app/domains/question-bank/question-query.schema.ts'
import { CompetencyFields } from '#app/domains/question-bank/ui/competency-fields.tsx'
import { OpenedAt } from '#app/domains/question-bank/ui/opened-at.tsx'
import { OvertakenNote } from '#app/domains/question-bank/ui/overtaken-note.tsx'
import { formatWhen } from '#app/lib/dates.ts'
import {
  formRefusal,
  parseOr404,
  readForm,
  requirePerson,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DefaultSubmit } from '#app/ui/default-submit.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'bank.define' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.competency.name ?? 'competency'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { competency, version } = unwrap(getCompetency(ctx, parseOr404(bankIdSchema, args.params).id))
  return { competency, base: version.number }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { id } = parseOr404(bankIdSchema, args.params)
  const posted = await readForm(args.request)
  const base = parseOr404(baseSchema, Object.fromEntries(posted))
  const form = readCompetencyForm(posted)
  const saved = saveCompetency(ctx, { id, base, form })
  if (!saved.ok) {
    const refusal = formRefusal(saved.error)
    return data({ errors: refusal.data.errors, theirs: null, form, base }, refusal.init ?? 422)
  }
  if (saved.value.outcome !== 'overtaken')
    return redirect(`${paths.competency(id)}?done=${saved.value.outcome}`)
  const { createdAtMs, ...theirs } = saved.value.theirs
  const when = formatWhen(createdAtMs, { now: ctx.now, zone: zoneOf(args.request) })
  return data({ errors: null, theirs: { ...theirs, when }, form, base }, 409)
}

export default function EditCompetency() {
  const { competency, base } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id, name } = competency
  return (
    <>
      <PageHead
        title={`Edit ${name}`}
        crumbs={[
          { to: paths.competencies(), label: 'Competencies' },
          { to: paths.competency(id), label: name },
        ]}
        lead="Saving makes a new version. Published panels keep the words that they were published with."
      />
      <Form method="post" noValidate className="mt-5">
        <DefaultSubmit />
        <ErrorSummary errors={answer?.errors} />
        <OpenedAt key={id} base={base} chosen={answer?.base} />
        {answer?.theirs ? <OvertakenNote theirs={answer.theirs} theirsTo={paths.editCompetency(id)} /> : null}
        <CompetencyFields form={answer?.form ?? competencyFormOf(competency)} errors={answer?.errors} />
        <FormActions>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <LinkButton to={paths.competency(id)}>Cancel</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
