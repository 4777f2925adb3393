import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Command } from './command.ts'
import type { NavItem } from './nav-item.ts'
import { Rail, type RailProps } from './rail.tsx'
import { openPalette, ShellCommands } from './shell-commands.tsx'
import { SkipLink } from './skip-link.tsx'
import { TabBar } from './tab-bar.tsx'
import { ToastProvider } from './toast.tsx'

type AppShellProps = Omit<RailProps, 'onSearch'> & {
  /** Up to four places of the phone's bar; More holds the rest. */
  tabs: readonly NavItem[]
  /** `narrow` for pages that are a grid; `none` for the live scorecard. */
  rail?: 'wide' | 'narrow' | 'none' | undefined
  /** What the palette offers besides the places of the rail. */
  commands?: readonly Command[] | undefined
  children: ReactNode
}

const noCommands: readonly Command[] = []

/** Rail or bar, skip link, palette, keys, toasts, and the page's `<main>`. */
export function AppShell({ rail = 'wide', tabs, commands = noCommands, children, ...shared }: AppShellProps) {
  const { homeTo: _, ...bar } = shared
  const main = (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        'min-w-0 px-4 pt-4 outline-none sm:px-8 print:max-w-none print:p-0',
        rail !== 'none' && 'pb-8 sm:pt-6 sm:pb-12',
        rail === 'wide' && 'max-w-[calc(var(--content)+64px)]',
      )}
    >
      {children}
    </main>
  )
  return (
    <ToastProvider>
      <SkipLink />
      {rail === 'none' ? (
        main
      ) : (
        <div
          data-rail={rail}
          className="min-h-dvh grid-cols-[var(--rail)_minmax(0,1fr)] pb-16 narrow:grid-cols-[var(--rail-narrow)_minmax(0,1fr)] sm:grid sm:pb-0 print:block print:p-0"
        >
          <header className="border-line bg-sunken sm:border-r print:hidden">
            <Rail {...shared} onSearch={openPalette} />
            <TabBar {...bar} onSearch={openPalette} tabs={tabs} />
          </header>
          {main}
        </div>
      )}
      <ShellCommands groups={shared.groups} commands={commands} />
    </ToastProvider>
  )
}
