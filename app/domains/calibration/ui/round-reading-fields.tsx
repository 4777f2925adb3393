import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ColumnUse } from '#app/domains/calibration/past-rounds/import/column-use.ts'
import type { KnownScale } from '#app/domains/calibration/past-rounds/import/rating-value.ts'
import type { Layout, PairOrder } from '#app/domains/calibration/past-rounds/import/reading.ts'
import type { RoundPreview } from '#app/domains/calibration/past-rounds/import/round-preview.ts'

const layoutLabels: Record<Layout, string> = {
  long: 'One rating in each row',
  rows: 'A row for each candidate and interviewer',
  pairs: 'A row for each candidate',
}
const orderLabels: Record<PairOrder, string> = {
  'competency-first': 'Competency, then interviewer',
  'interviewer-first': 'Interviewer, then competency',
}
const useLabels: Record<ColumnUse, string> = {
  candidate: 'Candidate',
  interviewer: 'Interviewer',
  competency: 'Competency',
  question: 'Question',
  rating: 'Rating',
  note: 'Note',
  skip: 'Left out',
}
const usesOf: Record<Layout, readonly ColumnUse[]> = {
  long: ['candidate', 'interviewer', 'competency', 'question', 'rating', 'note', 'skip'],
  rows: ['candidate', 'interviewer', 'rating', 'note', 'skip'],
  pairs: ['candidate', 'rating', 'note', 'skip'],
}
const headLabels = ['None', 'One', 'Two']

function toOptions<Value extends string>(labels: Record<Value, string>) {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }))
}

/** How the rows of the file are read, and what each column is taken as. */
export function ReadingFields({ preview }: { preview: RoundPreview }) {
  const { settings, columns, errors } = preview
  const { reading } = settings
  return (
    <>
      <input type="hidden" name="drawn" value={`${reading.heads} ${reading.layout}`} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)]">
        <SelectField
          name="layout"
          label="Layout"
          defaultValue={reading.layout}
          options={toOptions(layoutLabels)}
        />
        <SelectField
          name="heads"
          label="Rows of headings"
          defaultValue={String(reading.heads)}
          options={headLabels.map((label, i) => ({ value: String(i), label }))}
        />
        {reading.layout === 'pairs' ? (
          <SelectField
            name="order"
            label="A heading says"
            defaultValue={reading.order}
            options={toOptions(orderLabels)}
          />
        ) : null}
      </div>
      <fieldset className="mt-5" id="field-columns" tabIndex={-1}>
        <legend className="text-dense font-semibold">What each column is taken as</legend>
        <FieldProblem messages={errors?.columns} />
        <ul className="mt-1 max-h-120 overflow-auto border-y border-line" tabIndex={0} aria-label="Columns">
          {columns.map(({ letter, heading, samples }, i) => (
            <li
              key={letter}
              className="grid items-center gap-x-4 gap-y-1 border-b border-line py-1.5 pr-1 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_12rem]"
            >
              <span className="min-w-0 text-dense wrap-anywhere">
                <span className="inline-block min-w-6 text-ink-2">{letter}</span>{' '}
                <b>{heading || 'No heading'}</b>{' '}
                <span className="text-ink-2">{samples.length > 0 ? samples.join(', ') : 'empty'}</span>
              </span>
              <SelectField
                name={`use.${i}`}
                label={`Column ${letter}${heading ? `, ${heading}` : ''}`}
                hasHiddenLabel
                defaultValue={reading.uses[i]}
                options={usesOf[reading.layout].map((use) => ({ value: use, label: useLabels[use] }))}
              />
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  )
}

/** Which levels there are, and what stands for no rating. */
export function ScaleFields({ preview, scales }: { preview: RoundPreview; scales: readonly KnownScale[] }) {
  const { settings, errors } = preview
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
      <SelectField
        name="scaleId"
        label="Scale"
        className="sm:col-span-3 sm:max-w-130"
        defaultValue={settings.scaleId}
        placeholder="Another scale, from the figures below"
        options={scales.map(({ id, name, levels }) => ({
          value: id,
          label: `${name}: ${levels.map((level) => `${level.value} ${level.label}`).join(', ')}`,
        }))}
      />
      <TextField
        name="least"
        label="Lowest level"
        inputMode="numeric"
        defaultValue={settings.least}
        description="Read for another scale only."
        errors={errors}
      />
      <TextField
        name="most"
        label="Highest level"
        inputMode="numeric"
        defaultValue={settings.most}
        errors={errors}
      />
      <TextAreaField
        name="labels"
        label="Its words (optional)"
        rows={2}
        placeholder={'1 Poor\n4 Excellent'}
        defaultValue={settings.labels}
        errors={errors}
      />
      <TextField
        name="missing"
        label="Stands for no rating"
        className="sm:col-span-3 sm:max-w-130"
        defaultValue={settings.missing}
        description="Words with commas between them; capitals do not matter. An empty cell is always missing, never 0."
        spellCheck={false}
      />
    </div>
  )
}

/** What is wrong with several fields together. */
export function FieldProblem({ messages }: { messages: readonly string[] | null | undefined }) {
  return messages && messages.length > 0 ? (
    <p className="mt-0.5 text-dense font-semibold text-red">{messages.join(' ')}</p>
  ) : null
}
