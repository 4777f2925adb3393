import { RadioGroupField, CheckboxGroupField } from '#app/ui/choice-group-field.tsx'
import type { FieldErrors } from '#app/ui/field-errors.ts'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { EditorChoices } from '#app/domains/question-bank/editor/editor-view.ts'
import { boxes, starParts } from '#app/domains/question-bank/editor/question-form.ts'
import { lengthWords } from '#app/domains/question-bank/editor/reading-time.ts'
import { questionDifficulties, questionKinds } from '#app/domains/question-bank/question-vocabulary.ts'
import { sentenceCase } from '#app/domains/question-bank/questions-view.ts'
import type { QuestionDraft } from '../question-draft.ts'

type FieldsProps = { draft: QuestionDraft; errors: FieldErrors }

const optionsOf = (all: readonly { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }))
const wordsOf = (all: readonly string[]) => all.map((value) => ({ value, label: sentenceCase(value) }))

/** Title, prompt, intent: what is asked and why. `typed` is the prompt as it stands this moment. */
export function AskingFields({ draft, errors, typed }: FieldsProps & { typed: string }) {
  return (
    <Section title="What is asked, and why" isFirst>
      <div className="grid gap-4">
        <TextField
          name="title"
          label="Title"
          description="At most 32 characters: it heads cards and lists."
          defaultValue={draft.title}
          autoComplete="off"
          errors={errors}
        />
        <TextAreaField
          name="prompt"
          label="Prompt"
          description={lengthWords(typed, 500)}
          rows={4}
          defaultValue={draft.prompt}
          errors={errors}
        />
        <TextAreaField
          name="intent"
          label="What employers look for"
          description="Why it is asked, in one or two sentences; the interviewer reads it first."
          rows={2}
          defaultValue={draft.intent}
          errors={errors}
        />
      </div>
    </Section>
  )
}

/** Kind, difficulty, minutes, competencies, roles: where it fits. */
export function FitFields({ draft, errors, choices }: FieldsProps & { choices: EditorChoices }) {
  const competencies = optionsOf(choices.competencies)
  return (
    <Section title="Where it fits">
      <div className="grid gap-4">
        <RadioGroupField
          name="kind"
          label="Kind"
          layout="row"
          choices={wordsOf(questionKinds)}
          defaultValue={draft.kind}
          errors={errors}
        />
        <RadioGroupField
          name="difficulty"
          label="Difficulty"
          layout="row"
          choices={wordsOf(questionDifficulties)}
          defaultValue={draft.difficulty}
          errors={errors}
        />
        <TextField
          name="minutes"
          type="number"
          label="Minutes"
          description="From 2 to 30, the answer included."
          min={2}
          max={30}
          inputMode="numeric"
          defaultValue={draft.minutes ?? ''}
          className="max-w-80"
          errors={errors}
        />
        <SelectField
          name="primaryCompetency"
          label="Rated competency"
          description="The one that receives the rating."
          placeholder="Choose a competency"
          defaultValue={draft.primaryCompetency ?? ''}
          options={competencies}
          className="max-w-80"
          errors={errors}
        />
        <CheckboxGroupField
          name="otherCompetencies"
          label="Other competencies (optional)"
          description="At most 3; they count for coverage and are not rated."
          layout="grid"
          choices={competencies}
          defaultValues={draft.otherCompetencies}
          errors={errors}
        />
        <CheckboxGroupField
          name="roles"
          label="Roles"
          layout="grid"
          choices={optionsOf(choices.roles)}
          defaultValues={draft.roles}
          errors={errors}
        />
      </div>
    </Section>
  )
}

type LinesProps = {
  name: string
  lines: readonly string[]
  count: number
  /** "Probe" labels its boxes "Probe 1", "Probe 2"… */
  one: string
  errors: FieldErrors
}

function Lines({ name, lines, count, one, errors }: LinesProps) {
  return Array.from({ length: count }, (_, i) => (
    <TextAreaField
      key={i}
      name={`${name}.${i}`}
      label={`${one} ${i + 1}`}
      rows={1}
      defaultValue={lines[i] ?? ''}
      errors={errors}
    />
  ))
}

const starHints = {
  situation: 'What was going on, where and when?',
  task: 'What was theirs to do?',
  action: 'What did they do themselves?',
  result: 'What came of it, and what did they learn?',
} as const

/** Probes, and the four prompts of a story, which stand there as soon as the kind is behavioural. */
export function ProbeFields({ draft, errors }: FieldsProps) {
  return (
    <>
      <Section title="If they stop early" aside="2 to 4 probes">
        <div className="grid gap-3">
          <Lines name="probes" one="Probe" count={boxes.probes} lines={draft.probes} errors={errors} />
        </div>
      </Section>
      <div className="hidden group-has-[[name=kind][value=behavioural]:checked]/editor:block">
        <Section title="Prompts for the story" aside="behavioural questions only">
          <div className="grid gap-3 sm:grid-cols-2">
            {starParts.map((part) => (
              <TextAreaField
                key={part}
                name={`star.${part}`}
                label={sentenceCase(part)}
                description={starHints[part]}
                rows={2}
                defaultValue={draft.star?.[part] ?? ''}
                errors={errors}
              />
            ))}
          </div>
        </Section>
      </div>
    </>
  )
}

/** Signals to listen for, strong beside weak. */
export function SignalFields({ draft, errors }: FieldsProps) {
  const { strong, weak } = draft.signals
  return (
    <Section title="Listen for" aside="3 to 6 signals of each">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <div className="grid content-start gap-3">
          <Lines
            name="signals.strong"
            one="Strong signal"
            count={boxes.strong}
            lines={strong}
            errors={errors}
          />
        </div>
        <div className="grid content-start gap-3">
          <Lines name="signals.weak" one="Weak signal" count={boxes.weak} lines={weak} errors={errors} />
        </div>
      </div>
    </Section>
  )
}

/** What to ask next, what not to infer, tags. */
export function LastFields({ draft, errors, tags }: FieldsProps & { tags: readonly string[] }) {
  return (
    <Section title="If there is time, and what to leave aside">
      <div className="grid gap-4">
        <TextAreaField
          name="followUp"
          label="Ask next"
          description="For a candidate who answers fast."
          rows={2}
          defaultValue={draft.followUp}
          errors={errors}
        />
        <TextAreaField
          name="doNotInfer"
          label="Do not infer"
          description="What would be unfair or unlawful to read into an answer."
          rows={2}
          defaultValue={draft.doNotInfer}
          errors={errors}
        />
        <TextField
          name="tags"
          label="Tags (optional)"
          description="Topics, with commas between them; at most 8."
          defaultValue={draft.tags.map((tag) => tag.replaceAll('-', ' ')).join(', ')}
          list="known-tags"
          autoComplete="off"
          errors={errors}
        />
        <datalist id="known-tags">
          {tags.map((tag) => (
            <option key={tag} value={tag.replaceAll('-', ' ')} />
          ))}
        </datalist>
      </div>
    </Section>
  )
}
