import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-line-2 bg-paper px-1 font-mono text-label whitespace-nowrap text-ink-2">
      {children}
    </kbd>
  )
}
