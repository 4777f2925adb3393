import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { isComplete, outcomeWords } from '#app/domains/debrief/meeting/decision.ts'
import type { DecisionPanelView } from '#app/domains/debrief/meeting/decision-panel-view.ts'
import { joinAll } from '#app/domains/debrief/meeting/signers.ts'
import { paths } from '#app/paths.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { DecisionForm } from './decision-form.tsx'
import { LockedWords, LockForm, ReopenForm } from './decision-lock.tsx'
import { SignerList, SignForms } from './decision-names.tsx'
import { DecisionWords } from './decision-words.tsx'
import { useFocusKept } from './use-focus-kept.ts'

/** The end of a debrief: what is decided and why, whose names stand under it, the lock. */
export function DecisionPanel({ view }: { view: DecisionPanelView }) {
  const { current, earlier, mayLead, closed } = view
  const isOpen = current.locked === null && closed === null
  const [isUnsaved, setUnsaved] = useState(false)
  const mayFinish = isOpen && isComplete(current) && !(mayLead && isUnsaved)
  return (
    <div {...useFocusKept()} className="grid gap-5">
      <p className="text-dense text-ink-2">
        Recommendations: {view.recommendations}; counted, never averaged.
      </p>
      {closed === null ? null : <Note tone="calm">{closed}</Note>}
      {isOpen && mayLead ? (
        <DecisionForm key={current.number} view={view} onUnsaved={setUnsaved} />
      ) : (
        <ToRead view={view} isOpen={isOpen} />
      )}
      {current.outcome === 'another-interview' && current.competencyIds.length > 0 && view.mayPlan ? (
        <div>
          <LinkButton to={paths.planLoop(view.applicationId, { about: current.competencyIds.join(',') })}>
            Plan an interview about {joinAll(current.competencyNames)}
          </LinkButton>
        </div>
      ) : null}
      <LockedWords decision={current} />
      <ChangedAfter view={view} />
      {current.version === 0 ? null : <SignerList signers={current.signers} />}
      {mayFinish && view.maySign ? <SignForms view={view} /> : null}
      {mayFinish && mayLead ? <LockForm current={current} /> : null}
      {mayLead && current.locked && closed === null ? <ReopenForm current={current} /> : null}
      <div>
        <LinkButton to={paths.print('debrief', view.panelId, { candidates: view.applicationId })}>
          <FileDown aria-hidden /> {current.locked ? 'Debrief PDF' : 'Debrief PDF, draft'}
        </LinkButton>
      </div>
      {earlier.map((decision) => (
        <Disclosure
          key={decision.number}
          title={`Decision ${decision.number}: ${decision.outcome === null ? 'none' : outcomeWords[decision.outcome]}, reopened`}
        >
          <div className="grid gap-3">
            <DecisionWords decision={decision} />
            <SignerList signers={decision.signers} />
            <LockedWords decision={decision} />
          </div>
        </Disclosure>
      ))}
    </div>
  )
}

/** For whoever does not write it. */
function ToRead({ view, isOpen }: { view: DecisionPanelView; isOpen: boolean }) {
  const { current, missedBars } = view
  return (
    <>
      <DecisionWords decision={current} />
      {isOpen && current.outcome === null ? (
        <p className="text-dense text-ink-2">Whoever leads writes the decision here; then it is signed.</p>
      ) : null}
      {isOpen && current.outcome === 'hire' && missedBars.length > 0 ? (
        <Note title={`Under the bar: ${missedBars.join(', ')}`}>
          By the ratings that everybody gave alone. A bar rejects nobody by itself.
        </Note>
      ) : null}
    </>
  )
}

function ChangedAfter({ view: { changedAfter } }: { view: DecisionPanelView }) {
  if (changedAfter.length === 0) return null
  return (
    <Note title="Changed after the decision">
      <ul>
        {changedAfter.map(({ interviewerName, scorecardId, what, when }) => (
          <li key={`${scorecardId} ${when.iso}`}>
            {interviewerName} {what === 'amended' ? 'amended their scorecard' : 'handed in a scorecard'},{' '}
            <Moment when={when} />
          </li>
        ))}
      </ul>
    </Note>
  )
}
