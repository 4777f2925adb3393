import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { Printer } from 'lucide-react'
import { formQuery } from '#app/domains/panels/forms/panel-form.ts'
import { formQuerySchema } from '#app/domains/panels/page.schema.ts'
import { getPanelPage } from '#app/domains/panels/read-panel.server.ts'
import { KitLinks } from '#app/domains/panels/ui/kit-links.tsx'
import { PanelFacts } from '#app/domains/panels/ui/panel-facts.tsx'
import { PanelStatusTag } from '#app/domains/panels/ui/panel-status.tsx'
import { PlanOverview } from '#app/domains/panels/ui/plan-overview.tsx'
import { requirePerson, unwrap, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { viewPacket } from '#app/domains/debrief/print-packet/packet-view.ts'
import { usualPaper } from '#app/domains/people/printing/print-choice.ts'
import { settlePrintChoice } from '#app/domains/people/printing/use-cases.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { SegmentedLinks } from '#app/ui/segmented-control.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'
import { PacketSection } from './packet-section.tsx'
import { describePages, openPacket, readPacketQuery } from './read-packet.server.ts'

export const handle = { rule: 'panel.read' } satisfies RouteHandle
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Print ${page?.head.name ?? 'panel'} · Panelist` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const query = readPacketQuery(args)
  const { form } = formQuerySchema.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const page = unwrap(getPanelPage(ctx, { panelId: query.panelId, form }))
  const choice = settlePrintChoice(ctx, {
    document: 'packet',
    given: query,
    isChosen: query.chosen === '1',
    usualPaper: usualPaper(args.request.headers.get('Accept-Language')),
  })
  const asked = await openPacket(args, ctx, choice)
  const { count, unprintable } = await describePages(asked)
  const packet = viewPacket(asked.plan)
  return { ...page, packet, count, unprintable, choice, sides: query.sides }
}

export default function PrintPanel() {
  const { head, shown, form, plan, coverage, names, ...print } = useLoaderData<typeof loader>()
  const isHydrated = useIsHydrated()
  const query = formQuery(form ?? 'A')
  return (
    <>
      <PageHead
        title={plan.name}
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(head.id), label: head.name },
        ]}
        status={
          shown ? (
            <PanelStatusTag
              status="published"
              words={`Version ${shown.number}${form ? `, form ${form}` : ''}`}
            />
          ) : (
            <PanelStatusTag status="draft" words="Draft" />
          )
        }
        actions={
          isHydrated ? (
            <Button type="button" onClick={() => window.print()}>
              <Printer aria-hidden /> Print this plan
            </Button>
          ) : null
        }
      />
      <div className="print:hidden">
        {form ? (
          <div className="mt-3">
            <SegmentedLinks
              label="Form"
              options={(['A', 'B'] as const).map((one) => ({
                to: `?form=${one}`,
                label: `Form ${one}`,
                isOn: form === one,
              }))}
            />
          </div>
        ) : null}
        <PacketSection panelId={head.id} panelName={head.name} isPublished={shown !== null} {...print} />
        <Section title="Plan as PDF">
          <p className="mb-2 max-w-measure text-ink-2">
            Coverage, weights and must-haves, then every interview with its people and questions.
            {shown ? null : ' A draft says so on every page.'}
          </p>
          <p className="text-dense">
            <TextLink to={paths.print('panel-plan', head.id, query)}>Panel plan</TextLink>
          </p>
        </Section>
        <Section title="Kits and blank scorecards as PDF">
          {shown ? (
            <>
              <p className="mb-2 max-w-measure text-ink-2">
                A kit holds the briefing, the questions with their rubrics and room to write; a blank
                scorecard is the form alone. Both are made from version {shown.number}.
              </p>
              <KitLinks panelId={head.id} form={query} label="All interviews" />
              {plan.interviews.map((interview) => (
                <KitLinks
                  key={interview.id}
                  panelId={head.id}
                  form={query}
                  interviewId={interview.id}
                  label={`${interview.letter}, ${interview.focus}`}
                />
              ))}
            </>
          ) : (
            <Note tone="calm" title="Kits come with the first version">
              Publish the panel, and its kits and blank scorecards can be printed, before any candidate
              exists.
            </Note>
          )}
        </Section>
      </div>
      <PanelFacts plan={plan} coverage={coverage} />
      <PlanOverview plan={plan} coverage={coverage} names={names} />
    </>
  )
}
