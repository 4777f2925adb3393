import type { DecisionPanelView, ShownSigner } from '#app/domains/debrief/meeting/decision-panel-view.ts'
import { standingWords } from '#app/domains/debrief/meeting/signers.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { FormRefusal, MeetingForm, useMeeting } from './meeting-form.tsx'
import { useFocusKept } from './use-focus-kept.ts'

/** Whose name stands under a decision, and how. */
export function SignerList({ signers }: { signers: readonly ShownSigner[] }) {
  return (
    <ul className="grid max-w-measure border-t border-line" aria-label="Signatures">
      {signers.map((signer) => (
        <li key={signer.userId} className="border-b border-line py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p>
              <span className="font-semibold wrap-anywhere">{signer.name}</span>{' '}
              <span className="text-dense text-ink-2">{signer.part}</span>
            </p>
            <p className={`text-dense ${toneOf(signer)}`}>
              {standingWords(signer)}
              {signer.when ? (
                <>
                  , <Moment when={signer.when} />
                </>
              ) : null}
            </p>
          </div>
          {signer.standing.state !== 'unsigned' && signer.standing.signature.stance === 'dissent' ? (
            <p className="text-dense wrap-anywhere whitespace-pre-line">
              <span className="font-semibold">Dissent:</span>{' '}
              {signer.standing.signature.dissent ?? 'the reason was erased'}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function toneOf({ standing }: ShownSigner): string {
  if (standing.state === 'earlier-wording') return 'font-semibold text-amber'
  return standing.state === 'signed' ? 'font-semibold' : 'text-ink-2'
}

/** Puts one's own name under the wording above, or dissents from it. */
export function SignForms({ view }: { view: DecisionPanelView }) {
  const { personId, current } = view
  const { answered } = useMeeting()
  const standing = current.signers.find((signer) => signer.userId === personId)?.standing
  const signed = standing?.state === 'signed' ? standing.signature : null
  const seen = { number: current.number, version: current.version }
  const refused = answered && !answered.ok && answered.form === 'dissent' ? answered : null
  return (
    <div {...useFocusKept()} className="grid max-w-measure gap-2">
      {standing?.state === 'earlier-wording' ? (
        <p className="text-dense">
          The wording changed after you signed. Read it again and renew your signature.
        </p>
      ) : null}
      <div className="flex flex-wrap items-start gap-2">
        {signed?.stance === 'agree' ? null : (
          <MeetingForm form="agree" fields={{ intent: 'sign-decision', stance: 'agree', ...seen }}>
            {({ refusal, isBusy }) => (
              <>
                <FormRefusal refusal={refusal} />
                <Button
                  type="submit"
                  variant={signed ? undefined : 'primary'}
                  aria-disabled={isBusy || undefined}
                >
                  {signed ? 'I agree after all' : 'Sign'}
                </Button>
              </>
            )}
          </MeetingForm>
        )}
        {signed ? (
          <MeetingForm form="unsign" fields={{ intent: 'unsign-decision', ...seen }}>
            {({ refusal, isBusy }) => (
              <>
                <FormRefusal refusal={refusal} />
                <Button type="submit" aria-disabled={isBusy || undefined}>
                  Take my signature back
                </Button>
              </>
            )}
          </MeetingForm>
        ) : null}
      </div>
      <Disclosure
        title={signed?.stance === 'dissent' ? 'Change my dissent' : 'Sign with dissent'}
        isOpen={refused !== null}
      >
        <MeetingForm
          form="dissent"
          fields={{ intent: 'sign-decision', stance: 'dissent', ...seen }}
          noValidate
          className="grid gap-2"
        >
          {({ refusal, isBusy }) => (
            <>
              <FormRefusal refusal={refusal} />
              <TextAreaField
                name="dissent"
                label="What I hold against it"
                description="Stays beside the decision, under your name. It stops nothing."
                idPrefix="dissent"
                errors={refusal?.errors}
                defaultValue={refused?.values['dissent'] ?? ownDissent(standing)}
                maxLength={5000}
                rows={3}
              />
              <div>
                <Button type="submit" aria-disabled={isBusy || undefined}>
                  Sign with dissent
                </Button>
              </div>
            </>
          )}
        </MeetingForm>
      </Disclosure>
    </div>
  )
}

function ownDissent(standing: ShownSigner['standing'] | undefined): string {
  return standing && standing.state !== 'unsigned' ? (standing.signature.dissent ?? '') : ''
}
