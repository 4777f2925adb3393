import type { ReactNode } from 'react'

const tones = {
  attention: 'bg-amber-soft font-semibold text-amber',
  calm: 'bg-accent-soft font-semibold text-accent',
  line: 'text-ink-2 shadow-[inset_0_0_0_1px_var(--line-2)]',
}

/** A word or two set off: "needs 2", "trained", "suggested", "Draft, version 4". */
export function Pill({
  tone = 'line',
  children,
}: {
  tone?: keyof typeof tones | undefined
  children: ReactNode
}) {
  return (
    <span className={`inline-block rounded-sm px-[7px] py-px text-dense whitespace-nowrap ${tones[tone]}`}>
      {children}
    </span>
  )
}
