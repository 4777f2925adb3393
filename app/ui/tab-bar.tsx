import { Form, Link } from '@remix-run/react'
import { Ellipsis, LogOut, Search } from 'lucide-react'
import { useId, useRef } from 'react'
import { buttonClass } from './button-class.ts'
import type { NavItem } from './nav-item.ts'
import { PlaceLink } from './place-link.tsx'
import type { RailProps } from './rail.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

type TabBarProps = Omit<RailProps, 'homeTo'> & { tabs: readonly NavItem[] }

const cell =
  "relative grid place-items-center content-center gap-[3px] text-label text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:before:absolute aria-[current]:before:inset-x-[20%] aria-[current]:before:-top-px aria-[current]:before:h-[3px] aria-[current]:before:bg-accent aria-[current]:before:content-['']"

/** The rail of a phone: up to four places and More, a sheet that opens without JavaScript. */
export function TabBar(props: TabBarProps) {
  const { tabs, groups, person, profileTo, signOutTo, onSignOut, theme, onSearch } = props
  const sheetId = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const close = () => sheet.current?.hidePopover()
  return (
    <div className="sm:hidden print:hidden">
      <nav
        aria-label="Main"
        className="fixed inset-x-0 bottom-0 z-20 grid h-15 auto-cols-fr grid-flow-col border-t border-line bg-sunken"
      >
        {tabs.slice(0, 4).map((item) => (
          <PlaceLink key={item.to} item={item} className={cell}>
            <item.icon aria-hidden className="size-5!" />
            {item.label}
          </PlaceLink>
        ))}
        <button type="button" popoverTarget={sheetId} className={cell}>
          <Ellipsis aria-hidden className="size-5!" />
          More
        </button>
      </nav>
      <div
        ref={sheet}
        id={sheetId}
        popover="auto"
        aria-label="More"
        className="inset-x-0 top-auto bottom-15 m-0 max-h-[calc(100dvh-5rem)] w-full max-w-none overflow-y-auto rounded-t-md border-t border-line-2 bg-surface p-4 text-ink shadow-float"
      >
        <button
          type="button"
          className={`${buttonClass()} mb-3 w-full`}
          onClick={() => {
            close()
            onSearch()
          }}
        >
          <Search aria-hidden />
          Search
        </button>
        {groups.map((group) => (
          <nav key={group.label} aria-label={group.label}>
            <ul className="grid grid-cols-2 gap-x-4">
              {group.items.map((item) => (
                <li key={item.to}>
                  <PlaceLink
                    item={item}
                    onClick={close}
                    className="flex min-h-11 items-center gap-2.5 text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink"
                  >
                    <item.icon aria-hidden />
                    {item.label}
                    {item.count ? <span className="ml-auto text-dense">{item.count}</span> : null}
                  </PlaceLink>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3 text-dense">
          <span>
            {profileTo === undefined ? (
              person.name
            ) : (
              <Link to={profileTo} onClick={close} className="underline underline-offset-3">
                {person.name}
              </Link>
            )}
            <span className="block text-ink-2">{person.access}</span>
          </span>
          <ThemeSwitch theme={theme} />
          <Form
            method="post"
            action={signOutTo}
            onSubmit={(event) => {
              close()
              onSignOut?.(event)
            }}
          >
            <button type="submit" className={buttonClass()}>
              <LogOut aria-hidden />
              Sign out
            </button>
          </Form>
        </div>
      </div>
    </div>
  )
}
