import type { ReactNode } from 'react'
import { fieldName, maxFieldText, type QuestionFieldKind } from '#app/domains/scorecards/field.ts'
import { ratingToForm } from '#app/domains/scorecards/posted-card.ts'
import type { AnchorView, QuestionView } from '#app/domains/scorecards/scorecard-view.ts'
import { CheckboxGroupField, RadioGroupField } from '#app/ui/choice-group-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

/** What every field of a card's form needs: its errors, the hidden version it was read at, and what was typed. */
export type FormContext = {
  errors: FieldErrors
  hasPrivateNotes: boolean
  base: (field: string) => ReactNode
  text: (field: string, stored: string) => string
}

type QuestionFieldsProps = FormContext & {
  question: QuestionView
  /** The rating is typed elsewhere on the page. */
  isRatedElsewhere: boolean
}

/** The fields of a planned question. */
export function QuestionFields({ question, isRatedElsewhere, ...form }: QuestionFieldsProps) {
  const { base, errors } = form
  const signals = fieldName('signals', question.questionId)
  const probes = fieldName('probes', question.questionId)
  return (
    <Section title={`${question.number}. ${question.title}`} aside={question.competencyName}>
      <p className="mb-3 max-w-measure font-semibold">{question.prompt}</p>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          {isRatedElsewhere ? null : <RatingField {...form} entry={question} anchors={question.anchors} />}
          {base(signals)}
          <CheckboxGroupField
            name={signals}
            label="Heard or seen"
            defaultValues={question.signals}
            choices={[
              ...question.strongSignals.map((value) => ({ value, label: `Strong: ${value}` })),
              ...question.weakSignals.map((value) => ({ value, label: `Weak: ${value}` })),
            ]}
            errors={errors}
          />
          {base(probes)}
          <CheckboxGroupField
            name={probes}
            label="Probes you asked"
            defaultValues={question.probesAsked}
            choices={question.probes.map((value) => ({ value, label: value }))}
            errors={errors}
          />
        </div>
        <NoteFields {...form} entry={question} />
      </div>
    </Section>
  )
}

type Entry = Pick<QuestionView, 'questionId' | 'rating' | 'evidence' | 'answer' | 'privateNote'>

/** The levels with their anchors, and the reasons for no rating. */
export function RatingField({
  entry,
  anchors,
  errors,
  base,
  text,
}: FormContext & { entry: Entry; anchors: readonly AnchorView[] }) {
  const name = fieldName('rating', entry.questionId)
  return (
    <>
      {base(name)}
      <RadioGroupField
        name={name}
        label="Rating"
        defaultValue={text(name, ratingToForm(entry.rating))}
        choices={[
          ...anchors.map((anchor) => ({
            value: String(anchor.level),
            label: <b>{`${anchor.level} ${anchor.label}`}</b>,
            description: anchor.text,
          })),
          { value: 'not-asked', label: 'Not asked' },
          { value: 'no-evidence', label: 'No evidence' },
        ]}
        errors={errors}
      />
    </>
  )
}

/** Evidence, the candidate's own words, and for the writer the private note. */
export function NoteFields({ entry, errors, base, text, hasPrivateNotes }: FormContext & { entry: Entry }) {
  const notes: { kind: QuestionFieldKind; label: string; stored: string; rows: number }[] = [
    { kind: 'evidence', label: 'Evidence: what was said or done', stored: entry.evidence, rows: 4 },
    { kind: 'answer', label: 'Candidate’s own words', stored: entry.answer, rows: 2 },
  ]
  if (hasPrivateNotes) {
    const stored = entry.privateNote ?? ''
    notes.push({ kind: 'private', label: 'Private note, only yours', stored, rows: 2 })
  }
  return (
    <div className="grid content-start gap-4">
      {notes.map(({ kind, label, stored, rows }) => {
        const name = fieldName(kind, entry.questionId)
        return (
          <div key={kind}>
            {base(name)}
            <TextAreaField
              name={name}
              label={label}
              rows={rows}
              maxLength={maxFieldText}
              defaultValue={text(name, stored)}
              errors={errors}
            />
          </div>
        )
      })}
    </div>
  )
}
