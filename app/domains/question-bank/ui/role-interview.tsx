import type { InterviewRow } from '#app/domains/question-bank/roles/role-form.ts'
import { letterOf } from '#app/domains/question-bank/roles/role-edit.ts'
import type {
  CompetencyChoice,
  FoundQuestions,
  KnownQuestion,
} from '#app/domains/question-bank/roles/role-view.ts'
import { CheckboxGroupField } from '#app/ui/choice-group-field.tsx'
import { type FieldErrors, fieldId, messagesOf } from '#app/ui/field-errors.ts'
import { FieldMessages } from '#app/ui/field-frame.tsx'
import { MinutesBar } from '#app/ui/minutes-bar.tsx'
import { Pill } from '#app/ui/pill.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { QuestionFinder } from './question-finder.tsx'
import { RowTools } from './row-tools.tsx'

type RoleInterviewProps = {
  row: InterviewRow
  at: number
  count: number
  minutes: { usedMinutes: number; slotMinutes: number }
  /** The competencies that the role weighs at this moment, and those that the interview names. */
  competencies: readonly CompetencyChoice[]
  nameOf: (competencyId: string) => string
  questions: Readonly<Record<string, KnownQuestion>>
  found: FoundQuestions | null
  errors: FieldErrors
}

/** One interview of a recommended panel: what it is about, and its questions in order, with a search of the bank. */
export function RoleInterview(props: RoleInterviewProps) {
  const { row, at, count, minutes, competencies, questions, found, errors } = props
  const name = (part: keyof InterviewRow) => `interviews.${at}.${part}`
  const letter = letterOf(at)
  const titleId = fieldId(`interviews.${at}`)
  return (
    <section aria-labelledby={titleId} className="border-b border-line py-4">
      <div className="flex items-center justify-between gap-3">
        <h3 id={titleId} className="scroll-mt-4 text-head">
          Interview {letter}
        </h3>
        <RowTools
          row={`interviews.${at}`}
          subject={`interview:${at}`}
          label={`interview ${letter}`}
          anchor={fieldId('interviews')}
          {...{ at, count }}
        />
      </div>
      <div className="mt-2 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <div className="grid grid-cols-[minmax(0,1fr)_5rem] gap-x-4">
            <TextField
              name={name('focus')}
              label="Focus"
              maxLength={40}
              defaultValue={row.focus}
              errors={errors}
            />
            <TextField
              name={name('minutes')}
              label="Minutes"
              inputMode="numeric"
              maxLength={4}
              defaultValue={row.minutes}
              errors={errors}
            />
          </div>
          <CheckboxGroupField
            name={name('competencies')}
            label="Looks into"
            description={competencies.length === 0 ? 'Choose the competencies of the job first.' : undefined}
            defaultValues={row.competencies}
            choices={competencies.map((item) => ({ value: item.id, label: item.name }))}
            errors={errors}
          />
        </div>
        <div className="min-w-0">
          <h4 id={fieldId(name('questions'))} tabIndex={-1} className="mb-1 text-dense font-semibold">
            Questions
          </h4>
          {minutes.slotMinutes > 0 ? (
            <MinutesBar used={minutes.usedMinutes} slot={minutes.slotMinutes} />
          ) : null}
          <FieldMessages id={fieldId(name('questions'))} messages={messagesOf(errors, name('questions'))} />
          <ol className="mt-1">
            {row.questions.map((id, i) => (
              <QuestionLine key={id} {...props} id={id} question={questions[id]} place={i} />
            ))}
          </ol>
          <QuestionFinder at={at} text={row.find} found={found} errors={errors} />
        </div>
      </div>
    </section>
  )
}

type QuestionLineProps = RoleInterviewProps & {
  id: string
  question: KnownQuestion | undefined
  place: number
}

function QuestionLine({ row, at, id, question, place, nameOf }: QuestionLineProps) {
  const title = question?.title ?? id
  return (
    <li className="flex items-start gap-2 border-t border-line py-1.5">
      <input type="hidden" name={`interviews.${at}.questions`} value={id} />
      <div className="min-w-0 grow self-center">
        <p className="wrap-anywhere">
          {place + 1}. {title}
          {question?.isArchived ? (
            <>
              {' '}
              <Pill tone="attention">archived</Pill>
            </>
          ) : null}
        </p>
        <p className="text-dense text-ink-2">
          {question
            ? `${question.minutes} min, rated for ${nameOf(question.primaryCompetency)}`
            : 'not in the bank'}
        </p>
      </div>
      <RowTools
        row={`interviews.${at}.questions.${place}`}
        subject={`question:${at}:${place}`}
        label={`“${title}”`}
        at={place}
        count={row.questions.length}
        anchor={fieldId(`interviews.${at}`)}
      />
    </li>
  )
}
