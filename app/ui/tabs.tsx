import { NavLink } from '@remix-run/react'

export type TabLink = { to: string; label: string; count?: number | undefined; isExact?: boolean | undefined }

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mt-4 overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-5">
        {tabs.map(({ to, label: words, count, isExact }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={isExact ?? false}
              preventScrollReset
              className="flex min-h-9 items-center gap-1.5 whitespace-nowrap border-b-3 border-transparent text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
            >
              {words}
              {count === undefined ? null : (
                <span className="text-dense font-normal text-ink-2">{count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
