import { Link, type LinkProps } from '@remix-run/react'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

const chipClass =
  'inline-flex min-h-[26px] items-center gap-1.5 rounded-full border border-line-2 px-2.5 text-dense whitespace-nowrap transition-colors hover:bg-hover aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper pointer-coarse:min-h-target [&_.lucide]:size-3'

type ChipContent = {
  isOn?: boolean | undefined
  /** How many rows it would leave. */
  count?: number | undefined
  children: ReactNode
}

function ChipWords({ isOn, count, children }: ChipContent) {
  return (
    <>
      {children}
      {count === undefined ? null : ` ${count}`}
      {isOn ? <X aria-hidden /> : null}
    </>
  )
}

/** A filter whose state is in the URL: `to` is the address with the filter turned over. */
export function ChipLink({ isOn, count, children, ...rest }: ChipContent & Omit<LinkProps, 'className'>) {
  return (
    <Link
      preventScrollReset
      replace
      {...rest}
      aria-current={isOn ? 'true' : undefined}
      title={isOn ? 'Take this filter away' : undefined}
      className={chipClass}
    >
      <ChipWords isOn={isOn} count={count}>
        {children}
      </ChipWords>
    </Link>
  )
}
