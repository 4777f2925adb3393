import { isAddedId } from '#app/domains/scorecards/added-question.ts'
import { fieldName, parseField } from '#app/domains/scorecards/field.ts'
import type { AddedView, ScorecardView } from '#app/domains/scorecards/scorecard-view.ts'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { NoteFields, RatingField, type FormContext } from './question-fields.tsx'

type AddedFieldsProps = FormContext & {
  view: ScorecardView
  /** The id that one more unplanned question would get; null where none can be added. */
  newAddedId: string | null
  values: Readonly<Record<string, string>> | undefined
}

/** What was asked beside the plan, and room for one more. */
export function AddedFields({ view, newAddedId, values, ...form }: AddedFieldsProps) {
  const newId = newAddedId === null ? null : (typedAddedId(view, values) ?? newAddedId)
  if (newId === null && view.added.length === 0) return null
  const anchors = view.levels.map(({ value, label, meaning }) => ({ level: value, label, text: meaning }))
  const questions = newId === null ? view.added : [...view.added, emptyAdded(newId)]
  return (
    <Section title="Asked beside the plan" aside="kept and shown, counted in no score">
      {questions.map((question) => (
        <div key={question.questionId} className="mb-6 grid gap-3">
          {question.questionId === newId ? (
            <div className="max-w-measure">
              {form.base(fieldName('added', newId))}
              <TextAreaField
                name={fieldName('added', newId)}
                label="Another question that you asked, in your words"
                description="Leave it empty when you kept to the plan. Its rating is kept and shown, but other candidates were not asked it, so no score counts it."
                rows={2}
                maxLength={2000}
                defaultValue={form.text(fieldName('added', newId), '')}
                errors={form.errors}
              />
            </div>
          ) : (
            <p className="max-w-measure font-semibold">{question.prompt || question.title}</p>
          )}
          <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
            <RatingField {...form} entry={question} anchors={anchors} />
            <NoteFields {...form} entry={question} />
          </div>
        </div>
      ))}
    </Section>
  )
}

/** The id under which a question was typed that could not be saved, so that what was typed stands there again. */
function typedAddedId(view: ScorecardView, values: AddedFieldsProps['values']): string | undefined {
  return Object.keys(values ?? {})
    .map((name) => parseField(name))
    .flatMap((field) => (field && 'questionId' in field ? [field.questionId] : []))
    .find((id) => isAddedId(id) && !view.added.some((question) => question.questionId === id))
}

function emptyAdded(questionId: string): AddedView {
  return {
    questionId,
    title: '',
    prompt: '',
    bankQuestionId: null,
    rating: null,
    ratingWords: '',
    evidence: '',
    answer: '',
    privateNote: '',
    minutesTaken: null,
  }
}
