import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './field-frame.tsx'

type SearchFieldProps = {
  label: string
  name?: string | undefined
  defaultValue?: string | undefined
  placeholder?: string | undefined
  /** Called 200 ms after the last key; the form around it still works by Enter before JavaScript. */
  onSearch?: ((text: string) => void) | undefined
  className?: string | undefined
}

export function SearchField(props: SearchFieldProps) {
  const { label, name = 'q', defaultValue, placeholder, onSearch, className } = props
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <label className={classNames('relative block w-full print:hidden max-w-80 min-w-0', className)}>
      <span className="sr-only">{label}</span>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-2"
      />
      <input
        type="search"
        name={name}
        defaultValue={defaultValue}
        placeholder={placeholder ?? label}
        autoComplete="off"
        onChange={(event) => {
          const text = event.currentTarget.value
          clearTimeout(timer.current)
          timer.current = setTimeout(() => onSearch?.(text), 200)
        }}
        className={`${controlClass} pl-8`}
      />
    </label>
  )
}
