import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { getApplicationPage } from '#app/domains/debrief/application.server.ts'
import { standingWords } from '#app/domains/debrief/comparison-table.ts'
import { getLockedDecision } from '#app/domains/debrief/meeting/decision-panel.server.ts'
import { EarlyLook } from '#app/domains/debrief/ui/early-look.tsx'
import { EvidenceSection } from '#app/domains/debrief/ui/evidence-section.tsx'
import { Expectation } from '#app/domains/debrief/ui/expectation.tsx'
import { LockedWords } from '#app/domains/debrief/ui/meeting/decision-lock.tsx'
import { DecisionWords } from '#app/domains/debrief/ui/meeting/decision-words.tsx'
import { SessionList } from '#app/domains/debrief/ui/session-list.tsx'
import { ShadowBeside } from '#app/domains/debrief/ui/shadow-beside.tsx'
import { VerdictList } from '#app/domains/debrief/ui/verdict-list.tsx'
import { overrideVisibility } from '#app/domains/scorecards/use-cases.server.ts'
import { formatWhen } from '#app/lib/dates.ts'
import { parseForm, parseOr404, requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const handle = { rule: 'application.read' } satisfies RouteHandle

const paramsSchema = z.object({ applicationId: z.string() })
const formSchema = z.object({
  reason: z.string({ error: 'Say in a sentence why you need to read them now.' }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name}, ${data.panelName} · Panelist` : 'Candidate · Panelist' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const page = unwrap(await getApplicationPage(ctx, parseOr404(paramsSchema, args.params)))
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const sessions = page.sessions.map((session) => ({
    ...session,
    when: session.startsAtMs === null ? null : formatWhen(session.startsAtMs, as),
  }))
  const decided = getLockedDecision(ctx, { applicationId: page.applicationId, zone: as.zone })
  return { ...page, sessions, decided }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args, 'scorecard.override')
  const { applicationId } = parseOr404(paramsSchema, args.params)
  const form = await parseForm(args.request, formSchema)
  if (!form.ok) return { errors: form.errors['reason'], reason: form.values['reason'] }
  const result = overrideVisibility(ctx, { applicationId, reason: form.value.reason })
  if (!result.ok && result.error.kind === 'invalid') {
    return { errors: result.error.errors['reason'], reason: form.value.reason }
  }
  unwrap(result)
  throw redirect(paths.application(applicationId))
}

export default function Application() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { evidence, scale, interviewers } = page
  const { row } = evidence
  return (
    <>
      <PageHead
        title={page.name}
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(page.panelId), label: page.panelName },
          { to: paths.comparison(page.panelId), label: 'Comparison' },
        ]}
        status={page.isWithdrawn ? <StatusTag status="withdrawn" /> : null}
        actions={
          <>
            <LinkButton to={paths.candidate(page.candidateId)}>Candidate’s details</LinkButton>
            {page.debrief === null ? null : (
              <LinkButton to={paths.debrief(page.applicationId)} variant="primary">
                Debrief
              </LinkButton>
            )}
          </>
        }
      />
      <Facts
        facts={[
          { label: 'Role', value: page.roleName, isWide: true },
          { label: 'Code', value: page.code },
          { label: 'Scorecards', value: `${page.submitted} of ${page.owed}`, detail: 'submitted' },
          { label: 'Order', value: standingWords(row) },
        ]}
      />
      <EarlyLook page={page} errors={refused?.errors} reason={refused?.reason} />
      {page.decided ? (
        <Section title="Decision" isFirst>
          <DecisionWords decision={page.decided} />
          <LockedWords decision={page.decided} />
        </Section>
      ) : null}
      {row.visible > 0 ? (
        <Section title="What to expect" isFirst>
          <Expectation row={row} scale={scale} />
          {page.whyRaw ? <p className="mt-1 max-w-measure text-dense text-ink-2">{page.whyRaw}</p> : null}
        </Section>
      ) : null}
      <Section title="Sessions" isFirst={row.visible === 0}>
        {page.sessions.length === 0 ? (
          <EmptyState
            title="No session yet"
            action={<LinkButton to={paths.candidate(page.candidateId)}>Open the candidate</LinkButton>}
          >
            Scores and evidence follow from the interviews. A coordinator plans them on the candidate’s page.
          </EmptyState>
        ) : (
          <SessionList sessions={page.sessions} />
        )}
      </Section>
      {page.ownShadows.map((comparison) => (
        <ShadowBeside key={comparison.scorecardId} comparison={comparison} levels={scale.levels} />
      ))}
      {evidence.verdicts.length > 0 ? (
        <Section title="Recommendations" aside="counted, never averaged">
          <VerdictList verdicts={evidence.verdicts} />
        </Section>
      ) : null}
      {row.visible > 0
        ? evidence.competencies.map((entry) => (
            <EvidenceSection
              key={entry.competency.id}
              evidence={entry}
              scale={scale}
              interviewers={interviewers}
            />
          ))
        : null}
    </>
  )
}
