import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { NavItem } from './nav-item.ts'
import { Rail, type RailProps } from './rail.tsx'
import { SkipLink } from './skip-link.tsx'
import { TabBar } from './tab-bar.tsx'

type AppShellProps = RailProps & {
  /** Up to four places of the phone's bar; More holds the rest. */
  tabs: readonly NavItem[]
  /** `narrow` for pages that are a grid; `none` for the live scorecard. */
  rail?: 'wide' | 'narrow' | 'none' | undefined
  children: ReactNode
}

/** Rail or bar, skip link and the page's `<main>`. */
export function AppShell({ rail = 'wide', tabs, children, ...shared }: AppShellProps) {
  const { homeTo: _, ...bar } = shared
  if (rail === 'none')
    return (
      <>
        <SkipLink />
        <main id="main" tabIndex={-1} className="px-4 py-4 outline-none sm:px-8">
          {children}
        </main>
      </>
    )
  return (
    <>
      <SkipLink />
      <div
        data-rail={rail}
        className="min-h-dvh grid-cols-[var(--rail)_minmax(0,1fr)] pb-16 narrow:grid-cols-[var(--rail-narrow)_minmax(0,1fr)] sm:grid sm:pb-0 print:block print:p-0"
      >
        <header className="border-line bg-sunken sm:border-r print:hidden">
          <Rail {...shared} />
          <TabBar {...bar} tabs={tabs} />
        </header>
        <main
          id="main"
          tabIndex={-1}
          className={classNames(
            'min-w-0 px-4 pt-4 pb-8 outline-none sm:px-8 sm:pt-6 sm:pb-12 print:max-w-none print:p-0',
            rail === 'wide' && 'max-w-[calc(var(--content)+64px)]',
          )}
        >
          {children}
        </main>
      </div>
    </>
  )
}
