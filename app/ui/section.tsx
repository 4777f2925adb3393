import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

type SectionProps = {
  title: ReactNode
  /** At the right of the title: a count, a zone, a hint; no buttons of consequence. */
  aside?: ReactNode
  /** No rule above: for the first section of a page or column. */
  isFirst?: boolean | undefined
  id?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** A thick rule, a heading, and what belongs to it. */
export function Section({ title, aside, isFirst, id, className, children }: SectionProps) {
  const titleId = useId()
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={classNames(isFirst ? 'mt-7' : 'mt-8 border-t-[1.5px] border-rule pt-2.5', className)}
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={titleId} className="text-head">
          {title}
        </h2>
        {aside === undefined ? null : <div className="ml-auto text-dense text-ink-2">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
