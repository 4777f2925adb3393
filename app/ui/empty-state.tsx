import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: ReactNode
  /** Says why it is empty and what fills it. */
  children?: ReactNode
  action?: ReactNode
  /** The heading's level in the page; 3 inside a Section. */
  level?: 2 | 3 | undefined
}

export function EmptyState({ title, children, action, level = 3 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="grid max-w-130 justify-items-start gap-2 rounded-md border-2 border-dotted border-line-2 p-5 sm:px-6 sm:py-8">
      <Heading className="text-body font-semibold">{title}</Heading>
      {children ? <div className="max-w-[46ch] text-ink-2">{children}</div> : null}
      {action}
    </div>
  )
}
