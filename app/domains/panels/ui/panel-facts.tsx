import { Facts } from '#app/ui/facts.tsx'
import type { PlanView } from '../panel-views.ts'
import { counted } from '../panel.ts'

/** The line of facts at the head of a panel's pages. */
export function PanelFacts({ plan, coverage }: Pick<PlanView, 'plan' | 'coverage'>) {
  const { totals, mustHaves } = coverage
  return (
    <Facts
      facts={[
        { label: 'Role', value: plan.role.name, isWide: true },
        {
          label: 'Loop',
          value: counted(totals.interviews, 'interview'),
          detail: `${totals.slotMinutes} min`,
        },
        {
          label: 'Questions',
          value: totals.questions,
          detail: `${totals.usedMinutes} of ${totals.slotMinutes} min`,
        },
        {
          label: 'Must-haves twice',
          value: mustHaves.all === 0 ? 'none set' : `${mustHaves.tested} of ${mustHaves.all}`,
        },
        { label: 'Scale', value: plan.scale.name },
      ]}
    />
  )
}
