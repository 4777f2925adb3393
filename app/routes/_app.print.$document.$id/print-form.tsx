import { Form, useSubmit } from '@remix-run/react'
import type { PrintChoice } from '#app/domains/people/printing/print-choice.ts'
import { PrintChoiceFields } from '#app/domains/people/ui/print-choice-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'

type PrintFormProps = {
  action: string
  choice: PrintChoice
  choices: readonly (keyof PrintChoice)[]
  /** What else the address says, such as which interview. */
  rest: Readonly<Record<string, string>>
}

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
      <PrintChoiceFields choice={choice} choices={choices} />
      {isHydrated ? null : <Button type="submit">Use these</Button>}
    </Form>
  )
}
