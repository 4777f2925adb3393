import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type ColumnsProps = {
  /** `aside`: main column and 348 px at the right; `halves`; `thirds`. One column where there is no room. */
  layout: 'aside' | 'halves' | 'thirds'
  className?: string | undefined
  children: ReactNode
}

const layouts = {
  aside: 'lg:grid-cols-[minmax(0,1fr)_348px]',
  halves: 'lg:grid-cols-2',
  thirds: 'md:grid-cols-2 lg:grid-cols-3',
}

export function Columns({ layout, className, children }: ColumnsProps) {
  return (
    <div className={classNames('grid grid-cols-1 gap-x-10 *:min-w-0', layouts[layout], className)}>
      {children}
    </div>
  )
}
