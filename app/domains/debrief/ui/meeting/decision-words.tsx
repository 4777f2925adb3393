import { outcomeWords } from '#app/domains/debrief/meeting/decision.ts'
import type { ShownDecision } from '#app/domains/debrief/meeting/decision-panel-view.ts'

type Written = Pick<ShownDecision, 'outcome' | 'competencyNames' | 'reason'>

/** What a decision says, to be read. */
export function DecisionWords({ decision }: { decision: Written }) {
  const { outcome, competencyNames, reason } = decision
  return (
    <div className="grid max-w-measure gap-1">
      <p className="text-head">{outcome === null ? 'Not decided yet' : outcomeWords[outcome]}</p>
      {competencyNames.length > 0 ? <p>To ask about: {competencyNames.join(', ')}</p> : null}
      {reason === '' ? null : <p className="wrap-anywhere whitespace-pre-line">{reason}</p>}
    </div>
  )
}
