import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { listCompetencyNames } from '#app/domains/debrief/application.server.ts'
import { joinAll } from '#app/domains/debrief/meeting/signers.ts'
import { readLoopForm } from '#app/domains/scheduling/loop-form.ts'
import { checkLoop, getLoopForm, planLoop } from '#app/domains/scheduling/loop-use-cases.server.ts'
import { loopFormSchema } from '#app/domains/scheduling/session.schema.ts'
import { LoopForm } from '#app/domains/scheduling/ui/loop-form.tsx'
import { formRefusal, parseForm, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { newId } from '#app/lib/new-id.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const handle = { rule: 'session.schedule' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Plan the interviews of ${page?.candidate.name ?? 'a candidate'} · Panelist` },
]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const zone = zoneOf(args.request)
  const form = unwrap(getLoopForm(ctx, { applicationId: args.params.applicationId ?? '', zone }))
  const ids = new URL(args.request.url).searchParams.get('about')?.split(',') ?? []
  const about = listCompetencyNames(ctx, { applicationId: args.params.applicationId ?? '', ids })
  return { ...form, about, zone, formKey: newId() }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const applicationId = args.params.applicationId ?? ''
  const form = await parseForm(args.request, loopFormSchema)
  if (!form.ok) return data({ errors: { '': ['Reload the page and plan again.'] }, values: form.values }, 422)
  const values = Object.fromEntries(Object.entries(form.value).map(([name, value]) => [name, String(value)]))
  const read = readLoopForm(form.value)
  if (!read.ok) return data({ errors: read.errors, values }, 422)
  const { formKey, form: panelForm } = form.value
  const loop = { formKey, applicationId, form: panelForm, sessions: read.sessions }
  if (form.value.anyway === undefined) {
    const warnings = checkLoop(ctx, loop)
    if (!warnings.ok) return formRefusal(warnings.error, values)
    if (warnings.value.length > 0)
      return data({ errors: null, values, warnings: warnings.value.map((warning) => warning.text) })
  }
  const made = planLoop(ctx, loop)
  if (!made.ok) return formRefusal(made.error, values)
  return redirect(`${paths.candidate(made.value.candidateId)}?done=planned`)
}

export default function PlanLoop() {
  const { candidate, panel, date, interviews, plannedCount, people, form, about, zone, formKey } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values: Record<string, string | undefined> = answer?.values ?? {}
  return (
    <>
      <PageHead
        title="Plan the interviews"
        crumbs={[
          { to: paths.candidates(), label: 'Candidates' },
          { to: paths.candidate(candidate.id), label: candidate.name },
        ]}
        lead={
          plannedCount > 0
            ? `${panel.name}. ${plannedCount === 1 ? 'One interview is' : `${plannedCount} interviews are`} planned already; these are the others.`
            : `${panel.name}. Interviewers and lengths come from the panel; change what you like.`
        }
      />
      {about.length > 0 ? (
        <Note
          tone="calm"
          title={`The debrief wants to hear more of ${joinAll(about)}`}
          className="mt-4 max-w-measure"
        >
          {interviews.length === 0
            ? 'Every interview of the panel is planned already: add one that asks about it to the panel and publish it, then plan it here.'
            : 'Choose the interviews that ask about it, and leave the others without a time.'}
        </Note>
      ) : null}
      {interviews.length === 0 ? (
        <div className="mt-6">
          <EmptyState
            level={2}
            title="Every interview is planned"
            action={<LinkButton to={paths.candidate(candidate.id)}>See the sessions</LinkButton>}
          >
            To hold an interview again, cancel its session first.
          </EmptyState>
        </div>
      ) : (
        <LoopForm
          candidateId={candidate.id}
          {...{ date, interviews, people, form, zone, formKey, values }}
          errors={answer?.errors}
          warnings={answer && 'warnings' in answer ? answer.warnings : []}
        />
      )}
    </>
  )
}
