import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { FileArchive, Printer } from 'lucide-react'
import { useState, type FormEvent, type MouseEvent } from 'react'
import type { PacketView } from '#app/domains/debrief/print-packet/packet-view.ts'
import type { PageCount } from '#app/domains/debrief/print-packet/sample.ts'
import type { PrintChoice } from '#app/domains/people/printing/print-choice.ts'
import { PrintChoiceField, PrintChoiceFields } from '#app/domains/people/ui/print-choice-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { useIsHydrated } from '#app/ui/use-is-hydrated.ts'
import { ChooseDocuments, ChooseWhom } from './choose-packet.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { MakePacket, type PacketFile } from './make-packet.tsx'
import { describeCount } from './count-words.ts'

type PacketFormProps = {
  packet: PacketView
  /** Null where nothing is to be counted, or while the press is too busy to count. */
  count: PageCount | null
  choice: PrintChoice
  sides: 'one' | 'both'
  fileName: string
  /** Where the form leads: the page itself, the one file, the zip. */
  to: { page: string; file: string; zip: string }
}

const sides = [
  { value: 'one', label: 'One side' },
  { value: 'both', label: 'Both sides' },
] as const

const choices = ['paper', 'size', 'ink', 'names'] as const

/** Which documents of whom, how many pages they come to, and what is left out; then one file or a zip. A plain form without scripts. */
export function PacketForm({ packet, count, choice, sides: side, fileName, to }: PacketFormProps) {
  const submit = useSubmit()
  const isHydrated = useIsHydrated()
  const isCounting = useNavigation().location?.pathname === to.page
  const [making, setMaking] = useState<PacketFile>()
  const { boundCount, formCount, excess } = packet

  function change(event: FormEvent<HTMLFormElement>): void {
    const { target, currentTarget: form } = event
    // Whoever ticks a candidate means that one.
    if (target instanceof HTMLInputElement && target.name === 'candidate')
      form.querySelector<HTMLInputElement>('[name=who][value=some]')?.click()
    setMaking(undefined)
    void submit(form, { action: to.page, replace: true, preventScrollReset: true })
  }

  function make(event: MouseEvent<HTMLButtonElement>, as: PacketFile['as']): void {
    const { form } = event.currentTarget
    if (!form || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value)
    setMaking({ as, path: `${as === 'zip' ? to.zip : to.file}?${query}` })
  }

  return (
    <Form method="get" action={to.page} reloadDocument onChange={change} className="grid gap-5">
      <input type="hidden" name="chosen" value="1" />
      <ChooseDocuments packet={packet} />
      <ChooseWhom packet={packet} />
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <PrintChoiceFields choice={choice} choices={choices} />
        <PrintChoiceField name="sides" label="Sheets" options={sides} value={side} />
      </div>
      <div className="grid gap-3 border-t border-line pt-3">
        <p role="status" aria-busy={isCounting} className={isCounting ? 'text-ink-2' : undefined}>
          {describeCount({ boundCount, formCount, count, isDuplex: side === 'both' })}
        </p>
        <LeftOutList leftOut={packet.leftOut} />
        {excess.file || excess.zip ? (
          <Note tone="stop" title="Too many for one packet">
            {excess.zip ?? excess.file}
          </Note>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {isHydrated ? null : <Button type="submit">Count again</Button>}
          <Button
            type="submit"
            formAction={to.zip}
            disabled={boundCount + formCount === 0 || excess.zip !== null}
            onClick={(event) => make(event, 'zip')}
          >
            <FileArchive aria-hidden /> Download as zip
          </Button>
          <Button
            type="submit"
            variant="primary"
            formAction={to.file}
            disabled={boundCount === 0 || excess.file !== null}
            onClick={(event) => make(event, 'file')}
          >
            <Printer aria-hidden /> Print as one file
          </Button>
        </div>
        {making ? <MakePacket key={making.path} file={making} fileName={fileName} /> : null}
      </div>
    </Form>
  )
}
