import type { ReactNode } from 'react'
import { Logo } from '#app/ui/logo.tsx'

type FrontDoorProps = { title: string; lead?: ReactNode; children: ReactNode }

/** The page of somebody who is not inside yet: the logo, one heading, one short form. */
export function FrontDoor({ title, lead, children }: FrontDoorProps) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-105 content-center px-4 py-10">
      <p className="mb-8 flex items-center gap-2.5 text-head">
        <Logo />
        Panelist
      </p>
      <h1 className="text-title">{title}</h1>
      {lead ? <p className="mt-1 text-ink-2">{lead}</p> : null}
      <div className="mt-5">{children}</div>
    </main>
  )
}
