import { useFetcher } from '@remix-run/react'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'

type CopyReminderProps = {
  /** Whom and about what, for screen readers: "Maren Hoekstra, Ana Ribeiro". */
  about: string
  text: string
  personId: string
  /** When the text is about one session alone. */
  sessionId?: string | undefined
  label?: string | undefined
  size?: 'small' | undefined
}

/** Copies a reminder and notes that it was; where copying does not work, the text is there to be selected. */
export function CopyReminder({
  about,
  text,
  personId,
  sessionId,
  label = 'Copy reminder',
  size,
}: CopyReminderProps) {
  const isHydrated = useIsHydrated()
  const note = useFetcher()
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      setState('refused')
      return
    }
    setState('copied')
    const of = sessionId === undefined ? { personId } : { personId, sessionId }
    void note.submit({ intent: 'copied', ...of }, { method: 'post' })
  }
  if (!isHydrated || state === 'refused') {
    return (
      <Disclosure title="Reminder to copy" isOpen={state === 'refused'}>
        <TextAreaField
          name={`text-${personId}-${sessionId ?? 'all'}`}
          label={`Reminder for ${about}`}
          description="Select the text and copy it."
          readOnly
          rows={6}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className="w-130 max-w-full"
        />
      </Disclosure>
    )
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button type="button" size={size} onClick={() => void copy()} aria-label={`${label} for ${about}`}>
        <Copy aria-hidden />
        {label}
      </Button>
      <span role="status" className="text-dense text-ink-2 empty:hidden">
        {state === 'copied' ? 'Copied' : ''}
      </span>
    </span>
  )
}
