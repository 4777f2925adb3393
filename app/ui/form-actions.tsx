import type { ReactNode } from 'react'

/** The row of buttons at the end of a form or dialog, the main one last; on a page it stands at the left. */
export function FormActions({ align = 'start', children }: { align?: 'start' | 'end'; children: ReactNode }) {
  return <div className={`mt-4 flex flex-wrap gap-2 ${align === 'end' ? 'justify-end' : ''}`}>{children}</div>
}
