import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Columns } from '#app/ui/columns.tsx'
import { Section } from '#app/ui/section.tsx'
import { briefingAdvice } from '../briefing-advice.ts'

/** What to do and what not, before every session. */
export function BriefingAdvice() {
  return (
    <Columns layout="halves">
      <Advice
        title="Do"
        items={briefingAdvice.dos}
        icon={<Check aria-hidden className="mt-0.5 flex-none" />}
      />
      <Advice
        title="Do not"
        items={briefingAdvice.donts}
        icon={<X aria-hidden className="mt-0.5 flex-none" />}
      />
    </Columns>
  )
}

type AdviceProps = {
  title: string
  items: readonly { title: string; text: string }[]
  icon: ReactNode
}

function Advice({ title, items, icon }: AdviceProps) {
  return (
    <Section title={title}>
      <ul className="grid gap-2.5">
        {items.map((item) => (
          <li key={item.title} className="flex max-w-measure gap-2">
            {icon}
            <p>
              <b className="font-semibold">{item.title}.</b> {item.text}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
