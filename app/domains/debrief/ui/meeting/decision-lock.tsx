import { Lock } from 'lucide-react'
import type { DecisionPanelView, ShownDecision } from '#app/domains/debrief/meeting/decision-panel-view.ts'
import { joinAll } from '#app/domains/debrief/meeting/signers.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { FormRefusal, MeetingForm, useMeeting } from './meeting-form.tsx'

/** Ends the debrief; says first whose name is missing. */
export function LockForm({ current }: { current: ShownDecision }) {
  const { unsigned, number, version } = current
  return (
    <MeetingForm
      form="lock"
      fields={{ intent: 'lock-decision', number, version }}
      className="grid max-w-measure gap-2 border-t border-line pt-4"
    >
      {({ refusal, isBusy }) => (
        <>
          <FormRefusal refusal={refusal} />
          <p className="text-dense">
            {unsigned.length === 0
              ? 'Everybody with an account has signed this wording.'
              : `Not signed yet: ${joinAll(unsigned)}. If you lock now, the record says that it was locked without them.`}{' '}
            After the lock nothing of this debrief changes. It can be reopened with a reason.
          </p>
          <div>
            <Button
              type="submit"
              variant={unsigned.length === 0 ? 'primary' : undefined}
              aria-disabled={isBusy || undefined}
            >
              <Lock aria-hidden /> {unsigned.length === 0 ? 'Lock the decision' : 'Lock without them'}
            </Button>
          </div>
        </>
      )}
    </MeetingForm>
  )
}

/** Opens a locked debrief again. */
export function ReopenForm({ current }: { current: DecisionPanelView['current'] }) {
  const { answered } = useMeeting()
  const refused = answered && !answered.ok && answered.form === 'reopen' ? answered : null
  const { number, version } = current
  return (
    <div className="print:hidden">
      <Disclosure title="Reopen the debrief" isOpen={refused !== null}>
        <MeetingForm
          form="reopen"
          fields={{ intent: 'reopen-decision', number, version }}
          noValidate
          className="grid max-w-measure gap-2"
        >
          {({ refusal, isBusy }) => (
            <>
              <FormRefusal refusal={refusal} />
              <TextAreaField
                name="reopenReason"
                label="What has come up since"
                description="Stays in the record. The decision above and its signatures stay readable; the next one starts from its words."
                idPrefix="reopen"
                errors={refusal?.errors}
                defaultValue={refused?.values['reopenReason']}
                maxLength={2000}
                rows={2}
              />
              <div>
                <Button type="submit" aria-disabled={isBusy || undefined}>
                  Reopen
                </Button>
              </div>
            </>
          )}
        </MeetingForm>
      </Disclosure>
    </div>
  )
}

/** How a decision was locked, and why it was reopened. */
export function LockedWords({ decision }: { decision: ShownDecision }) {
  const { locked, unsigned, reopened } = decision
  return (
    <div className="grid max-w-measure gap-1 text-dense empty:hidden">
      {locked ? (
        <p className="flex gap-1.5">
          <Lock aria-hidden className="mt-px" />
          <span>
            Locked <Moment when={locked.when} />, by {locked.name}
            {unsigned.length > 0 ? `, without the signature of ${joinAll(unsigned)}` : ''}.
          </span>
        </p>
      ) : null}
      {reopened ? (
        <p className="wrap-anywhere">
          Reopened <Moment when={reopened.when} />, by {reopened.name}:{' '}
          {reopened.reason || 'the reason was erased'}
        </p>
      ) : null}
    </div>
  )
}
