import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { getPublishPage } from '#app/domains/panels/read-panel.server.ts'
import { publishSchema } from '#app/domains/panels/page.schema.ts'
import { publishPanel } from '#app/domains/panels/publish-panel.server.ts'
import { counted } from '#app/domains/panels/panel.ts'
import { PanelFacts } from '#app/domains/panels/ui/panel-facts.tsx'
import { ProblemList } from '#app/domains/panels/ui/problem-list.tsx'
import { parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { rule: 'panel.publish' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Publish ${page?.head.name ?? 'panel'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  return { ...unwrap(getPublishPage(ctx, { panelId: args.params.panelId ?? '' })), formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const panelId = args.params.panelId ?? ''
  const form = await parseForm(args.request, publishSchema)
  if (!form.ok) return data({ errors: { '': ['Reload the page and publish again.'] } }, 422)
  const result = publishPanel(ctx, { panelId, ...form.value })
  if (result.ok) return redirect(`${paths.panel(panelId)}?done=published`)
  if (result.error.kind === 'conflict') return data({ errors: { '': [result.error.message] } }, 409)
  if (result.error.kind === 'invalid') return data({ errors: result.error.errors }, 422)
  throw unwrap(result)
}

export default function PublishPanel() {
  const { head, plan, coverage, problems, forms, revision, hasScorecards, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const blocking = problems.filter((problem) => problem.isBlocking)
  const others = problems.filter((problem) => !problem.isBlocking)
  const next = (head.versionNumber ?? 0) + 1
  const isUnchanged = head.status === 'published'
  return (
    <>
      <PageHead
        title={isUnchanged ? `Version ${head.versionNumber} is up to date` : `Publish version ${next}`}
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(head.id), label: head.name },
        ]}
        lead={
          isUnchanged
            ? 'Nothing in the panel has changed since it was published. Publishing takes over newer wordings from the bank, if there are any.'
            : undefined
        }
      />
      <div className="mt-3">
        <ErrorSummary errors={answer?.errors} title="It was not published" />
      </div>
      <PanelFacts plan={plan} coverage={coverage} />
      {blocking.length > 0 ? (
        <Section title="Mend these first" aside={blocking.length}>
          <ProblemList problems={blocking} panelId={head.id} />
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title="Worth a look; they do not block" aside={others.length}>
          <ProblemList problems={others} panelId={head.id} />
        </Section>
      ) : null}
      <Section title="What is frozen">
        <ul className="grid max-w-measure list-disc gap-1 pl-5">
          <li>
            {counted(plan.interviews.length, 'interview')} with their order, minutes and interviewers, and{' '}
            {counted(coverage.totals.questions, 'question')} word for word, with probes, anchors and signals.
          </li>
          <li>
            The weights of {counted(plan.competencies.length, 'competency', 'competencies')}, the bars of{' '}
            {counted(coverage.mustHaves.all, 'must-have')} and the {plan.scale.name} scale.
          </li>
          {forms ? (
            <li>
              Two forms of it: {counted(forms.common, 'question')} of {forms.all} stand in both. Whoever plans
              a candidate’s interviews chooses form A or form B.{' '}
              <TextLink to={paths.panelForms(head.id)}>See them side by side</TextLink>
            </li>
          ) : null}
          <li>You can go on editing afterwards: the draft changes, this version never does.</li>
        </ul>
        {hasScorecards ? (
          <Note tone="attention" title="Scorecards have been handed in" className="mt-3 max-w-measure">
            They stay under the version they were filled under, with its weights, bars and scale. Sessions
            made from now on use version {next}; the comparison marks scores from another version.
          </Note>
        ) : null}
      </Section>
      <Form method="post">
        <input type="hidden" name="formKey" value={formKey} />
        <input type="hidden" name="revision" value={revision} />
        <FormActions>
          <Button type="submit" variant="primary" disabled={blocking.length > 0}>
            {isUnchanged ? 'Publish again' : `Publish version ${next}`}
          </Button>
          <LinkButton to={paths.editPanel(head.id)}>Back to editing</LinkButton>
        </FormActions>
      </Form>
    </>
  )
}
