import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { amendScorecard, getAmendForm } from '#app/domains/scorecards/amend.server.ts'
import { readPostedCard } from '#app/domains/scorecards/posted-card.ts'
import { CardForm } from '#app/domains/scorecards/ui/card-form.tsx'
import {
  parseOr404,
  readForm,
  requirePerson,
  typedValues,
  unwrap,
  type RouteHandle,
} from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const handle = { rule: 'scorecard.fill' } satisfies RouteHandle

const paramsSchema = z.object({ scorecardId: z.string().min(1).max(64) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Amend the scorecard${data ? ` of ${data.view.candidateName}` : ''} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { scorecardId } = parseOr404(paramsSchema, args.params)
  const { view, fields } = unwrap(getAmendForm(ctx, scorecardId))
  return {
    view,
    versions: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.version])),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const { scorecardId } = parseOr404(paramsSchema, args.params)
  const form = await readForm(args.request)
  const result = amendScorecard(ctx, {
    scorecardId,
    fields: readPostedCard(form),
    reason: String(form.get('reason') ?? ''),
  })
  if (!result.ok && result.error.kind === 'invalid') {
    return { errors: result.error.errors, values: typedValues(form) }
  }
  unwrap(result)
  throw redirect(paths.scorecard(scorecardId))
}

export default function AmendScorecard() {
  const { view, versions } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title={`Amend your scorecard of ${view.candidateName}`}
        crumbs={[{ to: paths.scorecard(view.scorecardId), label: 'Scorecard' }]}
        lead="What it said before stays on record: every change is shown with its reason, before and after."
      />
      <div className="mt-4">
        <ErrorSummary errors={posted?.errors} title="Not amended yet" />
      </div>
      <CardForm
        {...{ view, versions }}
        errors={posted?.errors}
        values={posted?.values}
        hasPrivateNotes={false}
        newAddedId={null}
      >
        <div className="grid w-full max-w-measure gap-3">
          <TextAreaField
            name="reason"
            label="Why you change it"
            description="Everybody who reads the scorecard reads this."
            rows={2}
            defaultValue={posted?.values['reason'] ?? ''}
            errors={posted?.errors}
          />
          <div className="flex gap-2">
            <Button type="submit" variant="primary">
              Amend the scorecard
            </Button>
            <LinkButton to={paths.scorecard(view.scorecardId)} variant="quiet">
              Leave it as it is
            </LinkButton>
          </div>
        </div>
      </CardForm>
    </>
  )
}
