import { useEffect, useRef, useState } from 'react'
import type { ComparisonView } from '#app/domains/debrief/comparison-view.ts'
import { mostReason } from '#app/domains/debrief/meeting/final-ratings.ts'
import type { MeetingEntry } from '#app/domains/debrief/meeting/meeting-view.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { FormRefusal, MeetingForm, useMeeting } from './meeting-form.tsx'

type FinalFormProps = {
  entry: MeetingEntry
  initial: number
  levels: ComparisonView['scale']['levels']
  /** Where the page stays while somebody writes. */
  topicKey: string
}

/** Gives a final rating beside one's own initial one, with the reason; takes it back. */
export function FinalForm({ entry, initial, levels, topicKey }: FinalFormProps) {
  const { pin, answered } = useMeeting()
  const { scorecardId, questionId, finalVersion, finalLevel, reason } = entry
  const form = `rate ${scorecardId} ${questionId}`
  const fields = { intent: 'rate', scorecardId, questionId, base: finalVersion }
  const [saved, setSaved] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What had the focus was folded up: whoever works by keyboard goes on from there.
    if (saved > 0 && document.activeElement === document.body) {
      place.current?.querySelector('summary')?.focus({ preventScroll: true })
    }
  }, [saved])
  const onDone = () => {
    pin(null)
    setSaved((count) => count + 1)
  }
  const isRefused = answered !== undefined && !answered.ok && answered.form === form
  return (
    <div ref={place} className="mt-1 print:hidden">
      <Disclosure
        // Folds up again once it is saved.
        key={saved}
        title={finalLevel === null ? 'Change my rating' : 'Change my final rating'}
        isOpen={isRefused}
      >
        <MeetingForm
          form={form}
          fields={fields}
          onDone={onDone}
          onInput={() => pin(topicKey)}
          className="grid gap-3"
        >
          {({ refusal, isBusy }) => (
            <>
              <FormRefusal refusal={refusal} />
              <RadioGroupField
                name="level"
                label="Final rating"
                description={`On your card it stays ${initial}.`}
                layout="row"
                idPrefix={form}
                errors={refusal?.errors}
                defaultValue={refusal?.values['level'] ?? (finalLevel === null ? null : String(finalLevel))}
                choices={levels.map(({ value, label }) => ({
                  value: String(value),
                  label: `${value} ${label}`,
                }))}
                isRequired
              />
              <TextAreaField
                name="reason"
                label="What changed your mind"
                description="A sentence; everybody in the debrief reads it, and it stands in the packet."
                rows={2}
                maxLength={mostReason}
                idPrefix={form}
                errors={refusal?.errors}
                defaultValue={refusal?.values['reason'] ?? reason ?? ''}
              />
              <div>
                <Button type="submit" variant="primary" size="small" aria-disabled={isBusy || undefined}>
                  Save the final rating
                </Button>
              </div>
            </>
          )}
        </MeetingForm>
        {finalLevel === null ? null : (
          <MeetingForm
            form={`${form} back`}
            fields={{ ...fields, level: '' }}
            onDone={onDone}
            className="mt-2"
          >
            {({ refusal }) => (
              <>
                <FormRefusal refusal={refusal} />
                <Button type="submit" size="small" variant="quiet">
                  Take it back: {initial} counts again
                </Button>
              </>
            )}
          </MeetingForm>
        )}
      </Disclosure>
    </div>
  )
}
