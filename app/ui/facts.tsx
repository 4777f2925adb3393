import type { ReactNode } from 'react'

export type Fact = {
  label: string
  value: ReactNode
  /** Small words after the value: "2 late", "of 50 min". */
  detail?: ReactNode
  /** Takes twice the room. */
  isWide?: boolean | undefined
}

/** The facts of a page over a rule each, as at the head of a printed card. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="mt-3 flex flex-wrap gap-3">
      {facts.map(({ label, value, detail, isWide }) => (
        <div
          key={label}
          className={`min-w-0 basis-[calc(50%-0.75rem)] border-b border-rule pb-[5px] sm:basis-28 print:basis-0 ${isWide ? 'grow-2' : 'grow'}`}
        >
          <dt className="text-label text-ink-2">{label}</dt>
          <dd className="mt-px font-semibold wrap-anywhere">
            {value} {detail ? <small className="text-dense font-normal text-ink-2">{detail}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
