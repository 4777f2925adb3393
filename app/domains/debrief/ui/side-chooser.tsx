import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroupField } from '#app/ui/choice-group-field.tsx'
import { fewestSides, mostSides } from '#app/domains/debrief/side-by-side/side-choice.ts'

type SideChooserProps = {
  choices: readonly { applicationId: string; name: string }[]
  chosen: readonly string[]
  error?: string | undefined
}

/** Picks whom to set side by side; a form that asks for an address. */
export function SideChooser({ choices, chosen, error }: SideChooserProps) {
  return (
    // Chosen anew, the boxes follow the address and not what was ticked before.
    <Form key={chosen.join()} method="get" className="grid max-w-content gap-3">
      <CheckboxGroupField
        name="ids"
        label={`Candidates to set side by side, ${fewestSides} to ${mostSides}`}
        layout="grid"
        errors={error ? { ids: [error] } : undefined}
        defaultValues={[...chosen]}
        choices={choices.map(({ applicationId, name }) => ({ value: applicationId, label: name }))}
      />
      <div>
        <Button type="submit">Set side by side</Button>
      </div>
    </Form>
  )
}
