import { Form } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { mostInterviews } from '#app/domains/question-bank/roles/role-edit.ts'
import { roleOutlook } from '#app/domains/question-bank/roles/role-outlook.ts'
import type { RoleForm } from '#app/domains/question-bank/roles/role-form.ts'
import type { FoundQuestions, RoleChoices } from '#app/domains/question-bank/roles/role-view.ts'
import { Button } from '#app/ui/button.tsx'
import { DefaultSubmit } from '#app/ui/default-submit.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { type FieldErrors, fieldId, messagesOf } from '#app/ui/field-errors.ts'
import { FieldMessages } from '#app/ui/field-frame.tsx'
import { FormActions } from '#app/ui/form-actions.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { RoleCompetencies } from './role-competencies.tsx'
import { RoleInterview } from './role-interview.tsx'
import { RoleOutlookPart } from './role-outlook-part.tsx'
import { useRoleForm } from './use-role-form.ts'

type RoleEditorProps = {
  form: RoleForm
  choices: RoleChoices
  found: FoundQuestions | null
  errors: FieldErrors
  /** Hidden fields, and what stands above the form. */
  children: ReactNode
  /** The words of the main button, and what stands beside it. */
  saveWords: string
  beside: ReactNode
}

/** A role being written: words, weights, recommended panel, and what a panel made from it would be like. */
export function RoleEditor(props: RoleEditorProps) {
  const { choices, errors, saveWords, beside, children } = props
  const element = useRef<HTMLFormElement>(null)
  const state = useRoleForm(element, { form: props.form, questions: choices.questions, found: props.found })
  const { given, live, questions, found } = state
  const outlook = roleOutlook(live, { ...choices, questions })
  const nameOf = (id: string) => choices.competencies.find((choice) => choice.id === id)?.name ?? id
  const weighed = new Set(live.competencies.map((row) => row.competency))
  const taken = new Set(live.interviews.flatMap((row) => row.questions))
  const listId = fieldId('interviews')
  return (
    <Form
      method="post"
      noValidate
      ref={element}
      onSubmit={state.onSubmit}
      onInput={state.onInput}
      className="mt-5"
    >
      <DefaultSubmit name="intent" value="enter" />
      <ErrorSummary errors={errors} />
      {children}
      <p role="status" className="sr-only">
        {state.words}
      </p>
      <div key={state.generation} className="gap-x-10 xl:grid xl:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <div className="grid max-w-150 gap-5">
            <TextField
              name="name"
              label="Name"
              description="The job as you advertise it."
              defaultValue={given.name}
              maxLength={60}
              errors={errors}
            />
            <TextAreaField
              name="summary"
              label="Summary"
              description="What the person decides and answers for, in one or two sentences."
              rows={2}
              maxLength={400}
              defaultValue={given.summary}
              errors={errors}
            />
          </div>
          <Section title="What the job needs" aside="weights add up to 100; a bar makes a must-have">
            <RoleCompetencies
              rows={given.competencies}
              live={live.competencies}
              sum={outlook.sum}
              choices={choices.competencies}
              errors={errors}
            />
          </Section>
          <Section title="Recommended panel" aside="what a new panel for this role starts from">
            <SelectField
              name="scale"
              label="Scale"
              defaultValue={given.scale}
              options={choices.scales.map(({ id, name, levels }) => ({
                value: id,
                label: `${name}, ${levels} levels`,
              }))}
              errors={errors}
              className="max-w-80"
            />
            <div id={listId} tabIndex={-1} className="mt-3 scroll-mt-4">
              <FieldMessages id={listId} messages={messagesOf(errors, 'interviews')} />
              {given.interviews.map((row, at) => (
                <RoleInterview
                  key={at}
                  {...{ row, at, nameOf, questions, errors }}
                  count={given.interviews.length}
                  minutes={outlook.interviews[at] ?? { usedMinutes: 0, slotMinutes: 0 }}
                  competencies={choices.competencies.filter(
                    (choice) => weighed.has(choice.id) || row.competencies.includes(choice.id),
                  )}
                  found={
                    found?.at === at
                      ? { ...found, rows: found.rows.filter((one) => !taken.has(one.id)) }
                      : null
                  }
                />
              ))}
            </div>
            {given.interviews.length < mostInterviews ? (
              <Button
                type="submit"
                name="intent"
                value="add-interview"
                id={fieldId('add-interview')}
                formAction={`#${fieldId('add-interview')}`}
                className="mt-3"
              >
                <Plus aria-hidden /> Add an interview
              </Button>
            ) : null}
          </Section>
        </div>
        <div className="mt-8 self-start xl:sticky xl:top-4 xl:mt-0">
          <RoleOutlookPart outlook={outlook} />
          <Button type="submit" name="intent" value="save" variant="primary" className="mt-4 hidden xl:flex">
            {saveWords}
          </Button>
        </div>
      </div>
      <FormActions>
        <Button type="submit" name="intent" value="save" variant="primary">
          {saveWords}
        </Button>
        {beside}
      </FormActions>
    </Form>
  )
}
