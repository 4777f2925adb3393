import { Minus, Plus } from 'lucide-react'
import type { Question } from '#rubrics/content.schema.ts'

/** What to listen for, strong beside weak. */
export function SignalLists({ signals }: { signals: Question['signals'] }) {
  return (
    <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      {[
        { title: 'Strong', texts: signals.strong, Icon: Plus },
        { title: 'Weak', texts: signals.weak, Icon: Minus },
      ].map(({ title, texts, Icon }) => (
        <div key={title} className="min-w-0">
          <h3 className="text-dense font-semibold text-ink-2">{title}</h3>
          <ul className="mt-1 grid gap-1">
            {texts.map((text, i) => (
              <li key={i} className="flex gap-2">
                <Icon aria-hidden className="mt-1 !size-3.5" />
                {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
