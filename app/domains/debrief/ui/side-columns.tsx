import type { CSSProperties, ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'

type Columns = CSSProperties & { '--sides': number }

/** With more than three a column is too narrow for sentences below 1,280 px. */
const mostOnTablet = 3

type SideColumnsProps = {
  /** One for each candidate, in their order. */
  children: readonly ReactNode[]
  className?: string | undefined
}

/** A column for each candidate; on a small screen one below the other. */
export function SideColumns({ children, className }: SideColumnsProps) {
  const style: Columns = { '--sides': children.length }
  return (
    <div
      style={style}
      className={classNames(
        'grid gap-x-6 gap-y-4 print:grid-cols-[repeat(var(--sides),minmax(0,1fr))]',
        children.length > mostOnTablet
          ? 'xl:grid-cols-[repeat(var(--sides),minmax(0,1fr))]'
          : 'md:grid-cols-[repeat(var(--sides),minmax(0,1fr))]',
        className,
      )}
    >
      {children}
    </div>
  )
}

type SideNamesProps = { names: readonly { id: string; content: ReactNode }[] }

/** The names over the columns, in sight while the page scrolls; small screens have each name where it belongs. */
export function SideNames({ names }: SideNamesProps) {
  return (
    <div
      className={classNames(
        'sticky top-0 z-2 hidden border-b border-rule bg-paper py-2 print:hidden',
        names.length > mostOnTablet ? 'xl:block' : 'md:block',
      )}
    >
      <SideColumns>
        {names.map(({ id, content }) => (
          <div key={id} className="min-w-0 font-semibold wrap-anywhere">
            {content}
          </div>
        ))}
      </SideColumns>
    </div>
  )
}

type SideNameProps = { count: number; children: ReactNode }

/** Whose column it is: said to everybody, shown where no name stands on top. */
export function SideName({ count, children }: SideNameProps) {
  return (
    <h4
      className={classNames(
        'text-dense font-semibold print:not-sr-only',
        count > mostOnTablet ? 'xl:sr-only' : 'md:sr-only',
      )}
    >
      {children}
    </h4>
  )
}
