import { useId } from 'react'
import { Checkbox } from '#app/ui/checkbox-field.tsx'

type SignalTicksProps = {
  id: string
  strong: readonly string[]
  weak: readonly string[]
  signals: readonly string[]
  onTick: (signal: string) => void
}

/** What to listen for; a tick adds a line to the evidence, and takes an untouched one out again. */
export function SignalTicks({ id, strong, weak, signals, onTick }: SignalTicksProps) {
  const titleId = useId()
  return (
    <div id={id} role="group" aria-labelledby={titleId} className="mt-5 border-t border-line pt-2.5">
      <p className="flex justify-between gap-2 text-dense">
        <b id={titleId} className="font-semibold">
          Listen for
        </b>
        <span className="text-ink-2">a tick adds a line to the evidence</span>
      </p>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {[
          { title: 'Strong', texts: strong },
          { title: 'Weak', texts: weak },
        ].map(({ title, texts }) => (
          <fieldset key={title} className="min-w-0">
            <legend className="mt-1 text-label text-ink-2">{title}</legend>
            {texts.map((text) => (
              <Checkbox
                key={text}
                label={text}
                checked={signals.includes(text)}
                onChange={() => onTick(text)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  )
}
