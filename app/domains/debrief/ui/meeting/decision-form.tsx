import { useEffect, useRef, useState, type RefObject } from 'react'
import type { MeetingRefusal } from '#app/domains/debrief/meeting/meeting-answer.ts'
import { decideKey } from '#app/domains/debrief/meeting/meeting-view.ts'
import {
  decisionOutcomes,
  isSameWording,
  outcomeWords,
  type Wording,
} from '#app/domains/debrief/meeting/decision.ts'
import type { DecisionPanelView, ShownDecision } from '#app/domains/debrief/meeting/decision-panel-view.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroupField, RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { DecisionWords } from './decision-words.tsx'
import { FormRefusal, MeetingForm, useMeeting } from './meeting-form.tsx'

const form = 'write-decision'

type DecisionFormProps = {
  view: DecisionPanelView
  onUnsaved: (isUnsaved: boolean) => void
}

/**
 * Where whoever leads writes what is decided. What somebody else saves meanwhile comes in while nothing is typed here;
 * afterwards it stands beside what was typed, and is overwritten only by somebody who has seen it.
 */
export function DecisionForm({ view, onUnsaved }: DecisionFormProps) {
  const { current, competencies, missedBars } = view
  const { pin, answered } = useMeeting()
  const before = answered && !answered.ok && answered.form === form ? answered : null
  const fields = useRef<HTMLDivElement>(null)
  const written = useWording(current, { before, fields })
  const { typed, filled, base, isDirty, isOvertaken } = written
  const sent = useRef(typed)
  useEffect(() => onUnsaved(isDirty), [isDirty, onUnsaved])
  return (
    <MeetingForm
      form={form}
      fields={{ intent: form, number: base.number, version: base.version }}
      noValidate
      onSubmitCapture={() => (sent.current = typed)}
      onDone={() => {
        written.settle(sent.current)
        pin(null)
      }}
      className="grid gap-4"
    >
      {({ refusal, isBusy }) => (
        <>
          {isOvertaken ? (
            <Note
              title={`${current.writtenBy ?? 'Somebody'} changed the decision while you wrote:`}
              className="w-full"
              action={
                <span className="flex flex-wrap gap-2">
                  <Button type="button" size="small" onClick={() => written.take(typed)}>
                    Keep mine
                  </Button>
                  <Button type="button" size="small" onClick={() => written.take(current)}>
                    Take theirs
                  </Button>
                </span>
              }
            >
              <DecisionWords decision={current} />
            </Note>
          ) : (
            <FormRefusal refusal={refusal} />
          )}
          {before?.isConflict && !isOvertaken && !isSameWording(current, typed) ? (
            <Note title={`${current.writtenBy ?? 'Somebody'} wrote:`}>
              <DecisionWords decision={current} />
            </Note>
          ) : null}
          <div
            key={filled.key}
            ref={fields}
            className="group/decision grid gap-4"
            onChange={() => {
              const isNew = written.read()
              pin(isNew ? decideKey : null)
            }}
          >
            <RadioGroupField
              name="outcome"
              label="Outcome"
              layout="row"
              idPrefix={form}
              errors={refusal?.errors}
              defaultValue={filled.wording.outcome}
              choices={decisionOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
            />
            <CheckboxGroupField
              name="competencies"
              label="What the other interview should look into"
              description="At least one."
              layout="grid"
              idPrefix={form}
              errors={refusal?.errors}
              defaultValues={filled.wording.competencyIds}
              choices={competencies.map(({ id, name }) => ({ value: id, label: name }))}
              className="hidden group-has-[input[value=another-interview]:checked]/decision:grid"
            />
            {missedBars.length > 0 ? (
              <Note
                title={`Under the bar: ${missedBars.join(', ')}`}
                className="hidden group-has-[input[value=hire]:checked]/decision:flex"
              >
                By the ratings that everybody gave alone. A bar rejects nobody by itself; let the reason speak
                of it.
              </Note>
            ) : null}
            <TextAreaField
              name="reason"
              label="Reason"
              description="For somebody who was not there: what counted, and what was weighed against it."
              idPrefix={form}
              errors={refusal?.errors}
              defaultValue={filled.wording.reason}
              maxLength={10_000}
              className="max-w-measure"
            />
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              variant={isDirty ? 'primary' : undefined}
              aria-disabled={isBusy || isOvertaken || undefined}
            >
              Save the decision
            </Button>
            <span role="status" className="text-dense text-ink-2 empty:hidden">
              {isDirty ? 'Not saved yet. Once it is, it can be signed and locked.' : ''}
            </span>
          </div>
        </>
      )}
    </MeetingForm>
  )
}

type Base = { number: number; version: number; wording: Wording }

/** What is typed, and the wording that it was typed on top of. */
function useWording(
  current: ShownDecision,
  given: { before: MeetingRefusal | null; fields: RefObject<HTMLDivElement | null> },
) {
  const now: Base = { number: current.number, version: current.version, wording: current }
  const [typed, setTyped] = useState<Wording>(given.before ? readRefused(given.before) : current)
  const [base, setBase] = useState<Base>(now)
  const [filled, setFilled] = useState({ key: 0, wording: typed })
  const isDirty = !isSameWording(typed, base.wording)
  const isNewer = current.number !== base.number || current.version !== base.version
  const isOvertaken = isNewer && isDirty && !isSameWording(current, typed)
  const take = (wording: Wording) => {
    setTyped(wording)
    setBase(now)
    setFilled(({ key }) => ({ key: key + 1, wording }))
  }
  if (isNewer && !isOvertaken) {
    setBase(now)
    // What stands in the fields already is not put there again, so that nobody loses their place in it.
    if (!isSameWording(current, typed)) {
      setTyped(current)
      setFilled(({ key }) => ({ key: key + 1, wording: current }))
    }
  }
  return {
    typed,
    base,
    filled,
    isDirty,
    isOvertaken,
    take,
    /** After a save: what was sent is what the server has. */
    settle: (wording: Wording) => setBase((known) => ({ ...known, wording })),
    /** Reads the fields. @returns whether they hold something that the server has not */
    read: () => {
      const wording = readFields(given.fields.current)
      setTyped(wording)
      return !isSameWording(wording, base.wording)
    },
  }
}

function readFields(fields: HTMLDivElement | null): Wording {
  const ticked = [...(fields?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])]
  return {
    outcome: decisionOutcomes.find((outcome) => ticked.some((input) => input.value === outcome)) ?? null,
    competencyIds: ticked.filter((input) => input.name === 'competencies').map((input) => input.value),
    reason: fields?.querySelector('textarea')?.value ?? '',
  }
}

function readRefused({ values }: MeetingRefusal): Wording {
  return {
    outcome: decisionOutcomes.find((outcome) => outcome === values['outcome']) ?? null,
    competencyIds: values['competencies']?.split(',') ?? [],
    reason: values['reason'] ?? '',
  }
}
