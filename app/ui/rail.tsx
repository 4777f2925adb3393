import { Form, Link } from '@remix-run/react'
import { LogOut, Search } from 'lucide-react'
import type { FormEvent } from 'react'
import { Initials } from './initials.tsx'
import { Kbd } from './kbd.tsx'
import { Logo } from './logo.tsx'
import type { NavGroup, SignedIn } from './nav-item.ts'
import { PlaceLink } from './place-link.tsx'
import type { Theme } from './theme.ts'
import { ThemeSwitch } from './theme-switch.tsx'

export type RailProps = {
  groups: readonly NavGroup[]
  person: SignedIn
  homeTo: string
  profileTo?: string | undefined
  signOutTo: string
  /** What is to happen before; may hold the form back. */
  onSignOut?: ((event: FormEvent<HTMLFormElement>) => void) | undefined
  theme: Theme
  onSearch: () => void
}

export function Rail(props: RailProps) {
  const { groups, person, homeTo, profileTo, signOutTo, onSignOut, theme, onSearch } = props
  return (
    <div className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-x-clip overflow-y-auto px-3 py-4 sm:flex narrow:items-center narrow:px-2 print:hidden">
      <Link
        to={homeTo}
        aria-label="Panelist, home"
        className="flex min-h-8 items-center gap-2.5 px-2 py-1 text-head narrow:px-0"
      >
        <Logo />
        <span className="narrow:sr-only">Panelist</span>
      </Link>
      <button
        type="button"
        title="Search and commands"
        onClick={onSearch}
        className="flex h-8 w-full flex-none items-center gap-2 rounded-md border border-line-2 bg-surface px-2 text-dense text-ink-2 hover:bg-hover narrow:w-10 narrow:justify-center narrow:px-0 pointer-coarse:h-11"
      >
        <Search aria-hidden />
        <span className="narrow:sr-only">Search</span>
        <span aria-hidden className="ml-auto narrow:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      {groups.map((group) => (
        <RailGroup key={group.label} group={group} />
      ))}
      <div className="mt-auto grid grid-cols-1 gap-3 border-t border-line px-2 pt-3 text-dense narrow:justify-items-center narrow:px-0">
        <ThemeSwitch theme={theme} />
        <div className="flex items-center gap-2.5 narrow:flex-col">
          <PersonBlock person={person} profileTo={profileTo} />
          <Form
            method="post"
            action={signOutTo}
            {...(onSignOut ? { onSubmit: onSignOut } : {})}
            className="ml-auto narrow:ml-0"
          >
            <button
              type="submit"
              title="Sign out"
              aria-label="Sign out"
              className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
            >
              <LogOut aria-hidden />
            </button>
          </Form>
        </div>
      </div>
    </div>
  )
}

function PersonBlock({ person, profileTo }: Pick<RailProps, 'person' | 'profileTo'>) {
  const block = (
    <>
      <Initials name={person.name} />
      <span className="min-w-0 narrow:sr-only">
        <span className="block truncate">{person.name}</span>
        <span className="block truncate text-ink-2">{person.access}</span>
      </span>
    </>
  )
  const look = 'flex min-w-0 items-center gap-2.5'
  if (profileTo === undefined) return <div className={look}>{block}</div>
  return (
    <Link to={profileTo} title={person.name} className={`${look} rounded-md hover:underline`}>
      {block}
    </Link>
  )
}

const place =
  'relative flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink narrow:w-10 narrow:justify-center narrow:px-0 pointer-coarse:h-11'

const current =
  "aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_0_0_1px_var(--line)] aria-[current]:before:absolute aria-[current]:before:inset-y-1.5 aria-[current]:before:-left-3 aria-[current]:before:w-[3px] aria-[current]:before:bg-accent aria-[current]:before:content-[''] narrow:aria-[current]:before:-left-2"

function RailGroup({ group }: { group: NavGroup }) {
  return (
    <nav aria-label={group.label} className="w-full narrow:w-auto">
      {group.isTitleShown ? (
        <p aria-hidden className="narrow:hidden mb-2 px-2 text-label text-ink-3">
          {group.label}
        </p>
      ) : null}
      <ul className="grid gap-0.5">
        {group.items.map((item) => (
          <li key={item.to}>
            <PlaceLink item={item} prefetch="intent" title={item.label} className={`${place} ${current}`}>
              <item.icon aria-hidden />
              <span className="narrow:sr-only">{item.label}</span>
              {item.count ? (
                <span className="ml-auto text-dense font-normal text-ink-2 narrow:sr-only">{item.count}</span>
              ) : null}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
