import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import {
  Briefcase,
  CalendarDays,
  DatabaseBackup,
  House,
  LayoutPanelTop,
  ListChecks,
  Scale,
  UserCog,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { accessWords } from '#app/domains/people/access-words.ts'
import { canEver, type Access, type Action } from '#app/domains/people/access.ts'
import { useUnsentWork, type UnsentParts } from '#app/domains/scorecards/ui/saving/use-unsent-work.tsx'
import { ErrorPage } from '#app/error-page.tsx'
import { requirePerson, type RouteHandle } from '#app/lib/http.server.ts'
import { paths } from '#app/paths.ts'
import { AppShell } from '#app/ui/app-shell.tsx'
import type { Command } from '#app/ui/command.ts'
import type { NavItem } from '#app/ui/nav-item.ts'
import { readTheme } from '#app/ui/theme.ts'

export const handle = { rule: 'signed-in' } satisfies RouteHandle

export function loader(args: LoaderFunctionArgs) {
  const { user } = requirePerson(args, handle.rule)
  const theme = readTheme(args.request.headers.get('Cookie'))
  return { personId: user.id, name: user.name, access: user.access, theme }
}

export { isMoreThanHere as shouldRevalidate } from '#app/lib/revalidate.ts'

type Place = NavItem & { action: Action }

const places: Place[] = [
  { action: 'home.read', to: paths.home(), label: 'Home', icon: House, isExact: true, key: 'h' },
  { action: 'bank.read', to: paths.questions(), label: 'Questions', icon: ListChecks, key: 'q' },
  {
    action: 'bank.read',
    to: paths.roles(),
    also: [paths.competencies()],
    label: 'Roles',
    icon: Briefcase,
    key: 'r',
  },
  { action: 'panel.read', to: paths.panels(), label: 'Panels', icon: LayoutPanelTop, key: 'p' },
  { action: 'schedule.read', to: paths.schedule(), label: 'Schedule', icon: CalendarDays, key: 's' },
  { action: 'candidate.read', to: paths.candidates(), label: 'Candidates', icon: Users, key: 'c' },
  { action: 'calibration.read', to: paths.calibration(), label: 'Calibration', icon: Scale, key: 'b' },
]
/** All that a guest came for; Home leads to their session. */
const guestPlace: Place = {
  action: 'home.read',
  to: paths.home(),
  label: 'Your interview',
  icon: House,
  key: 'h',
}
const administration: Place[] = [
  { action: 'people.read', to: paths.people(), label: 'People', icon: UserCog, key: 'e' },
  {
    action: 'installation.read',
    to: paths.installation(),
    label: 'Data and backups',
    icon: DatabaseBackup,
    key: 'i',
  },
]
const commands: readonly Command[] = [
  { id: 'competencies', label: 'Competencies', group: 'Go to', to: paths.competencies() },
  { id: 'account', label: 'Your account', group: 'Go to', to: paths.account() },
]
const tabs: readonly string[] = [paths.home(), paths.panels(), paths.schedule(), paths.candidates()]

function listPlaces(all: readonly Place[], access: Access): NavItem[] {
  return all.filter((place) => canEver(access, place.action))
}

type Shown = { personId: string; name: string; access: Access; theme: ReturnType<typeof readTheme> }

type ShellProps = { shown: Shown; children: (unsent: UnsentParts) => ReactNode }

function Shell({ shown, children }: ShellProps) {
  const unsent = useUnsentWork({ personId: shown.personId })
  const isGuest = shown.access === 'guest'
  const main = listPlaces(isGuest ? [guestPlace] : places, shown.access)
  const others = listPlaces(administration, shown.access)
  const groups = [
    { label: 'Prepare', items: main },
    ...(others.length > 0 ? [{ label: 'Installation', isTitleShown: true, items: others }] : []),
  ]
  return (
    <AppShell
      groups={groups}
      tabs={main.filter((item) => tabs.includes(item.to))}
      person={{ name: shown.name, access: accessWords[shown.access].name }}
      homeTo={paths.home()}
      profileTo={isGuest ? undefined : paths.account()}
      signOutTo={paths.signOut()}
      onSignOut={unsent.onSignOut}
      theme={shown.theme}
      commands={isGuest ? [] : commands}
    >
      {unsent.notices}
      {children(unsent)}
    </AppShell>
  )
}

export default function SignedIn() {
  return (
    <Shell shown={useLoaderData<typeof loader>()}>{({ onSignOut }) => <Outlet context={onSignOut} />}</Shell>
  )
}

/** Keeps the way to other pages in view when one of them fails. */
export function ErrorBoundary() {
  const shown = useRouteLoaderData<typeof loader>('routes/_app')
  if (!shown) return <ErrorPage />
  return <Shell shown={shown}>{() => <ErrorPage isInside />}</Shell>
}
