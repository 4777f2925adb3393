import { Plus, Search } from 'lucide-react'
import { letterOf } from '#app/domains/question-bank/roles/role-edit.ts'
import type { FoundQuestions } from '#app/domains/question-bank/roles/role-view.ts'
import { Button } from '#app/ui/button.tsx'
import { type FieldErrors, fieldId } from '#app/ui/field-errors.ts'
import { TextField } from '#app/ui/text-field.tsx'

type QuestionFinderProps = {
  /** The place of the interview that the questions are for. */
  at: number
  text: string
  /** What was found for this interview; what it has by now is left out. */
  found: FoundQuestions | null
  errors: FieldErrors
}

/** Looks for questions in the bank and adds them to one interview; without scripts by the same buttons. */
export function QuestionFinder({ at, text, found, errors }: QuestionFinderProps) {
  const letter = letterOf(at)
  const anchor = `#${fieldId(`interviews.${at}`)}`
  return (
    <div className="mt-3 rounded-md bg-sunken p-3">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name={`interviews.${at}.find`}
          label={`Find a question for ${letter}`}
          maxLength={200}
          autoComplete="off"
          defaultValue={text}
          errors={errors}
          className="min-w-40 grow"
        />
        <Button type="submit" name="intent" value={`find:${at}`} formAction={anchor}>
          <Search aria-hidden /> Find
        </Button>
      </div>
      <p role="status" className="mt-1.5 text-dense text-ink-2">
        {found ? foundWords(found) : 'Without words, what fits this interview comes first.'}
      </p>
      {found && found.rows.length > 0 ? (
        <ul className="mt-1">
          {found.rows.map((row) => (
            <li key={row.id} className="flex items-start justify-between gap-3 border-t border-line py-1.5">
              <div className="min-w-0">
                <p className="font-semibold wrap-anywhere">{row.title}</p>
                <p className="line-clamp-2 text-dense" title={row.prompt}>
                  {row.prompt}
                </p>
                <p className="text-dense text-ink-2">
                  {row.minutes} min, rated for {row.competencyName}
                </p>
              </div>
              <Button
                type="submit"
                name="intent"
                value={`add-question:${at}:${row.id}`}
                size="small"
                formAction={anchor}
                aria-label={`Add “${row.title}” to ${letter}`}
                className="flex-none"
              >
                <Plus aria-hidden /> Add
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function foundWords({ rows, total, text }: FoundQuestions): string {
  if (total === 0) return 'No question fits. Try another word.'
  const count = total === 1 ? '1 question' : `${total} questions`
  const first = total > rows.length ? `, the first ${rows.length} here` : ''
  return text === '' ? `${count} left${first}, what fits this interview first.` : `${count} found${first}.`
}
