import { linesOfForm, type CompetencyForm } from '#app/domains/question-bank/competencies/competency-form.ts'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** The fields of a competency, as typed so far. */
export function CompetencyFields({ form, errors }: { form: CompetencyForm; errors: FieldErrors }) {
  return (
    <div className="grid max-w-150 gap-5">
      <TextField
        name="name"
        label="Name"
        description="Two or three words, as they stand at the head of a column: at most 40 letters."
        defaultValue={form.name}
        maxLength={40}
        required
        errors={errors}
      />
      <TextAreaField
        name="definition"
        label="Definition"
        description="What somebody can do who has it, in one or two sentences. Interviewers read it beside the rating."
        defaultValue={form.definition}
        rows={2}
        maxLength={300}
        required
        errors={errors}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-dense font-semibold">What it looks like</legend>
        <p className="text-dense text-ink-2">
          Two to five things that one can see or hear somebody do, one on each line.
        </p>
        {Array.from({ length: linesOfForm }, (_, i) => (
          <TextField
            key={i}
            name={`looksLike.${i}`}
            label={`Line ${i + 1}${i < 2 ? '' : ', if there is one'}`}
            hasHiddenLabel
            placeholder={i < 2 ? undefined : 'One more, if there is one'}
            defaultValue={form.looksLike[i] ?? ''}
            maxLength={160}
            errors={errors}
          />
        ))}
      </fieldset>
    </div>
  )
}
