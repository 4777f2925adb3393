import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Crumb = { to: string; label: string }

type PageHeadProps = {
  title: ReactNode
  crumbs?: readonly Crumb[] | undefined
  /** Stands right after the title: a StatusTag or a Pill. */
  status?: ReactNode
  /** One line under the title. */
  lead?: ReactNode
  /** At the right: the save line first, then buttons, the main one last. */
  actions?: ReactNode
}

export function PageHead({ title, crumbs = [], status, lead, actions }: PageHeadProps) {
  return (
    <header>
      {crumbs.length > 0 ? (
        <nav aria-label="Where this page is" className="mb-0.5 text-dense text-ink-2 print:hidden">
          <ol className="flex flex-wrap gap-x-1.5">
            {crumbs.map((crumb, index) => (
              <li key={crumb.to} className="flex min-h-6 items-center gap-1.5">
                {index > 0 ? <span aria-hidden>/</span> : null}
                <Link to={crumb.to} className="inline-block min-h-6 content-center hover:underline">
                  {crumb.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="text-title wrap-anywhere">{title}</h1>
          {status}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {lead ? <p className="mt-0.5 max-w-measure text-ink-2">{lead}</p> : null}
    </header>
  )
}
