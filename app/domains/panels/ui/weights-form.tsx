import { useState } from 'react'
import { sumWords } from '#app/domains/question-bank/roles/weights.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { controlClass } from '#app/ui/field-frame.tsx'
import type { PanelPlan } from '../panel.ts'
import { EditForm } from './editor.tsx'

type WeightsFormProps = {
  plan: PanelPlan
  competencies: readonly { id: string; name: string }[]
  scales: readonly { id: string; name: string; levels: number }[]
  hasScorecards: boolean
}

/** Weights, bars and scale, for those who publish. */
export function WeightsForm({ plan, competencies, scales, hasScorecards }: WeightsFormProps) {
  const weighted = new Map(plan.competencies.map((item) => [item.id, item]))
  const others = competencies.filter((item) => !weighted.has(item.id))
  const rows = [
    ...plan.competencies.map((item) => ({ ...item, text: String(item.weight) })),
    ...others.map((item) => ({ ...item, gate: null, text: '0' })),
  ]
  const [weights, setWeights] = useState<Record<string, string>>(() =>
    Object.fromEntries(rows.map((row) => [row.id, row.text])),
  )
  const sum = Object.values(weights).reduce((total, text) => total + (Number(text) || 0), 0)
  return (
    <div className="grid gap-4">
      {hasScorecards ? (
        <Note tone="attention" title="Scorecards have been handed in">
          They keep the weights, bars and scale of the version they were filled under. What you change here
          counts from the next version on, and the comparison marks which scores were given under which.
        </Note>
      ) : null}
      <EditForm fields={{ intent: 'set-weights' }} className="grid gap-2">
        <table className="w-full max-w-130 text-dense">
          <caption className="sr-only">Weights and bars of the competencies</caption>
          <thead>
            <tr className="text-left text-label text-ink-2">
              <th scope="col" className="pb-1 font-normal">
                Competency
              </th>
              <th scope="col" className="pb-1 font-normal">
                Weight in %
              </th>
              <th scope="col" className="pb-1 font-normal">
                Bar of a must-have
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="border-t border-line">
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {row.name}
                  <input type="hidden" name="competencyId" value={row.id} />
                </th>
                <td className="py-1 pr-2">
                  <input
                    name="weight"
                    type="number"
                    inputMode="numeric"
                    min={0}
                    max={100}
                    aria-label={`Weight of ${row.name}`}
                    defaultValue={row.text}
                    onChange={(event) => {
                      const { value } = event.currentTarget
                      setWeights((all) => ({ ...all, [row.id]: value }))
                    }}
                    className={`${controlClass} max-w-20`}
                  />
                </td>
                <td className="py-1">
                  <input
                    name="gate"
                    inputMode="decimal"
                    pattern="\d(\.\d)?"
                    placeholder="none"
                    aria-label={`Bar of ${row.name}`}
                    defaultValue={row.gate === null ? '' : String(row.gate)}
                    className={`${controlClass} max-w-20`}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p
          role="status"
          className={sum === 100 ? 'text-dense text-ink-2' : 'text-dense font-semibold text-amber'}
        >
          {sumWords(sum)}
        </p>
        <Button type="submit" className="justify-self-start">
          Save weights and bars
        </Button>
      </EditForm>
      <EditForm
        key={plan.scale.id}
        fields={{ intent: 'set-scale' }}
        className="flex flex-wrap items-end gap-2"
      >
        <SelectField
          name="scaleId"
          label="Scale"
          description="Every question needs anchors for it before the panel can be published."
          defaultValue={plan.scale.id}
          options={scales.map((scale) => ({
            value: scale.id,
            label: `${scale.name}, ${scale.levels} levels`,
          }))}
        />
        <Button type="submit">Change the scale</Button>
      </EditForm>
    </div>
  )
}
