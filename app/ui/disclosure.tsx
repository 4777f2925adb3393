import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

type DisclosureProps = { title: ReactNode; isOpen?: boolean | undefined; children: ReactNode }

/** Native details: opens without JavaScript, and the browser's search finds what is inside. */
export function Disclosure({ title, isOpen, children }: DisclosureProps) {
  return (
    <details open={isOpen}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 text-dense font-semibold hover:underline pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="transition-transform in-[details[open]>summary]:rotate-90" />
        {title}
      </summary>
      <div className="pt-1 pb-3 pl-[22px]">{children}</div>
    </details>
  )
}
