import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { maxFieldText } from '#app/domains/scorecards/field.ts'
import type { ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { recommendations, recommendationWords } from '#app/domains/scorecards/scorecard.ts'
import { RadioGroupField } from '#app/ui/choice-group-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { AddedFields } from './added-fields.tsx'
import { KeyedRatings } from './keyed-ratings.tsx'
import { QuestionFields } from './question-fields.tsx'

type CardFormProps = {
  view: ScorecardView
  /** The versions that the form is based on, by field. */
  versions: Readonly<Record<string, number>>
  errors?: FieldErrors
  /** Private notes are in the form; only for the writer. */
  hasPrivateNotes: boolean
  /** What was posted and could not be saved, instead of what is stored. */
  values?: Readonly<Record<string, string>> | undefined
  /** The id that one more unplanned question would get; null where none can be added. */
  newAddedId: string | null
  /** Ratings and recommendation are typed by keys at the top, with this button after them, and not chosen below. */
  keyed?: ReactNode
  children: ReactNode
}

/** The whole card as one form that works without scripts; the versions it was read at go along. */
export function CardForm(props: CardFormProps) {
  const { view, versions, errors, hasPrivateNotes, values, newAddedId, keyed, children } = props
  const base = (field: string) => <input type="hidden" name={`base.${field}`} value={versions[field] ?? 0} />
  const text = (field: string, stored: string) => values?.[field] ?? stored
  const form = { errors, base, text, hasPrivateNotes }
  return (
    <Form method="post">
      {keyed ? <KeyedRatings {...{ view, errors, base, text }}>{keyed}</KeyedRatings> : null}
      {view.questions.map((question) => (
        <QuestionFields
          key={question.questionId}
          question={question}
          isRatedElsewhere={keyed !== undefined}
          {...form}
        />
      ))}
      <AddedFields {...form} {...{ view, newAddedId, values }} />
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
          {keyed ? null : (
            <>
              {base('recommendation')}
              <RadioGroupField
                name="recommendation"
                label="Recommendation"
                layout="row"
                defaultValue={text('recommendation', view.recommendation ?? '')}
                choices={recommendations.map((value) => ({ value, label: recommendationWords[value] }))}
                errors={errors}
              />
            </>
          )}
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
