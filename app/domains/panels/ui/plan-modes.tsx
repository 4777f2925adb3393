import { useNavigation } from '@remix-run/react'
import { planModes, type PlanMode } from '#app/domains/panels/planner/problem-of-panel.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useFormQuery } from './use-form-query.ts'

const modeWords: Record<PlanMode, { label: string; lead: string }> = {
  fill: { label: 'Fill the gaps', lead: 'Every question stays where it is; what is missing is added.' },
  improve: {
    label: 'Improve what is there',
    lead: 'The best plan with few changes: a question stays unless something better asks for its place.',
  },
  'start-over': { label: 'Start over', lead: 'The best plan of the whole bank, whatever stands there now.' },
}

type PlanHeadProps = {
  head: { id: string; name: string }
  mode: PlanMode
  actions?: React.ReactNode
}

/** The head of the pages of the planner, and what it may change. */
export function PlanHead({ head, mode, actions }: PlanHeadProps) {
  const form = useFormQuery()
  const navigation = useNavigation()
  const isPlanning =
    navigation.state === 'loading' && navigation.location.pathname === paths.suggestPlan(head.id)
  return (
    <>
      <PageHead
        title={form.form ? 'The best plan for form B' : 'The best plan'}
        crumbs={[
          { to: paths.panels(), label: 'Panels' },
          { to: paths.panel(head.id), label: head.name },
          { to: paths.editPanel(head.id, form), label: 'Edit' },
        ]}
        lead={modeWords[mode].lead}
        actions={actions}
      />
      <nav aria-label="What the planner may change" className="mt-3 flex flex-wrap gap-2">
        {planModes.map((item) => (
          <LinkButton
            key={item}
            to={paths.suggestPlan(head.id, { mode: item, ...form })}
            aria-current={item === mode ? 'page' : undefined}
            variant={item === mode ? 'primary' : undefined}
            size="small"
            replace
          >
            {modeWords[item].label}
          </LinkButton>
        ))}
        <span role="status" className="self-center text-dense text-ink-2">
          {isPlanning ? 'Planning…' : ''}
        </span>
      </nav>
    </>
  )
}
