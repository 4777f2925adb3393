import { Search } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'
import { controlClass } from './field-frame.tsx'

type SearchFieldProps = {
  label: string
  name?: string | undefined
  defaultValue?: string | undefined
  placeholder?: string | undefined
  /** Called 200 ms after the last key; the form around it still works by Enter before JavaScript. */
  onSearch?: ((text: string) => void) | undefined
  onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined
  id?: string | undefined
  className?: string | undefined
}

export function SearchField(props: SearchFieldProps) {
  const { label, name = 'q', defaultValue = '', placeholder, onSearch, onKeyDown, id, className } = props
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(defaultValue)
  useEffect(() => () => clearTimeout(timer.current), [])
  // A search that came from elsewhere (a link, the way back) is shown; one's own never overwrites what is typed since.
  useEffect(() => {
    if (defaultValue !== sent.current && input.current) input.current.value = defaultValue
    sent.current = defaultValue
  }, [defaultValue])
  return (
    <label className={classNames('relative block w-full print:hidden max-w-80 min-w-0', className)}>
      <span className="sr-only">{label}</span>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-2"
      />
      <input
        ref={input}
        id={id}
        type="search"
        name={name}
        defaultValue={defaultValue}
        placeholder={placeholder ?? label}
        autoComplete="off"
        onChange={(event) => {
          const text = event.currentTarget.value
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            sent.current = text
            onSearch?.(text)
          }, 200)
        }}
        onKeyDown={onKeyDown}
        className={`${controlClass} pl-8`}
      />
    </label>
  )
}
