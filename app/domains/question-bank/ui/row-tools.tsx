import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { fieldId } from '#app/ui/field-errors.ts'
import { IconButton } from '#app/ui/icon-button.tsx'

type RowToolsProps = {
  /** The name of the row among the fields, `competencies.2`. */
  row: string
  /** What is moved and where it stands, as the form's buttons say it: `competency:2`. */
  subject: string
  /** The row in words: "Reliability and recovery". */
  label: string
  at: number
  count: number
  /** Where the page stands after a button without scripts. */
  anchor: string
}

/** Moves a row of a form up or down, or takes it out, by buttons that work without scripts. */
export function RowTools({ row, subject, label, at, count, anchor }: RowToolsProps) {
  const button = (name: string) =>
    ({
      type: 'submit',
      name: 'intent',
      variant: 'quiet',
      formAction: `#${anchor}`,
      id: fieldId(`${row}.${name}`),
    }) as const
  return (
    <div className="flex flex-none justify-end gap-0.5">
      {at > 0 ? (
        <IconButton
          {...button('up')}
          value={`move-${subject}:up`}
          icon={ArrowUp}
          label={`Move ${label} up`}
        />
      ) : null}
      {at < count - 1 ? (
        <IconButton
          {...button('down')}
          value={`move-${subject}:down`}
          icon={ArrowDown}
          label={`Move ${label} down`}
        />
      ) : (
        <span aria-hidden className="w-target" />
      )}
      <IconButton {...button('remove')} value={`remove-${subject}`} icon={X} label={`Take ${label} out`} />
    </div>
  )
}
