import { Checkbox } from '#app/ui/checkbox-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { PreviewRow } from '#app/domains/question-bank/import/import-preview.ts'
import { PreviewSource } from './preview-source.tsx'

type PreviewPartProps = { row: Extract<PreviewRow, { kind: 'part' }>; errors: FieldErrors }

/** A part of the document that was not recognised: why, and a way to take it all the same. */
export function PreviewPart({ row, errors }: PreviewPartProps) {
  const { key, source, reason, choice } = row
  const number = key.slice(key.indexOf('.') + 1)
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <PreviewSource text={source} label={`Part ${number} that was not recognised`} isTaken={false} />
      <div className="grid content-start">
        <p className="text-dense text-ink-2">Left out. {reason}.</p>
        <Disclosure title="Make it a question" isOpen={choice.isTaken}>
          <div className="grid gap-2">
            <TextAreaField
              name={`${key}.prompt`}
              label="Question"
              rows={2}
              defaultValue={choice.prompt}
              className="[&_textarea]:max-h-60"
              errors={errors}
            />
            <Checkbox name={`${key}.take`} label="Take this one" defaultChecked={choice.isTaken} />
          </div>
        </Disclosure>
      </div>
    </li>
  )
}
