import { Disclosure } from '#app/ui/disclosure.tsx'
import { messagesOf, type FieldErrors } from '#app/ui/field-errors.ts'
import { RatingSegments } from '#app/ui/rating-mark.tsx'
import { Section } from '#app/ui/section.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { anchorName } from '#app/domains/question-bank/editor/question-form.ts'
import type { Scale } from '#rubrics/content.schema.ts'
import type { QuestionDraft } from '../question-draft.ts'

type AnchorFieldsProps = {
  rubrics: QuestionDraft['rubrics']
  /** The usual one first; it stands open. */
  scales: readonly Scale[]
  errors: FieldErrors
}

/** What an answer of each level is like: one box a level, for the usual scale and, folded away, for every other. */
export function AnchorFields({ rubrics, scales, errors }: AnchorFieldsProps) {
  const [usual, ...others] = scales
  const textOf = (scale: Scale, level: number) =>
    rubrics.find((rubric) => rubric.scale === scale.id)?.anchors.find((anchor) => anchor.level === level)
      ?.text ?? ''
  const isUsed = (scale: Scale) =>
    rubrics.some((rubric) => rubric.scale === scale.id) ||
    scale.levels.some((level) => messagesOf(errors, anchorName(scale.id, level.value)).length > 0)
  return (
    <Section title="Rubric" aside="what an answer of each level is like">
      {usual ? <ScaleFields scale={usual} textOf={textOf} errors={errors} /> : null}
      <div className="mt-4">
        {others.map((scale) => (
          <Disclosure
            key={scale.id}
            title={isUsed(scale) ? `Anchors for ${scale.name}` : `Add anchors for ${scale.name}`}
            isOpen={isUsed(scale)}
          >
            <ScaleFields scale={scale} textOf={textOf} errors={errors} />
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}

type ScaleFieldsProps = {
  scale: Scale
  textOf: (scale: Scale, level: number) => string
  errors: FieldErrors
}

function ScaleFields({ scale, textOf, errors }: ScaleFieldsProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-dense text-ink-2">
        {scale.name}. A panel that rates on it can ask the question once every level has its anchor.
      </legend>
      {scale.levels.map((level) => (
        <TextAreaField
          key={level.value}
          name={anchorName(scale.id, level.value)}
          label={
            <span className="flex items-center gap-2">
              <RatingSegments level={level.value} of={scale.levels.length} />
              {level.value} {level.label}
            </span>
          }
          description={level.meaning}
          rows={2}
          defaultValue={textOf(scale, level.value)}
          errors={errors}
        />
      ))}
    </fieldset>
  )
}
