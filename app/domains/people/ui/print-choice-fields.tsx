import type { PrintChoice } from '#app/domains/people/printing/print-choice.ts'
import { SegmentedControl } from '#app/ui/segmented-control.tsx'

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

/** How a document is printed, as far as it can be chosen. */
export function PrintChoiceFields({
  choice,
  choices,
}: {
  choice: PrintChoice
  choices: readonly (keyof PrintChoice)[]
}) {
  return choices.map((name) => (
    <PrintChoiceField key={name} {...fields[name]} name={name} value={choice[name]} />
  ))
}

type PrintChoiceFieldProps = {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  value: string
}

/** One choice of how to print, beside or above its label. */
export function PrintChoiceField({ name, label, options, value }: PrintChoiceFieldProps) {
  return (
    <div className="flex items-center gap-3 sm:grid sm:gap-1">
      <span aria-hidden className="w-18 shrink-0 text-dense font-semibold sm:w-auto">
        {label}
      </span>
      <SegmentedControl label={label} name={name} options={options} defaultValue={value} />
    </div>
  )
}
