import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'

/** A link to hand on by whatever means; selected by a press, copied by the button. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  const isHydrated = useIsHydrated()
  const [words, setWords] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(url)
      setWords('Copied')
    } catch {
      setWords('Your browser does not allow copying here: select the link and copy it.')
    }
  }
  return (
    <div className="mt-2 flex max-w-180 flex-wrap items-end gap-2">
      <TextField
        name="link"
        label={label}
        readOnly
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className="min-w-0 grow basis-60"
      />
      {isHydrated ? (
        <Button type="button" variant="primary" onClick={() => void copy()}>
          <Copy aria-hidden />
          Copy the link
        </Button>
      ) : null}
      <p role="status" className="min-h-[18px] w-full text-dense text-ink-2">
        {words}
      </p>
    </div>
  )
}
