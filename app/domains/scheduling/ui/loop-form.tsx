import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField } from '#app/ui/date-time-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { FormActions } from '#app/ui/form-actions.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { FormChoice } from '../loop-forms.ts'
import type { LoopFormInterview } from '../loop-form.ts'

type LoopFormProps = {
  candidateId: string
  date: string
  interviews: readonly LoopFormInterview[]
  people: readonly { id: string; name: string }[]
  zone: string
  formKey: string
  values: Readonly<Record<string, string | undefined>>
  /** Null where the panel has one form. */
  form: FormChoice | null
  errors: FieldErrors
  warnings: readonly string[]
}

const slotLabels = ['Interviewer', 'Second interviewer', 'Third interviewer']

/** Date, then a time and people for each interview of the loop. */
export function LoopForm(props: LoopFormProps) {
  const { candidateId, date, interviews, people, zone, formKey, values, form, errors, warnings } = props
  const options = people.map((person) => ({ value: person.id, label: person.name }))
  return (
    // Another zone means other moments for the same times, so the fields start afresh with it.
    <Form key={zone} method="post" className="mt-5 grid max-w-220 gap-5">
      <ErrorSummary errors={errors} title="Nothing was planned yet" />
      {warnings.length > 0 ? (
        <Note title="Look at this before you go on" className="w-full">
          <ul className="mt-1 grid list-disc gap-1 pl-4" role="alert">
            {warnings.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="zone" value={zone} />
      <DateTimeField
        kind="date"
        name="date"
        label="Day"
        description={`Times are in ${zone}. A session can be moved to another day afterwards.`}
        defaultValue={values.date ?? date}
        errors={errors}
      />
      {form ? (
        <SelectField
          name="form"
          label="Form of the panel"
          description={`${form.why} Both forms have the same interviews, with other questions.`}
          defaultValue={values.form ?? form.value}
          options={form.options}
          errors={errors}
        />
      ) : null}
      {interviews.map((interview) => (
        <fieldset key={interview.id} className="border-t border-rule pt-3">
          <legend className="sr-only">{`${interview.letter} ${interview.focus}`}</legend>
          <p aria-hidden className="mb-2 font-semibold">
            {interview.letter} {interview.focus}{' '}
            <span className="font-normal text-ink-2">{interview.minutes} min</span>
          </p>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
            <DateTimeField
              kind="time"
              name={`time.${interview.id}`}
              label="Start"
              description="Empty: to be agreed"
              defaultValue={values[`time.${interview.id}`] ?? interview.time}
              errors={errors}
            />
            {interview.slots.map((personId, slot) => (
              <SelectField
                key={slot}
                name={`who.${interview.id}.${slot}`}
                label={slotLabels[slot] ?? `Interviewer ${slot + 1}`}
                placeholder="Nobody"
                defaultValue={values[`who.${interview.id}.${slot}`] ?? personId}
                options={options}
                errors={errors}
              />
            ))}
            <SelectField
              name={`shadow.${interview.id}`}
              label="Shadow"
              description="Sits in to learn; not counted"
              placeholder="Nobody"
              defaultValue={values[`shadow.${interview.id}`] ?? ''}
              options={options}
              errors={errors}
            />
          </div>
        </fieldset>
      ))}
      <FormActions>
        {warnings.length > 0 ? (
          <Button type="submit" variant="primary" name="anyway" value="1">
            Plan it all the same
          </Button>
        ) : null}
        <Button type="submit" variant={warnings.length > 0 ? undefined : 'primary'}>
          {warnings.length > 0
            ? 'Check again'
            : interviews.length === 1
              ? 'Plan the interview'
              : `Plan ${interviews.length} interviews`}
        </Button>
        <LinkButton to={paths.candidate(candidateId)}>Cancel</LinkButton>
      </FormActions>
    </Form>
  )
}
