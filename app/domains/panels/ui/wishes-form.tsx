import { Button } from '#app/ui/button.tsx'
import { CheckboxGroupField } from '#app/ui/choice-group-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { InterviewWishes } from '../panel.ts'
import { EditForm } from './editor.tsx'

type WishesFormProps = {
  interview: { id: string; letter: string }
  wishes: InterviewWishes
}

const counts = [
  { name: 'minQuestions', label: 'Questions, at least' },
  { name: 'maxQuestions', label: 'Questions, at most' },
  { name: 'easyOpeners', label: 'Easy ones to open with' },
  { name: 'minHard', label: 'Hard ones, at least' },
  { name: 'maxHard', label: 'Hard ones, at most' },
  { name: 'buffer', label: 'Minutes kept free' },
] as const

const kinds = [
  { value: 'technical', label: 'Technical' },
  { value: 'situational', label: 'Situational' },
  { value: 'behavioural', label: 'Behavioural' },
  { value: 'motivation', label: 'Motivation' },
] as const

/** What the planner should make of one interview. */
export function WishesForm({ interview, wishes }: WishesFormProps) {
  return (
    <EditForm
      key={JSON.stringify(wishes)}
      fields={{ intent: 'set-wishes', interviewId: interview.id }}
      aria-label={`What the planner should make of ${interview.letter}`}
      className="mt-5 grid gap-3 border-t border-line pt-3"
    >
      <h4 className="text-dense font-semibold">What the planner should make of it</h4>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3">
        {counts.map(({ name, label }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            type="number"
            inputMode="numeric"
            min={0}
            max={name === 'buffer' ? 60 : 40}
            defaultValue={wishes[name]}
            required
            idPrefix={interview.id}
          />
        ))}
      </div>
      <CheckboxGroupField
        name="kinds"
        label="Kinds of questions"
        layout="row"
        idPrefix={interview.id}
        defaultValues={wishes.kinds}
        choices={kinds}
      />
      <Button type="submit" size="small" className="justify-self-start">
        Save the wishes
      </Button>
    </EditForm>
  )
}
