import { Link } from '@remix-run/react'

const frame = 'inline-flex gap-0.5 rounded-md border border-line-2 bg-surface p-0.5'
const part =
  'relative flex min-h-[26px] items-center rounded-sm px-2.5 text-dense whitespace-nowrap text-ink-2 hover:bg-hover has-checked:bg-ink has-checked:font-semibold has-checked:text-paper aria-[current]:bg-ink aria-[current]:font-semibold aria-[current]:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-10'

type SegmentedControlProps = {
  label: string
  name: string
  options: readonly { value: string; label: string }[]
  defaultValue?: string | undefined
  onChange?: ((value: string) => void) | undefined
}

/** Two to four short choices in a form; nothing is chosen unless `defaultValue` says so. */
export function SegmentedControl({ label, name, options, defaultValue, onChange }: SegmentedControlProps) {
  return (
    <fieldset className={frame}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={part}>
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            onChange={() => onChange?.(option.value)}
            className="absolute inset-0 appearance-none outline-none"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

type SegmentedLinksProps = {
  label: string
  options: readonly { to: string; label: string; isOn: boolean }[]
}

/** The same look for a choice kept in the URL. */
export function SegmentedLinks({ label, options }: SegmentedLinksProps) {
  return (
    <div role="group" aria-label={label} className={`${frame} print:hidden`}>
      {options.map((option) => (
        <Link
          key={option.to}
          to={option.to}
          replace
          preventScrollReset
          aria-current={option.isOn ? 'true' : undefined}
          className={part}
        >
          {option.label}
        </Link>
      ))}
    </div>
  )
}

/** The same look for pages that belong together. */
export function PageTabs({ label, options }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className={`${frame} print:hidden`}>
      {options.map((option) => (
        <Link
          key={option.to}
          to={option.to}
          prefetch="intent"
          aria-current={option.isOn ? 'page' : undefined}
          className={part}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  )
}
