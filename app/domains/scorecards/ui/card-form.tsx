import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { fieldName, maxFieldText, type QuestionFieldKind } from '#app/domains/scorecards/field.ts'
import { ratingToForm } from '#app/domains/scorecards/posted-card.ts'
import type { QuestionView, ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { CheckboxGroupField, RadioGroupField } from '#app/ui/choice-group-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

type CardFormProps = {
  view: ScorecardView
  /** The versions that the form is based on, by field. */
  versions: Readonly<Record<string, number>>
  errors?: FieldErrors
  /** Private notes are in the form; only for the writer. */
  hasPrivateNotes: boolean
  /** What was posted and could not be saved, instead of what is stored. */
  values?: Readonly<Record<string, string>> | undefined
  children: ReactNode
}

/** The whole card as one form that works without scripts; the versions it was read at go along. */
export function CardForm({ view, versions, errors, hasPrivateNotes, values, children }: CardFormProps) {
  const base = (field: string) => <input type="hidden" name={`base.${field}`} value={versions[field] ?? 0} />
  const text = (field: string, stored: string) => values?.[field] ?? stored
  return (
    <Form method="post">
      {view.questions.map((question) => (
        <QuestionFields key={question.questionId} {...{ question, errors, base, text, hasPrivateNotes }} />
      ))}
      <Section title="Summary">
        <div className="grid max-w-measure gap-4">
          {base('summary:for')}
          <TextAreaField
            name="summary:for"
            label="What speaks for this person"
            defaultValue={text('summary:for', view.summaryFor)}
            maxLength={maxFieldText}
            errors={errors}
          />
          {base('summary:against')}
          <TextAreaField
            name="summary:against"
            label="What speaks against"
            defaultValue={text('summary:against', view.summaryAgainst)}
            maxLength={maxFieldText}
            errors={errors}
          />
          {base('recommendation')}
          <RadioGroupField
            name="recommendation"
            label="Recommendation"
            layout="row"
            defaultValue={text('recommendation', view.recommendation ?? '')}
            choices={recommendations.map((value) => ({ value, label: recommendationWords[value] }))}
            errors={errors}
          />
          {base('recommendation:reason')}
          <TextAreaField
            name="recommendation:reason"
            label="Reason"
            description="Required for “No decision”."
            rows={2}
            defaultValue={text('recommendation:reason', view.recommendationReason)}
            maxLength={maxFieldText}
            errors={errors}
          />
        </div>
      </Section>
      <div className="mt-6 flex flex-wrap items-center gap-2 border-t border-line pt-4">{children}</div>
    </Form>
  )
}

type QuestionFieldsProps = {
  question: QuestionView
  errors: FieldErrors
  hasPrivateNotes: boolean
  base: (field: string) => ReactNode
  text: (field: string, stored: string) => string
}

function QuestionFields({ question, errors, base, text, hasPrivateNotes }: QuestionFieldsProps) {
  const name = (kind: QuestionFieldKind) => fieldName(kind, question.questionId)
  const notes = [
    {
      kind: 'evidence' as const,
      label: 'Evidence: what was said or done',
      stored: question.evidence,
      rows: 4,
    },
    { kind: 'answer' as const, label: 'Candidate’s own words', stored: question.answer, rows: 2 },
    ...(hasPrivateNotes
      ? [
          {
            kind: 'private' as const,
            label: 'Private note, only yours',
            stored: question.privateNote ?? '',
            rows: 2,
          },
        ]
      : []),
  ]
  return (
    <Section title={`${question.number}. ${question.title}`} aside={question.competencyName}>
      <p className="mb-3 max-w-measure font-semibold">{question.prompt}</p>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          {base(name('rating'))}
          <RadioGroupField
            name={name('rating')}
            label="Rating"
            defaultValue={text(name('rating'), ratingToForm(question.rating))}
            choices={[
              ...question.anchors.map((anchor) => ({
                value: String(anchor.level),
                label: <b>{`${anchor.level} ${anchor.label}`}</b>,
                description: anchor.text,
              })),
              { value: 'not-asked', label: 'Not asked' },
              { value: 'no-evidence', label: 'No evidence' },
            ]}
            errors={errors}
          />
          {base(name('signals'))}
          <CheckboxGroupField
            name={name('signals')}
            label="Heard or seen"
            defaultValues={question.signals}
            choices={[
              ...question.strongSignals.map((value) => ({ value, label: `Strong: ${value}` })),
              ...question.weakSignals.map((value) => ({ value, label: `Weak: ${value}` })),
            ]}
            errors={errors}
          />
        </div>
        <div className="grid content-start gap-4">
          {notes.map(({ kind, label, stored, rows }) => (
            <div key={kind}>
              {base(name(kind))}
              <TextAreaField
                name={name(kind)}
                label={label}
                rows={rows}
                maxLength={maxFieldText}
                defaultValue={text(name(kind), stored)}
                errors={errors}
              />
            </div>
          ))}
        </div>
      </div>
    </Section>
  )
}
