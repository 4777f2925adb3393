import type { ReactNode } from 'react'
import { LinkButton } from './link-button.tsx'
import { Logo } from './logo.tsx'

type ErrorPageProps = {
  title: string
  /** What the reader can do now. */
  children: ReactNode
  status?: number | undefined
  homeTo?: string | undefined
  homeLabel?: string | undefined
  /** The id to quote to whoever runs the installation. */
  requestId?: string | undefined
  /** Inside the shell: no logo, no landmark of its own. */
  isInside?: boolean | undefined
}

export function ErrorPage(props: ErrorPageProps) {
  const {
    title,
    children,
    status,
    homeTo = '/',
    homeLabel = 'Go to the start page',
    requestId,
    isInside,
  } = props
  const body = (
    <div className="grid max-w-130 justify-items-start gap-3">
      {isInside ? null : <Logo />}
      <h1 className="mt-2 text-title">{title}</h1>
      <div className="text-ink-2">{children}</div>
      <LinkButton to={homeTo} className="mt-2">
        {homeLabel}
      </LinkButton>
      {status === undefined && requestId === undefined ? null : (
        <p className="mt-4 border-t border-line pt-2 text-label text-ink-3">
          {status === undefined ? null : <>Answer {status}</>}
          {requestId === undefined ? null : (
            <>
              {status === undefined ? 'Request' : ', request'} <span className="font-mono">{requestId}</span>
            </>
          )}
        </p>
      )}
    </div>
  )
  if (isInside) return body
  return <main className="mx-auto max-w-content px-4 py-16 sm:px-8 sm:py-24">{body}</main>
}
