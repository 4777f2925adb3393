import { Link } from '@remix-run/react'
import { Check, Plus, Radio } from 'lucide-react'
import type { AgendaPoint } from '#app/domains/debrief/meeting/agenda-walk.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { FormRefusal, MeetingForm } from './meeting-form.tsx'

type AgendaListProps = {
  applicationId: string
  points: readonly AgendaPoint[]
  /** The point that this page shows. */
  shown: string
  /** The point that the meeting is at; null before it starts. */
  shared: string | null
}

/** The agenda in its order; each point opens on this page alone. */
export function AgendaList({ applicationId, points, shown, shared }: AgendaListProps) {
  return (
    <ol className="max-xl:flex max-xl:flex-wrap max-xl:gap-1.5">
      {points.map((point, at) => {
        const isNow = point.key === shared
        return (
          <li key={point.key} className="min-w-0 xl:border-b xl:border-line">
            <Link
              to={paths.debrief(applicationId, { topic: point.key })}
              preventScrollReset
              replace
              aria-current={point.key === shown ? 'true' : undefined}
              className={classNames(
                'grid min-h-target grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-1.5 rounded-sm px-2 py-1 text-dense hover:bg-hover max-xl:border max-xl:border-line-2',
                point.key === shown && 'bg-sunken font-semibold shadow-[inset_3px_0_0_var(--ink)]',
              )}
            >
              <span className="text-ink-2">{at + 1}</span>
              <span className="wrap-anywhere">
                {point.name}
                <span className="block text-label font-normal text-ink-2 max-xl:sr-only">{point.why}</span>
              </span>
              <span className="flex items-center gap-1 text-label font-normal">
                {isNow ? (
                  <span className="inline-flex items-center gap-1 font-semibold text-accent">
                    <Radio aria-hidden className="size-3!" /> now
                  </span>
                ) : null}
                {point.isDone ? (
                  <>
                    <Check aria-hidden className="size-3.5!" />
                    <span className="sr-only">done</span>
                  </>
                ) : null}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}

/** Puts a competency on the agenda that no flag put there. */
export function AddTopic({ others }: { others: readonly { key: string; name: string }[] }) {
  if (others.length === 0) return null
  return (
    <div className="mt-2 print:hidden">
      <Disclosure title="Talk about another competency">
        <MeetingForm form="add" fields={{ intent: 'add' }} className="grid justify-items-start gap-2">
          {({ refusal }) => (
            <>
              <SelectField
                name="topicKey"
                label="Competency"
                hasHiddenLabel
                idPrefix="add"
                options={others.map(({ key, name }) => ({ value: key, label: name }))}
                className="w-full"
              />
              <Button type="submit" size="small">
                <Plus aria-hidden /> Talk about it too
              </Button>
              <FormRefusal refusal={refusal} />
            </>
          )}
        </MeetingForm>
      </Disclosure>
    </div>
  )
}
