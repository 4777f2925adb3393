import { Form, useSubmit } from '@remix-run/react'
import type { PrintChoice } from '#app/domains/people/printing/print-choice.ts'
import { Button } from '#app/ui/button.tsx'
import { SegmentedControl } from '#app/ui/segmented-control.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'

type PrintFormProps = {
  action: string
  choice: PrintChoice
  choices: readonly (keyof PrintChoice)[]
  /** What else the address says, such as which interview. */
  rest: Readonly<Record<string, string>>
}

const fields = {
  paper: {
    label: 'Paper',
    options: [
      { value: 'a4', label: 'A4' },
      { value: 'letter', label: 'Letter' },
    ],
  },
  size: {
    label: 'Print',
    options: [
      { value: 'compact', label: 'Compact' },
      { value: 'clear', label: 'Clear, 12 point' },
    ],
  },
  ink: {
    label: 'Ink',
    options: [
      { value: 'colour', label: 'Colour' },
      { value: 'grey', label: 'Grey' },
    ],
  },
  names: {
    label: 'Candidate',
    options: [
      { value: 'name', label: 'Name' },
      { value: 'code', label: 'Code only' },
    ],
  },
} as const

/** How the document is printed; what is chosen is where the next one of its kind begins. */
export function PrintForm({ action, choice, choices, rest }: PrintFormProps) {
  const submit = useSubmit()
  const isHydrated = useIsHydrated()
  return (
    <Form
      method="get"
      action={action}
      className="mt-4 flex flex-wrap items-end gap-x-5 gap-y-3"
      onChange={(event) => void submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      <input type="hidden" name="chosen" value="1" />
      {Object.entries(rest).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map((name) => (
        <div key={name} className="flex items-center gap-3 sm:grid sm:gap-1">
          <span aria-hidden className="w-18 shrink-0 text-dense font-semibold sm:w-auto">
            {fields[name].label}
          </span>
          <SegmentedControl
            label={fields[name].label}
            name={name}
            options={fields[name].options}
            defaultValue={choice[name]}
          />
        </div>
      ))}
      {isHydrated ? null : <Button type="submit">Use these</Button>}
    </Form>
  )
}
