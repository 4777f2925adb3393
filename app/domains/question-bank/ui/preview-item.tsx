import { memo } from 'react'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { SelectField, type Option } from '#app/ui/select-field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import type { PreviewRow } from '#app/domains/question-bank/import/import-preview.ts'
import { likenessWord } from '#app/domains/question-bank/near-duplicates/near-duplicate.ts'
import { questionDifficulties, questionKinds } from '../question-vocabulary.ts'
import { sentenceCase } from '../questions-view.ts'
import { PreviewSource } from './preview-source.tsx'

type ItemRow = Extract<PreviewRow, { kind: 'item' }>
type PreviewItemProps = { row: ItemRow; errors: FieldErrors; competencies: readonly Option[] }

/** One question: what stands in the source, and beside it what was understood, to be corrected. */
export const PreviewItem = memo(function PreviewItem({ row, errors, competencies }: PreviewItemProps) {
  const { key, ordinal, source, choice, completeTitle } = row
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line py-4 [contain-intrinsic-size:auto_22rem] [content-visibility:auto] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div>
        <h3 className="py-1 text-dense font-semibold">{ordinal}</h3>
        <PreviewSource text={source} label={`Source ${ordinal}`} isTaken />
      </div>
      <fieldset className="grid min-w-0 content-start gap-2">
        <legend className="sr-only">Question {ordinal}</legend>
        <Checkbox name={`${key}.take`} label={`Take question ${ordinal}`} defaultChecked={choice.isTaken} />
        <Hints row={row} />
        {completeTitle === null ? (
          <Fields row={row} errors={errors} competencies={competencies} />
        ) : (
          <p className="max-w-measure">
            <input type="hidden" name={`${key}.prompt`} value={choice.prompt} />
            <b>{completeTitle}</b> is complete: it goes into the bank at once.
          </p>
        )}
      </fieldset>
    </li>
  )
})

/** What a person should look at: doubts of the reader, and what came in or stands in the bank already. */
function Hints({ row }: { row: ItemRow }) {
  const { unsure, alike, earlier } = row
  if (unsure.length === 0 && alike.length === 0 && earlier === null) return null
  return (
    <ul className="grid gap-1">
      {unsure.map((words) => (
        <li key={words}>
          <StatusTag status="attention" label={words.endsWith('?') ? words : `${words}.`} />
        </li>
      ))}
      {earlier === null ? null : (
        <li className="text-dense">
          Came in already with <NewTabLink to={paths.importBatch(earlier.id)}>{earlier.name}</NewTabLink>
        </li>
      )}
      {alike.map(({ id, title, score }) => (
        <li key={id} className="text-dense">
          {likenessWord(score)}: <NewTabLink to={paths.question(id)}>{title}</NewTabLink>{' '}
          <span className="text-ink-2 tabular-nums">in the bank, {score.toFixed(2)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A way to look something up that leaves what was typed on this page. */
function NewTabLink({ to, children }: { to: string; children: string }) {
  return (
    <TextLink to={to} target="_blank" rel="noreferrer">
      {children}
      <span className="sr-only"> (opens in a new tab)</span>
    </TextLink>
  )
}

const kindOptions = questionKinds.map((value) => ({ value, label: sentenceCase(value) }))
const difficultyOptions = questionDifficulties.map((value) => ({ value, label: sentenceCase(value) }))

function Fields({ row, errors, competencies }: PreviewItemProps) {
  const { key, choice, sampleAnswer } = row
  return (
    <>
      <TextAreaField
        name={`${key}.prompt`}
        label="Question"
        rows={2}
        defaultValue={choice.prompt}
        errors={errors}
      />
      <TextAreaField
        name={`${key}.intent`}
        label="What employers look for"
        rows={1}
        defaultValue={choice.intent}
        errors={errors}
      />
      <div className="grid gap-2 sm:grid-cols-3">
        <SelectField
          name={`${key}.difficulty`}
          label="Difficulty"
          placeholder="Not said"
          options={difficultyOptions}
          defaultValue={choice.difficulty ?? ''}
        />
        <SelectField
          name={`${key}.kind`}
          label="Kind"
          placeholder="Not said"
          options={kindOptions}
          defaultValue={choice.kind ?? ''}
        />
        <SelectField
          name={`${key}.competency`}
          label="Competency"
          placeholder="Not said"
          options={bySuggestion(competencies, row.suggested)}
          defaultValue={choice.competencyId ?? ''}
        />
      </div>
      {sampleAnswer === null ? null : (
        <p className="text-dense text-ink-2">
          Sample answer of {sampleAnswer.split(/\s+/).length} words, kept beside the draft.
        </p>
      )}
    </>
  )
}

function bySuggestion(competencies: readonly Option[], suggested: readonly string[]) {
  const first = suggested.flatMap((id) => competencies.find((option) => option.value === id) ?? [])
  if (first.length === 0) return competencies
  const others = competencies.filter((option) => !suggested.includes(option.value))
  return [
    { label: 'Suggested', options: first },
    { label: 'Others', options: others },
  ]
}
