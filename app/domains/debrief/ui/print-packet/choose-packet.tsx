import type { PacketDocument } from '#app/domains/debrief/print-packet/packet.ts'
import type { PacketView } from '#app/domains/debrief/print-packet/packet-view.ts'
import { CheckboxGroupField, RadioGroupField } from '#app/ui/choice-group-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'

const documents: Record<PacketDocument, { label: string; description: string }> = {
  kit: { label: 'Interview kits', description: 'Briefing, questions with their rubrics, room to write.' },
  blank: { label: 'Blank scorecards', description: 'The form alone, to fill by hand.' },
  form: {
    label: 'Scorecards to fill on screen',
    description: 'PDFs with fields, in the zip alone: in one file, fields of the same name would be one.',
  },
  filled: { label: 'Filled scorecards', description: 'As handed in; your own draft says DRAFT.' },
  debrief: { label: 'Debrief packets', description: 'One for each candidate.' },
  comparison: { label: 'Comparison', description: 'Every candidate of the panel, on landscape paper.' },
  plan: { label: 'Panel plan', description: 'Coverage, interviews, questions.' },
}

const groups = [
  { id: 'interviews', label: 'For the interviews', of: ['kit', 'blank', 'form'] },
  { id: 'decision', label: 'For the decision', of: ['filled', 'debrief', 'comparison'] },
  { id: 'panel', label: 'Of the panel', of: ['plan'] },
] as const

/** Which documents, for what they are needed. */
export function ChooseDocuments({ packet: { offered, documents: chosen } }: { packet: PacketView }) {
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
      {groups.map(({ id, label, of }) => {
        const choices = of.filter((document) => offered.includes(document))
        return choices.length === 0 ? null : (
          <CheckboxGroupField
            key={id}
            name="document"
            idPrefix={id}
            label={label}
            defaultValues={chosen}
            choices={choices.map((value) => ({ value, ...documents[value] }))}
          />
        )
      })}
    </div>
  )
}

/** Which candidates, and which interviewers. */
export function ChooseWhom({ packet }: { packet: PacketView }) {
  const { who, candidates, allCount, soonCount, interviewers } = packet
  const by = interviewers.filter(({ isChosen }) => isChosen)
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
      <RadioGroupField
        name="who"
        label="Candidates"
        defaultValue={who}
        choices={[
          { value: 'all', label: `All ${allCount}` },
          {
            value: 'soon',
            label: `Interviewed today or tomorrow: ${soonCount}`,
            description: 'With kits and blank scorecards for these two days alone.',
          },
          { value: 'some', label: 'Those ticked' },
        ]}
      />
      <div className="grid content-start">
        <Disclosure title="Candidates, one by one" isOpen={who === 'some'}>
          <CheckboxGroupField
            name="candidate"
            label="Candidates, one by one"
            hasHiddenLabel
            layout="grid"
            defaultValues={candidates.filter(({ isChosen }) => isChosen).map((one) => one.applicationId)}
            choices={candidates.map(({ applicationId, name }) => ({ value: applicationId, label: name }))}
          />
          {allCount > candidates.length ? (
            <p className="mt-1 text-dense text-ink-2">
              The first {candidates.length} by name. Documents of the others are on their own pages, or in a
              packet of all.
            </p>
          ) : null}
        </Disclosure>
        {interviewers.length > 1 ? (
          <Disclosure
            title={`Interviewers: ${by.length === 0 ? 'all' : `${by.length} of ${interviewers.length}`}`}
            isOpen={by.length > 0}
          >
            <CheckboxGroupField
              name="by"
              label="Interviewers"
              description="All of them while none is ticked."
              hasHiddenLabel
              layout="grid"
              defaultValues={by.map(({ id }) => id)}
              choices={interviewers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Disclosure>
        ) : null}
      </div>
    </div>
  )
}
