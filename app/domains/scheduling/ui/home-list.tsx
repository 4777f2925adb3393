import type { ReactNode } from 'react'

export type HomeLine = { id: string; title: string; detail: ReactNode; action: ReactNode }

/** Lines of one kind on Home, each with what to do about it. */
export function HomeList({ lines }: { lines: readonly HomeLine[] }) {
  return (
    <ul className="grid">
      {lines.map((line) => (
        <li
          key={line.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2.5"
        >
          <div className="min-w-0 flex-1 basis-48">
            <p className="font-semibold wrap-anywhere">{line.title}</p>
            <p className="text-dense text-ink-2">{line.detail}</p>
          </div>
          {line.action}
        </li>
      ))}
    </ul>
  )
}
