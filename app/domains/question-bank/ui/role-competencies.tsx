import { Plus } from 'lucide-react'
import type { CompetencyRow } from '#app/domains/question-bank/roles/role-form.ts'
import type { CompetencyChoice } from '#app/domains/question-bank/roles/role-view.ts'
import { sumWords } from '#app/domains/question-bank/roles/weights.ts'
import { Button } from '#app/ui/button.tsx'
import { type FieldErrors, fieldId, messagesOf } from '#app/ui/field-errors.ts'
import { FieldMessages } from '#app/ui/field-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { RowTools } from './row-tools.tsx'

type RoleCompetenciesProps = {
  rows: readonly CompetencyRow[]
  /** The rows as they stand at this moment. */
  live: readonly CompetencyRow[]
  /** What their weights add up to. */
  sum: number
  choices: readonly CompetencyChoice[]
  errors: FieldErrors
}

/** The competencies of a role with weight, bar and reason, and what the weights add up to. */
export function RoleCompetencies({ rows, live, sum, choices, errors }: RoleCompetenciesProps) {
  const listId = fieldId('competencies')
  return (
    <div id={listId} tabIndex={-1} className="scroll-mt-4">
      <FieldMessages id={listId} messages={messagesOf(errors, 'competencies')} />
      <ol>
        {rows.map((row, at) => (
          <CompetencyRowFields
            key={at}
            {...{ row, at, choices, errors }}
            count={rows.length}
            name={choices.find((choice) => choice.id === live[at]?.competency)?.name}
          />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          name="intent"
          value="add-competency"
          id={fieldId('add-competency')}
          formAction={`#${fieldId('add-competency')}`}
        >
          <Plus aria-hidden /> Add a competency
        </Button>
        <Button type="submit" name="intent" value="spread" id={fieldId('spread')} formAction={`#${listId}`}>
          Spread the rest evenly
        </Button>
        <p role="status" className={sum === 100 ? 'text-ink-2' : 'font-semibold text-amber'}>
          {sumWords(sum)}
        </p>
      </div>
    </div>
  )
}

type CompetencyRowFieldsProps = {
  row: CompetencyRow
  at: number
  count: number
  /** The competency chosen at this moment, in words. */
  name: string | undefined
  choices: readonly CompetencyChoice[]
  errors: FieldErrors
}

function CompetencyRowFields({ row, at, count, name, choices, errors }: CompetencyRowFieldsProps) {
  const field = (part: keyof CompetencyRow) => `competencies.${at}.${part}`
  const label = name ?? `competency ${at + 1}`
  return (
    <li className="grid grid-cols-[1fr_1fr] items-start gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_5rem_5rem_minmax(6.5rem,auto)]">
      <SelectField
        name={field('competency')}
        label={`Competency ${at + 1}`}
        placeholder="Choose a competency"
        defaultValue={row.competency}
        options={choices.map((choice) => ({
          value: choice.id,
          label: choice.isArchived ? `${choice.name} (archived)` : choice.name,
        }))}
        errors={errors}
        className="col-span-2 sm:col-span-1"
      />
      <TextField
        name={field('weight')}
        label={<Of what="Weight" label={label} />}
        inputMode="numeric"
        maxLength={6}
        defaultValue={row.weight}
        errors={errors}
      />
      <TextField
        name={field('gate')}
        label={<Of what="Bar" label={label} />}
        inputMode="decimal"
        maxLength={6}
        placeholder="none"
        defaultValue={row.gate}
        errors={errors}
      />
      <TextAreaField
        name={field('reason')}
        label={<Of what="Why it weighs so" label={label} />}
        rows={1}
        maxLength={240}
        defaultValue={row.reason}
        errors={errors}
        className="col-span-2 sm:col-span-4"
      />
      <div className="col-span-2 justify-self-end sm:col-span-1 sm:col-start-4 sm:row-start-1 sm:mt-5">
        <RowTools
          row={`competencies.${at}`}
          subject={`competency:${at}`}
          anchor={fieldId('competencies')}
          {...{ label, at, count }}
        />
      </div>
    </li>
  )
}

/** A label that says to screen readers whose field it is; the eye sees that from the row. */
function Of({ what, label }: { what: string; label: string }) {
  return (
    <>
      {what}
      <span className="sr-only">, {label}</span>
    </>
  )
}
