import { Facts } from '#app/ui/facts.tsx'
import type { ComparisonView } from '../comparison-view.ts'

/** What the comparison rests on, over a rule each. */
export function ComparisonFacts({ view }: { view: ComparisonView }) {
  const { candidates, ordered, submitted, owed, questionsInCommon, sessionsOffPlan } = view.facts
  return (
    <Facts
      facts={[
        view.isPast
          ? { label: 'Past round', value: 'Read only', detail: 'from a file of ratings', isWide: true }
          : { label: 'Role', value: view.roleName, isWide: true },
        { label: 'Candidates', value: candidates, detail: `${ordered} in order` },
        view.isPast
          ? { label: 'Pairs rated', value: submitted }
          : { label: 'Scorecards', value: `${submitted} of ${owed}`, detail: 'submitted' },
        {
          label: 'Questions in common',
          value: questionsInCommon === null ? 'Too few to say' : `${Math.round(questionsInCommon * 100)} %`,
          detail:
            sessionsOffPlan === 0
              ? undefined
              : `${sessionsOffPlan} ${sessionsOffPlan === 1 ? 'session' : 'sessions'} left the plan`,
        },
        ...(view.isPast ? [] : [{ label: 'Panel', value: `version ${view.versionNumber}` }]),
      ]}
    />
  )
}
