import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { TextAreaField } from './text-area-field.tsx'
import { TextField } from './text-field.tsx'
import { useIsHydrated } from './use-is-hydrated.ts'

type CopyFieldProps = {
  name: string
  label: string
  value: string
  /** What the button says. */
  action: string
  /** The main one of several on a page. */
  isMain?: boolean | undefined
  /** Lines of a longer text. */
  rows?: number | undefined
}

/** Something to hand on by whatever means; selected by a press, copied by the button. */
export function CopyField({ name, label, value, action, isMain = true, rows }: CopyFieldProps) {
  const isHydrated = useIsHydrated()
  const [words, setWords] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      setWords('Copied')
    } catch {
      setWords('Your browser does not allow copying here: select the text and copy it.')
    }
  }
  const field = { name, label, value, readOnly: true, className: 'min-w-0 grow basis-60' }
  return (
    <div className="mt-2 flex max-w-180 flex-wrap items-end gap-2">
      {rows === undefined ? (
        <TextField {...field} onFocus={(event) => event.currentTarget.select()} />
      ) : (
        <TextAreaField {...field} rows={rows} onFocus={(event) => event.currentTarget.select()} />
      )}
      {isHydrated ? (
        <Button type="button" variant={isMain ? 'primary' : 'plain'} onClick={() => void copy()}>
          <Copy aria-hidden />
          {action}
        </Button>
      ) : null}
      <p role="status" className="min-h-[18px] w-full text-dense text-ink-2">
        {words}
      </p>
    </div>
  )
}
