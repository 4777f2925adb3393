import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField } from '#app/ui/date-time-field.tsx'
import type { FieldErrors } from '#app/lib/result.ts'

/** The form that moves a session; date and time are those of the zone it names. */
export function SessionTime({
  local,
  zone,
  errors,
}: {
  local: { date: string; time: string } | null
  zone: string
  errors: FieldErrors | undefined
}) {
  return (
    <Form method="post" className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="intent" value="reschedule" />
      <input type="hidden" name="zone" value={zone} />
      <DateTimeField
        kind="date"
        name="date"
        label="Date"
        defaultValue={local?.date}
        errors={errors}
        required
      />
      <DateTimeField
        kind="time"
        name="time"
        label="Start"
        defaultValue={local?.time}
        errors={errors}
        required
      />
      <Button type="submit">Move it</Button>
      <p className="basis-full text-dense text-ink-2">Times in {zone}</p>
    </Form>
  )
}
