import { Checkbox } from '#app/ui/checkbox-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import type { RoundPreview } from '#app/domains/calibration/past-rounds/import/round-preview.ts'
import { FieldProblem } from './round-reading-fields.tsx'

/** Whether a file leaves anything open that somebody must decide. */
export function leavesOpen({ unknown, repeats, nameless, merged, stray }: RoundPreview): boolean {
  return [unknown.length, repeats.count, nameless.count, merged.length, stray.count].some((n) => n > 0)
}

type RoundOpenQuestionsProps = {
  preview: RoundPreview
  /** Whether somebody has tried to import it: what is open is no mistake before that. */
  isTried: boolean
}

/** What the file leaves open: each with where it stands, and a choice. */
export function RoundOpenQuestions({ preview, isTried }: RoundOpenQuestionsProps) {
  const { unknown, moreUnknown, repeats, nameless, merged, stray, settings } = preview
  const errors = isTried ? preview.errors : undefined
  return (
    <div className="grid gap-5">
      {unknown.length > 0 ? <UnknownFields preview={preview} errors={errors} /> : null}
      {moreUnknown > 0 ? (
        <p className="max-w-measure text-dense">
          And {moreUnknown} more. So many mean that a column is taken as ratings which holds something else,
          or that the scale is another one.
        </p>
      ) : null}
      {repeats.count > 0 ? (
        <div>
          <Examples
            title="Two ratings of the same candidate, interviewer, competency and question"
            {...repeats}
          />
          <SelectField
            name="twice"
            label="Which of the two counts"
            className="mt-2 max-w-80"
            placeholder="Choose"
            defaultValue={settings.twice}
            options={[
              { value: 'first', label: 'The first in the file' },
              { value: 'last', label: 'The last in the file' },
            ]}
            errors={errors}
          />
        </div>
      ) : null}
      {nameless.count > 0 || settings.nameless === 'above' ? (
        <div>
          <Examples title="Ratings without a name" {...nameless} />
          <SelectField
            name="nameless"
            label="What happens to ratings without a name"
            className="mt-2 max-w-80"
            placeholder="Choose"
            defaultValue={settings.nameless}
            options={[
              { value: 'leave', label: 'Leave them out' },
              { value: 'above', label: 'Take the name from the row above' },
            ]}
            errors={errors}
          />
        </div>
      ) : null}
      {merged.length > 0 || settings.isApart ? (
        <div>
          {merged.length > 0 ? (
            <p className="max-w-measure text-dense wrap-anywhere">
              <b>Taken as one name:</b>{' '}
              {merged.map((names) => names.map((name) => `“${name}”`).join(' and ')).join('; ')}.
            </p>
          ) : null}
          <Checkbox
            name="apart"
            defaultChecked={settings.isApart}
            label="Names that differ in capitals are different names"
          />
        </div>
      ) : null}
      {stray.count > 0 ? <Examples title="Left out, because no heading stands above it" {...stray} /> : null}
    </div>
  )
}

function UnknownFields({ preview, errors }: { preview: RoundPreview; errors: FieldErrors }) {
  const { unknown, levels } = preview
  const options = [
    { value: 'missing', label: 'No rating' },
    ...levels.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}`.trim() })),
  ]
  return (
    <fieldset id="field-unknown" tabIndex={-1}>
      <legend className="text-dense font-semibold">Values that are not on the scale</legend>
      <FieldProblem messages={errors?.unknown} />
      <ul className="mt-1 border-y border-line">
        {unknown.map(({ value, words, to }, i) => (
          <li
            key={value}
            className="grid items-center gap-x-4 gap-y-1 border-b border-line py-1.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_12rem]"
          >
            <span className="text-dense wrap-anywhere">
              <b>“{value}”</b> <span className="text-ink-2">{words}</span>
            </span>
            <input type="hidden" name={`word.${i}`} value={value} />
            <SelectField
              name={`to.${i}`}
              label={`What “${value}” means`}
              hasHiddenLabel
              placeholder="Choose"
              defaultValue={to}
              options={options}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

type ExamplesProps = { title: string; count: number; examples: readonly string[] }

function Examples({ title, count, examples }: ExamplesProps) {
  return (
    <>
      <p className="text-dense font-semibold">
        {title}: {count}
      </p>
      <ul className="list-disc pl-5 text-dense text-ink-2 wrap-anywhere">
        {examples.map((words, i) => (
          <li key={i}>{words}</li>
        ))}
        {count > examples.length ? <li>and {count - examples.length} more</li> : null}
      </ul>
    </>
  )
}
