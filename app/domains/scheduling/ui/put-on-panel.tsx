import { Form } from '@remix-run/react'
import type { FieldErrors } from '#app/lib/result.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

type PutOnPanelProps = {
  openPanels: readonly { id: string; name: string; roleName: string }[]
  isFirst: boolean
  errors: FieldErrors | undefined
}

/** The form that puts a candidate on a panel. */
export function PutOnPanel({ openPanels, isFirst, errors }: PutOnPanelProps) {
  return (
    <Section title={isFirst ? 'Put on a panel' : 'Put on another panel'} className="print:hidden">
      <ErrorSummary errors={errors} title="Nothing was changed" />
      <Form method="post" key={openPanels.length} className="flex flex-wrap items-end gap-3">
        <SelectField
          name="panelId"
          label="Panel"
          className="w-72 max-w-full"
          placeholder="Choose a panel"
          options={openPanels.map((panel) => ({
            value: panel.id,
            label: `${panel.name} (${panel.roleName})`,
          }))}
          errors={errors}
        />
        <Button type="submit" name="intent" value="put-on-panel">
          Put on this panel
        </Button>
      </Form>
    </Section>
  )
}
