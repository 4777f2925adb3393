import { Check, Lock, TriangleAlert } from 'lucide-react'
import type { StructurePoint } from '../structure.ts'

const looks = {
  met: { icon: Check, tone: 'text-accent', word: 'Met' },
  short: { icon: TriangleAlert, tone: 'text-amber', word: 'Falls short' },
  'built in': { icon: Lock, tone: 'text-ink-3', word: 'Built in' },
} as const

/** How structured the loop is, point by point. */
export function StructureList({ points }: { points: readonly StructurePoint[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-2 text-dense lg:grid-cols-2">
      {points.map(({ name, state, words }) => {
        const { icon: Icon, tone, word } = looks[state]
        return (
          <li key={name} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-px ${tone}`} />
            <span className="min-w-0">
              <b className={state === 'short' ? 'text-amber' : undefined}>{name}</b>{' '}
              <span className="text-ink-2">({word.toLowerCase()})</span>
              <span className="block text-ink-2">{words}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
