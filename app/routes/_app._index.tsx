import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { listHomeDebriefs } from '#app/domains/debrief/meeting/list.server.ts'
import { HomeDebriefs } from '#app/domains/debrief/ui/home-debriefs.tsx'
import { findBackupWarning } from '#app/domains/people/installation/use-cases.server.ts'
import { BackupWarning } from '#app/domains/people/installation/ui/backup-warning.tsx'
import { FirstSteps } from '#app/domains/people/ui/first-steps.tsx'
import { OffersLine } from '#app/domains/question-bank/ui/bank-actions.tsx'
import { presenceWords } from '#app/domains/scheduling/check-in-words.ts'
import { lateWords } from '#app/domains/scheduling/due/due.ts'
import { findOwnSession } from '#app/domains/scheduling/guests/enter-guest.server.ts'
import { getHome } from '#app/domains/scheduling/home.server.ts'
import { HomeDue, OwedLine } from '#app/domains/scheduling/ui/home-due.tsx'
import { HomeList } from '#app/domains/scheduling/ui/home-list.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { NextSession } from '#app/domains/scheduling/ui/next-session.tsx'
import { formatDay, formatWhen } from '#app/lib/dates.ts'
import { requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { zoneOf } from '#app/lib/zone.server.ts'
import { paths } from '#app/paths.ts'
import { Columns } from '#app/ui/columns.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { rule: 'home.read' } satisfies RouteHandle
export const meta: MetaFunction = () => [{ title: 'Home · Panelist' }]

export function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args, handle.rule)
  const only = findOwnSession(ctx)
  if (only !== undefined) throw redirect(paths.briefing(only))
  const as = { now: ctx.now, zone: zoneOf(args.request) }
  const dated = <T extends { startsAtMs: number }>(item: T) => ({
    ...item,
    when: formatWhen(item.startsAtMs, as),
  })
  const home = getHome(ctx)
  return {
    ...home,
    debriefs: listHomeDebriefs(ctx),
    next: home.next && dated(home.next),
    coming: home.coming.map(dated),
    due: home.due.map((card) => ({
      ...dated(card),
      late: card.dueAtMs <= as.now ? lateWords(card.dueAtMs, as.now) : null,
      dueWhen: formatWhen(card.dueAtMs, as),
    })),
    running: home.running.map((session) => ({ ...dated(session), present: presenceWords(session, as.zone) })),
    today: formatDay(as.now, as.zone),
    zone: as.zone,
    access: ctx.user.access,
    backupWarning: findBackupWarning(ctx, args.context.services, as.zone),
  }
}

export default function Home() {
  const home = useLoaderData<typeof loader>()
  const { next, coming, due, owed, running, debriefs, drafts, offers, steps, today, zone, access } = home
  const isNew = !steps.people || !steps.panel || !steps.candidate
  const lists = [due, coming, running, debriefs, drafts]
  const isQuiet = !next && !owed?.owed && lists.every((list) => list.length === 0)
  return (
    <>
      <PageHead title={today} />
      <BackupWarning text={home.backupWarning} />
      {isNew ? <FirstSteps access={access} done={steps} /> : null}
      {isQuiet && !isNew ? (
        <div className="mt-7">
          <EmptyState title="Nothing needs you today">
            Your sessions, scorecards that are due and panels ready for a debrief appear here.
          </EmptyState>
        </div>
      ) : null}
      {next ? <NextSession session={next} /> : null}
      <OwedLine owed={owed} className="mt-6" />
      <OffersLine count={offers} className="mt-6" />
      <Columns layout="halves" className="gap-y-2">
        {running.length > 0 ? (
          <Section title="Now and within the hour" aside={running.length}>
            <HomeList
              lines={running.map((session) => ({
                id: session.sessionId,
                title: `${session.candidateName}, ${session.focus}`,
                detail: (
                  <>
                    <Moment when={session.when} />. {session.present}
                  </>
                ),
                action: <LinkButton to={paths.session(session.sessionId)}>Open</LinkButton>,
              }))}
            />
          </Section>
        ) : null}
        {due.length > 0 ? (
          <Section title="You owe" aside={due.length === 1 ? '1 scorecard' : `${due.length} scorecards`}>
            <HomeDue cards={due} />
          </Section>
        ) : null}
        {coming.length > 0 ? (
          <Section title="Your next seven days" aside={`Times in ${zone}`}>
            <HomeList
              lines={coming.map((session) => ({
                id: session.sessionId,
                title: session.candidateName,
                detail: (
                  <>
                    <Moment when={session.when} />, {session.focus}, {session.minutes} min
                  </>
                ),
                action: <LinkButton to={paths.session(session.sessionId)}>Open</LinkButton>,
              }))}
            />
          </Section>
        ) : null}
        <HomeDebriefs panels={debriefs} />
        {drafts.length > 0 ? (
          <Section title="Panels not published" aside={drafts.length}>
            <HomeList
              lines={drafts.map((panel) => ({
                id: panel.panelId,
                title: panel.name,
                detail: panel.statusWords,
                action: <LinkButton to={paths.editPanel(panel.panelId)}>Go on</LinkButton>,
              }))}
            />
          </Section>
        ) : null}
      </Columns>
    </>
  )
}
